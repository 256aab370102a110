import type { CallContext, DomainName, Nameserver, NameserverSet } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import { assertDone } from './assert-done.js';
import { divided, getNameservers } from './get-nameservers.js';

/** Replaces the delegation, then reads it back. https://www.namecheap.com/support/api/methods/domains-dns/set-custom/ */
export async function setNameservers(
  client: NamecheapClient,
  request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
  call: CallContext,
): Promise<NameserverSet> {
  const { domain, nameservers } = request;
  await client.send(
    'namecheap.domains.dns.setCustom',
    { ...divided(domain), Nameservers: nameservers.join(',') },
    (reply) => {
      assertDone(reply, {
        result: 'DomainDNSSetCustomResult',
        flag: 'Updated',
        otherwise: 'the name servers are not updated',
      });
    },
    call,
  );
  return readBack(call, 'applied', (read) => getNameservers(client, domain, read));
}
