import {
  toUnicodeDomain,
  type CallContext,
  type Domain,
  type DomainName,
  type DomainStatus,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { namecheapDate } from '../mapping/namecheap-date.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { readNameservers } from './read-nameservers.js';
import { readPrivacy } from './read-privacy.js';

/** https://www.namecheap.com/support/api/methods/domains/get-info/ */
export function getDomain(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain> {
  return client.send(
    'namecheap.domains.getInfo',
    { DomainName: domain },
    (reply) => toDomain(reply, domain),
    call,
  );
}

const detailSchema = z.object({ Status: z.string(), IsOwner: xmlBoolean, IsPremium: xmlBoolean });
const dateSchema = z.object({ CreatedDate: namecheapDate, ExpiredDate: namecheapDate });

function toDomain(reply: NamecheapReply, domain: DomainName): Domain {
  const result = reply.resultAbout(domain, 'DomainGetInfoResult');
  const detail = reply.optional(result, detailSchema);
  const dates = reply.optional(result.child('DomainDetails'), dateSchema);
  return {
    domain,
    unicode: toUnicodeDomain(domain),
    status: toStatus(detail.Status, reply),
    ...withoutUndefined({
      vendorStatus: detail.Status === '' ? undefined : detail.Status,
      registeredOn: dates.CreatedDate,
      expiresOn: dates.ExpiredDate,
      nameservers: readNameservers(result.child('DnsDetails'), reply),
      privacy: readPrivacy(result.child('Whoisguard'), reply),
      premium: detail.IsPremium,
      owned: detail.IsOwner,
    }),
  };
}

/** `Locked` is documented as a word and not as a meaning; the registrar lock is told by another command. */
const statuses: ReadonlyMap<string, DomainStatus> = new Map([
  ['ok', 'active'],
  ['expired', 'expired'],
  ['locked', 'unknown'],
]);

/** Missing for domains that are only shared with this account. */
function toStatus(word: string | undefined, reply: NamecheapReply): DomainStatus {
  if (word === undefined || word === '') return 'unknown';
  const status = statuses.get(word.toLowerCase());
  if (status === undefined)
    reply.drift('DomainGetInfoResult.Status', 'is a word that is not documented', word);
  return status ?? 'unknown';
}
