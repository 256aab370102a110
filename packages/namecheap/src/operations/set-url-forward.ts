import {
  asRead,
  InvalidDomainStateError,
  type CallContext,
  type DomainName,
  type UrlForward,
  type UrlForwardKind,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import { readZone } from '../dns/read-zone.js';
import { forwardEdit, type Forward } from '../dns/url-forward-records.js';
import { objectionsTo } from '../dns/zone-objections.js';
import type { NamecheapClient } from '../namecheap-client.js';
import { applyRecords } from './apply-records.js';
import { getUrlForward } from './get-url-forward.js';
import { toDriverZone } from './list-records.js';

/** Replaces the forward of the domain itself, and every other record as it was: Namecheap writes whole zones only. */
export async function setUrlForward(
  client: NamecheapClient,
  request: {
    readonly domain: DomainName;
    readonly target: string;
    readonly kind: UrlForwardKind;
  },
  call: CallContext,
): Promise<UrlForward> {
  const { domain, target, kind } = request;
  const forward = { target, kind };
  const written = await writeForward(client, domain, forward, call);
  if (!written) return { domain, ...forward };
  return readBack(call, 'applied', (read) => getUrlForward(client, domain, read));
}

/** Leaves the domain with this forward, or with none; writes nothing where it is so already, which it tells. */
export async function writeForward(
  client: NamecheapClient,
  domain: DomainName,
  forward: Forward | undefined,
  call: CallContext,
): Promise<boolean> {
  const zone = await readZone(client, domain, asRead(call));
  const edit = forwardEdit(toDriverZone(zone), forward);
  if (edit === undefined) return false;
  const losses = [...zone.losses.functional, ...objectionsTo(edit).losses];
  if (losses.length > 0) {
    throw new InvalidDomainStateError({
      ...call.origin,
      detail: `a forward is written with the whole zone, and with that ${losses.join('; ')}; make the change with planRecords, which takes URL and FRAME records and tells the losses first`,
    });
  }
  await applyRecords(client, { domain, ...edit }, call);
  return true;
}
