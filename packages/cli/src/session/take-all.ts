import type { Session } from './session.js';

/** Reads a list page by page, up to a number of rows, and says how far it is. */
export async function takeAll<Item>(
  list: AsyncIterable<Item>,
  limit: number,
  noun: string,
  session: Session,
): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const item of list) {
    items.push(item);
    if (items.length >= limit) break;
    if (items.length % 50 === 0)
      session.printer.progress.show(`read ${String(items.length)} ${noun}`);
  }
  return items;
}
