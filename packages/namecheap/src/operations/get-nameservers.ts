import {
  splitDomainName,
  type CallContext,
  type DomainName,
  type NameserverSet,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { withoutUndefined } from '../values/without-undefined.js';
import { readNameservers } from './read-nameservers.js';

/** https://www.namecheap.com/support/api/methods/domains-dns/get-list/ */
export function getNameservers(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  return client.send(
    'namecheap.domains.dns.getList',
    divided(domain),
    (reply) => toNameservers(reply, domain),
    call,
  );
}

/** The commands for name servers want the name in two parts; a wrong division is answered with "domain not found". */
export function divided(domain: DomainName): { readonly SLD: string; readonly TLD: string } {
  const { label, tld } = splitDomainName(domain);
  return { SLD: label, TLD: tld };
}

const detailSchema = z.object({ IsUsingOurDNS: xmlBoolean });

function toNameservers(reply: NamecheapReply, domain: DomainName): NameserverSet {
  const result = reply.result('DomainDNSGetListResult');
  const { IsUsingOurDNS: providerDns } = reply.optional(result, detailSchema);
  return {
    domain,
    nameservers: readNameservers(result, reply) ?? [],
    ...withoutUndefined({ providerDns }),
  };
}
