import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainSummary, ListDomainsInput } from '../../operations/list-domains.js';
import type { Tld } from '../../operations/list-tlds.js';
import type { PagedList } from '../../operations/paging.js';
import { pagedList, type ListGap } from '../paged-list.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

/** Text that a name has to contain. */
export const searchField = z.string().trim().min(1).max(70);
const cursorSchema = z.object({ cursor: z.string().min(1).max(1000).optional() });
export const listDomainsSchema = z.strictObject({ search: searchField.optional() });

/** The endings; each page is a call of its own. */
export function listTlds(
  context: PortableContext,
  options: CallOptions | undefined,
): PagedList<Tld> {
  return pagedList(
    async (cursor) => {
      const page = pageRequest(context, 'listTlds', cursor);
      const listTlds = context.method('listTlds');
      const { value, readAt } = await context.readKept('listTlds', cursor ?? '', options, (call) =>
        listTlds(page, call),
      );
      return { ...value, readAt };
    },
    (row) => row.tld,
    tellGap(context, 'listTlds'),
  );
}

/** The account's domains; each page is a call of its own, and what is wrong with the input shows with the first one. */
export function listDomains(
  context: PortableContext,
  input: ListDomainsInput,
  options: CallOptions | undefined,
): PagedList<DomainSummary> {
  return pagedList(
    async (cursor) => {
      const { search } = context.parse('listDomains', listDomainsSchema, input);
      const listDomains = context.method('listDomains');
      const filter = search === undefined ? {} : { search };
      const page = pageRequest(context, 'listDomains', cursor);
      return context.readInBulk('listDomains', options, (call) =>
        listDomains({ ...filter, ...page }, call),
      );
    },
    (row) => row.domain,
    tellGap(context, 'listDomains'),
  );
}

/** Reports that a list could not be shown completely. */
export function tellGap(
  context: PortableContext,
  operation: 'listTlds' | 'listDomains' | 'listTransfers',
): (gap: ListGap) => void {
  return ({ shown, total }) => {
    const counts = `${String(shown)} shown, ${String(total)} counted by the provider`;
    context.calls.emit({
      type: 'drift',
      operation,
      target: operation,
      path: 'total',
      note: `the list changed while it was read, or rows are missing: ${counts}; list again`,
    });
  };
}

/** The page that a cursor names. @throws InvalidInputError */
export function pageRequest(
  context: PortableContext,
  operation: 'listTlds' | 'listDomains' | 'listTransfers',
  cursor: unknown,
): { readonly cursor?: string } {
  const origin = context.calls.originOf(operation);
  const parsed = parseInput(cursorSchema, { cursor }, origin);
  return parsed.cursor === undefined ? {} : { cursor: parsed.cursor };
}
