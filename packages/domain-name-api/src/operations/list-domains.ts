import type {
  CallContext,
  DomainSummary,
  ListDomainsInput,
  Page,
  PageRequest,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { domainObjectSchema, fromDomainObject, nameFields } from '../mapping/domain-object.js';
import { readDomainRows } from './read-domain-rows.js';

/** A page of the account's domains, the newest first. The vendor cannot search, so a search is done on the page. */
export async function listDomains(
  client: DomainNameApiClient,
  { cursor, search }: PageRequest & ListDomainsInput,
  call: CallContext,
): Promise<Page<DomainSummary>> {
  const { rows, total, nextSkip } = await readDomainRows(client, cursor, domainObjectSchema, call);
  const items = rows.map(({ row, domain, drift }): DomainSummary => {
    const { summary } = fromDomainObject(row, drift);
    return { ...summary, ...nameFields(domain) };
  });
  const wanted = search?.toLowerCase();
  return {
    items:
      wanted === undefined
        ? items
        : items.filter(
            ({ domain, unicode }) => domain.includes(wanted) || unicode.includes(wanted),
          ),
    ...(total === undefined || wanted !== undefined ? {} : { total }),
    ...(nextSkip === undefined ? {} : { next: String(nextSkip) }),
  };
}
