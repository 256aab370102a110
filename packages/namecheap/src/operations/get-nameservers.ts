import {
  isRegistrarError,
  splitDomainName,
  type CallContext,
  type DomainName,
  type NameserverSet,
} from '@registrar-kit/core';
import { xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { readNameservers } from './read-nameservers.js';

/**
 * The command for it does not find domains that are only hosted on FreeDNS; what domains.getInfo says of their DNS does.
 *
 * https://www.namecheap.com/support/api/methods/domains-dns/get-list/
 */
export async function getNameservers(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  try {
    return await client.send(
      'namecheap.domains.dns.getList',
      divided(domain),
      (reply) => toNameservers(domain, reply.result('DomainDNSGetListResult'), reply),
      call,
    );
  } catch (error) {
    if (!isRegistrarError(error, 'DOMAIN_NOT_FOUND')) throw error;
    return client.send(
      'namecheap.domains.getInfo',
      { DomainName: domain },
      (reply) => {
        const details = reply.result('DomainGetInfoResult').child('DnsDetails');
        if (details === undefined) throw reply.unexpected('the answer says nothing of the DNS');
        return toNameservers(domain, details, reply);
      },
      call,
    );
  }
}

/** The commands for name servers want the name in two parts; a wrong division is answered with "domain not found". */
export function divided(domain: DomainName): { readonly SLD: string; readonly TLD: string } {
  const { label, tld } = splitDomainName(domain);
  return { SLD: label, TLD: tld };
}

const detailSchema = z.object({ IsUsingOurDNS: xmlBoolean });

function toNameservers(
  domain: DomainName,
  element: XmlElement,
  reply: NamecheapReply,
): NameserverSet {
  const { IsUsingOurDNS: providerDns } = reply.optional(element, detailSchema);
  return {
    domain,
    nameservers: readNameservers(element, reply) ?? [],
    ...withoutUndefined({ providerDns }),
  };
}
