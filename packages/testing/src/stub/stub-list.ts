import { isRegistrarError, type Page, type PagedList } from '@registrar-kit/core';

/** A list over whatever an answer gives: rows at once, or a list of its own. An error comes when the list is read. */
export function stubList(answer: () => unknown): PagedList<unknown> {
  const read = async (): Promise<readonly unknown[] | AsyncIterable<unknown>> => {
    const value = await answer();
    if (isRegistrarError(value)) throw value;
    if (Array.isArray(value) || isAsyncIterable(value)) return value as readonly unknown[];
    throw new Error('a stubbed list answers with an array or an async iterable');
  };
  return {
    async *[Symbol.asyncIterator]() {
      yield* await read();
    },
    page: async (cursor) => {
      const value = await read();
      if (isPagedList(value)) return value.page(cursor);
      const items: unknown[] = [];
      for await (const item of value) items.push(item);
      return { items, total: items.length };
    },
  };
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

function isPagedList(
  value: object,
): value is { page(cursor: string | undefined): Promise<Page<unknown>> } {
  return 'page' in value && typeof value.page === 'function';
}
