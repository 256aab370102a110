import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** How the vendor pages: `SkipCount` and `MaxResultCount` in, these two out. */
export const rowsReplySchema = z.object({
  totalCount: wireField(z.number()),
  items: z.array(z.unknown()),
});

export type RowsReply = z.output<typeof rowsReplySchema>;

/** Where the next page starts; `undefined` on the last, and after an empty page, whatever the total says. */
export function nextSkipOf(reply: RowsReply, skip: number, pageSize: number): number | undefined {
  const count = reply.items.length;
  const read = skip + count;
  const more =
    count > 0 && (reply.totalCount === undefined ? count === pageSize : read < reply.totalCount);
  return more ? read : undefined;
}
