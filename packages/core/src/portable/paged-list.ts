import type { Page, PagedList } from '../operations/paging.js';

/** What a list could not show: it changed faster than it could be read, or the provider counts more than it lists. */
export interface ListGap {
  readonly shown: number;
  readonly total: number;
}

/**
 * A list over a function that reads one page. Items that a later page repeats, because the list changed in between, are
 * given once. When the total shows that items may have slipped from a page not yet read to one already read, all pages are
 * read a second time for them; what is missing even then is told to `onGap`.
 */
export function pagedList<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  keyOf: (item: Item) => string,
  onGap?: (gap: ListGap) => void,
): PagedList<Item> {
  return {
    page: (cursor) => read(cursor),
    async *[Symbol.asyncIterator]() {
      const seen = new Set<string>();
      const unseen = (item: Item): boolean => {
        const before = seen.size;
        return seen.add(keyOf(item)).size > before;
      };
      for (const last of [false, true]) {
        const { steady, total } = yield* readOnce(read, unseen);
        if (total === undefined || (steady && seen.size >= total)) return;
        if (last) onGap?.({ shown: seen.size, total });
      }
    },
  };
}

/** One pass over all pages; answers the last total, and whether it stayed the same. */
async function* readOnce<Item>(
  read: (cursor: string | undefined) => Promise<Page<Item>>,
  unseen: (item: Item) => boolean,
): AsyncGenerator<Item, { readonly steady: boolean; readonly total: number | undefined }> {
  const asked = new Set<string | undefined>();
  const totals = new Set<number>();
  let total: number | undefined;
  let cursor: string | undefined;
  do {
    asked.add(cursor);
    const page = await read(cursor);
    if (page.total !== undefined) totals.add((total = page.total));
    yield* page.items.filter(unseen);
    // A provider that points back at a page already read would be read for ever.
    cursor = asked.has(page.next) ? undefined : page.next;
  } while (cursor !== undefined);
  return { steady: totals.size <= 1, total };
}
