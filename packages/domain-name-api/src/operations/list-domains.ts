import type {
  CallContext,
  DomainSummary,
  ListDomainsInput,
  Page,
  PageRequest,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { domainNameApiCapabilities } from '../domain-name-api-capabilities.js';
import { domainObjectSchema, fromDomainObject, nameFields } from '../mapping/domain-object.js';
import { readTolerantly } from '../reply/read-tolerantly.js';
import { skipOf } from './cursor.js';
import { nextSkipOf, rowsReplySchema } from './rows-page.js';

const { itemsPerRequest } = domainNameApiCapabilities.listDomains;

/** A page of the account's domains, the newest first. The vendor cannot search, so a search is done on the page. */
export async function listDomains(
  client: DomainNameApiClient,
  { cursor, search }: PageRequest & ListDomainsInput,
  call: CallContext,
): Promise<Page<DomainSummary>> {
  const skip = skipOf(cursor, call);
  const query = { MaxResultCount: itemsPerRequest, SkipCount: skip, Sorting: 'Id DESC' };
  const { value, drift } = await client.send(
    { method: 'GET', path: 'domains', query },
    rowsReplySchema,
    call,
  );
  const rows = value.items.flatMap((item, index): DomainSummary[] => {
    const reading = readTolerantly(domainObjectSchema, item);
    const note = (path: string, text: string, sample?: string): void =>
      drift(`items.${String(index)}.${path}`, text, sample);
    for (const { path, note: text } of reading.drifts) note(path, text);
    if (!reading.ok) return [];
    const { domain, summary } = fromDomainObject(reading.value, note);
    if (domain !== undefined) return [{ ...summary, ...nameFields(domain) }];
    note('domainName', 'is missing, so the row is left out');
    return [];
  });
  const next = nextSkipOf(value, skip, itemsPerRequest);
  const wanted = search?.toLowerCase();
  return {
    items:
      wanted === undefined
        ? rows
        : rows.filter(({ domain, unicode }) => domain.includes(wanted) || unicode.includes(wanted)),
    ...(value.totalCount === undefined || wanted !== undefined ? {} : { total: value.totalCount }),
    ...(next === undefined ? {} : { next: String(next) }),
  };
}
