/** Which part of a list is wanted. */
interface Cut {
  readonly descending?: boolean;
  readonly offset?: number;
  readonly limit?: number;
}

/** Sorts a list and cuts a page out of it. */
export function pageOf<Item>(
  items: readonly Item[],
  order: (left: Item, right: Item) => number,
  { descending = false, offset = 0, limit }: Cut,
): { readonly items: readonly Item[]; readonly total: number } {
  const sorted = [...items].sort(order);
  if (descending) sorted.reverse();
  const end = limit === undefined ? sorted.length : offset + limit;
  return { items: sorted.slice(offset, end), total: sorted.length };
}

/** By code units, so that the order is the same everywhere. */
export function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
