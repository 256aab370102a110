import {
  asRead,
  type CallContext,
  type DomainName,
  type Nameserver,
  type NameserverSet,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { divided, getNameservers } from './get-nameservers.js';

/** Replaces the delegation, then reads it back. https://www.namecheap.com/support/api/methods/domains-dns/set-custom/ */
export async function setNameservers(
  client: NamecheapClient,
  request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
  call: CallContext,
): Promise<NameserverSet> {
  const { domain, nameservers } = request;
  const parameters = { ...divided(domain), Nameservers: nameservers.join(',') };
  await client.send('namecheap.domains.dns.setCustom', parameters, assertUpdated, call);
  try {
    return await getNameservers(client, domain, asRead(call));
  } catch {
    // The vendor has confirmed the change; failing now would say that it did not happen.
    return { domain, nameservers };
  }
}

const replySchema = z.object({ Updated: xmlBoolean });

function assertUpdated(reply: NamecheapReply): void {
  const { Updated } = reply.required(reply.result('DomainDNSSetCustomResult'), replySchema);
  if (!Updated)
    throw reply.refused('Namecheap answered OK and that the name servers are not updated', 'none');
}
