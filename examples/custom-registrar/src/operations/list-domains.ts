import type {
  CallContext,
  DomainSummary,
  ListDomainsInput,
  Page,
  PageRequest,
} from '@registrar-kit/core';
import { harbourNamesCapabilities } from '../harbour-names-capabilities.js';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { domainRowSchema, fromDomainRow } from '../mapping/domain-row.js';
import { readPage } from './read-page.js';

const limit = harbourNamesCapabilities.listDomains.itemsPerRequest;

export async function listDomains(
  client: HarbourNamesClient,
  { cursor, search }: PageRequest & ListDomainsInput,
  call: CallContext,
): Promise<Page<DomainSummary>> {
  const query = { limit, ...(search === undefined ? {} : { contains: search.toLowerCase() }) };
  const page = { path: 'domains', cursor, query };
  const { rows, next } = await readPage(client, page, domainRowSchema, call);
  const items = rows.flatMap((row) => fromDomainRow(row) ?? []);
  return { items, ...(next === undefined ? {} : { next }) };
}
