import { setImmediate as nextTurn } from 'node:timers/promises';

/** Well under a millisecond's work where an item is one row of an answer that is validated with a schema. */
const ITEMS_AT_ONCE = 20;

/**
 * `flatMap` for the rows of an answer that may be very long: between slices of twenty items everything else that waits
 * has its turn. Twenty items or fewer are mapped in one go.
 */
export async function flatMapInSlices<Item, Result>(
  items: Iterable<Item>,
  map: (item: Item, index: number) => readonly Result[],
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let index = 0;
  for (const item of items) {
    if (index > 0 && index % ITEMS_AT_ONCE === 0) await nextTurn();
    for (const result of map(item, index)) results.push(result);
    index += 1;
  }
  return results;
}
