import type { CallContext } from '@registrar-kit/core';
import { notACursor, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';

/** One page of a list. */
export interface RowsPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page starts; absent on the last. */
  readonly next?: string;
}

/** Reads one page; `cursor` is what the page before gave. Cursors are opaque, and no more is known of them than their letters. */
export async function readPage<Schema extends z.ZodType>(
  client: HarbourNamesClient,
  {
    path,
    cursor,
    query = {},
  }: {
    readonly path: string;
    readonly cursor: string | undefined;
    readonly query?: Readonly<Record<string, string | number>>;
  },
  rowSchema: Schema,
  call: CallContext,
): Promise<RowsPage<z.output<Schema>>> {
  if (cursor !== undefined && !/^[\w-]+$/.test(cursor)) throw notACursor(call);
  const schema = z.object({ rows: z.array(rowSchema), after: wireField(z.string()) });
  const paging = cursor === undefined ? query : { ...query, after: cursor };
  const { rows, after } = await client.send({ method: 'GET', path, query: paging }, schema, call);
  return { rows, ...(after === undefined ? {} : { next: after }) };
}
