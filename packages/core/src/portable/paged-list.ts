import type { Page, PagedList } from '../operations/paging.js';

/**
 * A list over a function that reads one page. Items that a later page repeats, because the list changed in between, are
 * given once.
 */
export function pagedList<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
): PagedList<Item> {
  return {
    page: (cursor) => read(cursor),
    async *[Symbol.asyncIterator]() {
      const seen = new Set<string>();
      const asked = new Set<string | undefined>();
      let cursor: string | undefined;
      do {
        asked.add(cursor);
        const page = await read(cursor);
        for (const item of page.items) {
          const key = keyOf(item);
          if (seen.has(key)) continue;
          seen.add(key);
          yield item;
        }
        // A provider that points back at a page already read would be read for ever.
        cursor = asked.has(page.next) ? undefined : page.next;
      } while (cursor !== undefined);
    },
  };
}
