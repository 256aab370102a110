/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** How many there are in all, where the provider says. */
  readonly total?: number;
  /** ISO instant of the reading, where the answer may have been kept from an earlier call. */
  readonly readAt?: string;
  /** Hand this to `.page()` for the next page; absent on the last. */
  readonly next?: string;
}

/** A list that reads page by page as it is iterated. Each iteration reads anew. */
export interface PagedList<Item> extends AsyncIterable<Item> {
  /** One page: the first, or the one that `cursor` names. */
  page(cursor?: string): Promise<Page<Item>>;
}
