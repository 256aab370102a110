import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainSummary, ListDomainsInput } from '../../operations/list-domains.js';
import type { Tld } from '../../operations/list-tlds.js';
import type { PagedList } from '../../operations/paging.js';
import { pagedList } from '../paged-list.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const cursorSchema = z.object({ cursor: z.string().min(1).max(1000).optional() });
const listDomainsSchema = z.strictObject({ search: z.string().trim().min(1).max(70).optional() });

/** The endings; each page is a call of its own. */
export function listTlds(
  context: PortableContext,
  options: CallOptions | undefined,
): PagedList<Tld> {
  return pagedList(
    async (cursor) => {
      const page = pageRequest(context, 'listTlds', cursor);
      const listTlds = context.method('listTlds');
      return context.read('listTlds', options, (call) => listTlds(page, call));
    },
    (row) => row.tld,
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
      const { search } = parseInput(
        listDomainsSchema,
        input,
        context.calls.originOf('listDomains'),
      );
      const listDomains = context.method('listDomains');
      const filter = search === undefined ? {} : { search };
      const page = pageRequest(context, 'listDomains', cursor);
      return context.read('listDomains', options, (call) =>
        listDomains({ ...filter, ...page }, call),
      );
    },
    (row) => row.domain,
  );
}

function pageRequest(
  context: PortableContext,
  operation: 'listTlds' | 'listDomains',
  cursor: unknown,
): { readonly cursor?: string } {
  const origin = context.calls.originOf(operation);
  const parsed = parseInput(cursorSchema, { cursor }, origin);
  return parsed.cursor === undefined ? {} : { cursor: parsed.cursor };
}
