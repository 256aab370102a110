import type { OperationName, Registrar } from '@registrar-kit/core';
import type { Shop } from '../shop.js';

/** One call of an operation, in a shop where it succeeds as long as nobody touches the replies. */
export interface Scene {
  /** Tells scenes of one operation apart. */
  readonly title: string;
  readonly operation: OperationName;
  readonly kind: 'read' | 'write' | 'paid';
  /** What has to be there first. */
  arrange?(shop: Shop): void;
  act(registrar: Registrar, shop: Shop): Promise<unknown>;
  /** Of a write that answers what it read back: whether the world is as the caller wanted it. */
  stands?(shop: Shop): boolean;
}

/** What a list scene answers: the pages that were taken. */
export async function firstPages<Item>(
  list: AsyncIterable<Item> & { page(cursor?: string): Promise<{ readonly next?: string }> },
): Promise<readonly unknown[]> {
  const first = await list.page();
  return first.next === undefined ? [first] : [first, await list.page(first.next)];
}
