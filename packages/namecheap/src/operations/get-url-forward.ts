import type { CallContext, DomainName, UrlForward } from '@registrar-kit/core';
import { readZone } from '../dns/read-zone.js';
import { forwardOf } from '../dns/url-forward-records.js';
import type { NamecheapClient } from '../namecheap-client.js';

/** A forward is a record of the zone. https://www.namecheap.com/support/api/methods/domains-dns/get-hosts/ */
export async function getUrlForward(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<UrlForward> {
  const { records } = await readZone(client, domain, call);
  const forward = forwardOf(records);
  return forward === undefined ? { domain, target: null } : { domain, ...forward };
}
