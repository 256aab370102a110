import type { CallContext } from '@registrar-kit/core';
import { notACursor } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { namecheapCapabilities } from '../namecheap-capabilities.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';

/** The most that any list of this interface gives in one answer. */
export const pageSize = namecheapCapabilities.listDomains.itemsPerRequest;

/** The number of the page that a cursor names; they count from 1. */
export function pageOf(cursor: string | undefined, call: CallContext): number {
  if (cursor === undefined) return 1;
  if (/^[1-9]\d{0,5}$/.test(cursor)) return Number(cursor);
  throw notACursor(call);
}

/** Where a list goes on, in the words of a page. */
interface PageEnd {
  readonly total?: number;
  readonly next?: string;
}

const count = z
  .string()
  .regex(/^\d{1,9}$/, 'is not a number')
  .transform(Number);
const pagingSchema = z.object({ TotalItems: count });

/** @param rows - how many the page has */
export function readPaging(reply: NamecheapReply, page: number, rows: number): PageEnd {
  const { TotalItems: total } = reply.optional(reply.part('Paging'), pagingSchema);
  // An empty page ends the list even where the total promises more, else it would be read for ever.
  const more = rows > 0 && (total === undefined ? rows === pageSize : page * pageSize < total);
  return {
    ...(total === undefined ? {} : { total }),
    ...(more ? { next: String(page + 1) } : {}),
  };
}
