import type { CallContext, DomainName, NameserverSet } from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import { assertDone } from './assert-done.js';
import { divided, getNameservers } from './get-nameservers.js';

/** Goes back to Namecheap's own DNS, then reads which servers that are. https://www.namecheap.com/support/api/methods/domains-dns/set-default/ */
export async function resetNameservers(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  await client.send(
    'namecheap.domains.dns.setDefault',
    divided(domain),
    (reply) => {
      assertDone(reply, {
        result: 'DomainDNSSetDefaultResult',
        flag: 'Updated',
        otherwise: 'the name servers are not updated',
      });
    },
    call,
  );
  return readBack(call, 'applied', (read) => getNameservers(client, domain, read));
}
