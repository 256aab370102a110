import type {
  CallContext,
  ListTransfersInput,
  Page,
  PageRequest,
  Transfer,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { nameFields } from '../mapping/domain-object.js';
import { fromTransferObject, transferObjectSchema } from '../mapping/transfer.js';
import { readDomainRows } from './read-domain-rows.js';

/**
 * The transfers among the account's domains, page by page of those; a page can be empty and have a next one. The vendor can
 * neither filter nor list transfers. A word that may be about a registration is not listed.
 */
export async function listTransfers(
  client: DomainNameApiClient,
  { cursor, status, search }: PageRequest & ListTransfersInput,
  call: CallContext,
): Promise<Page<Transfer>> {
  const { rows, nextSkip } = await readDomainRows(client, cursor, transferObjectSchema, call);
  const text = search?.toLowerCase() ?? '';
  const items = rows.flatMap(({ row, domain, drift }) => {
    const transfer = fromTransferObject(domain, row, drift);
    if (transfer === undefined || transfer.status === 'unknown') return [];
    const found = domain.includes(text) || nameFields(domain).unicode.includes(text);
    return found && (status ?? transfer.status) === transfer.status ? [transfer] : [];
  });
  return { items, ...(nextSkip === undefined ? {} : { next: String(nextSkip) }) };
}
