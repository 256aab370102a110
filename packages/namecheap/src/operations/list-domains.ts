import {
  readDomainName,
  toUnicodeDomain,
  type CallContext,
  type DomainSummary,
  type ListDomainsInput,
  type Page,
  type PageRequest,
} from '@registrar-kit/core';
import { xmlBoolean, type XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { rowSchema } from '../reply/row-schema.js';
import { namecheapDate } from '../mapping/namecheap-date.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { pageOf, pageSize, readPaging } from './read-paging.js';

/** Domains that the account owns; those shared with it are not listed. https://www.namecheap.com/support/api/methods/domains/get-list/ */
export async function listDomains(
  client: NamecheapClient,
  { cursor, search }: PageRequest & ListDomainsInput,
  call: CallContext,
): Promise<Page<DomainSummary>> {
  const page = pageOf(cursor, call);
  return client.send(
    'namecheap.domains.getList',
    {
      ListType: 'ALL',
      SearchTerm: search,
      Page: String(page),
      PageSize: String(pageSize),
      SortBy: 'NAME',
    },
    (reply) => toPage(reply, page),
    call,
  );
}

function toPage(reply: NamecheapReply, page: number): Page<DomainSummary> {
  const rows = reply.result('DomainGetListResult').children('Domain');
  return {
    items: rows.flatMap((row, index) => toSummary(row, `Domain[${index}]`, reply) ?? []),
    ...readPaging(reply, page, rows.length),
  };
}

const domainRow = rowSchema(
  { Name: z.string().min(1) },
  {
    Created: namecheapDate,
    Expires: namecheapDate,
    IsExpired: xmlBoolean,
    IsLocked: xmlBoolean,
    AutoRenew: xmlBoolean,
    WhoisGuard: z.string(),
  },
);

function toSummary(
  element: XmlElement,
  path: string,
  reply: NamecheapReply,
): DomainSummary | undefined {
  const row = reply.row(element, domainRow, path);
  if (row === undefined) return undefined;
  const reading = readDomainName(row.Name);
  if (!reading.ok) {
    reply.drift(`${path}.Name`, 'is not a domain name', row.Name);
    return undefined;
  }
  return {
    domain: reading.domain,
    unicode: toUnicodeDomain(reading.domain),
    status: row.IsExpired === undefined ? 'unknown' : row.IsExpired ? 'expired' : 'active',
    ...withoutUndefined({
      registeredOn: row.Created,
      expiresOn: row.Expires,
      locked: row.IsLocked,
      autoRenew: row.AutoRenew,
      privacy: toPrivacy(row.WhoisGuard, path, reply),
    }),
  };
}

const privacyWords: ReadonlyMap<string, boolean> = new Map([
  ['enabled', true],
  ['disabled', false],
  ['notpresent', false],
]);

function toPrivacy(
  word: string | undefined,
  path: string,
  reply: NamecheapReply,
): boolean | undefined {
  if (word === undefined || word === '') return undefined;
  const privacy = privacyWords.get(word.toLowerCase());
  if (privacy === undefined)
    reply.drift(`${path}.WhoisGuard`, 'is a word that is not documented', word);
  return privacy;
}
