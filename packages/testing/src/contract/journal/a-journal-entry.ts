import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  money,
  parseDomainName,
  type BeginOutcome,
  type JournalRow,
  type OperationJournal,
  type PricedOperation,
  type PurchaseEntry,
  type PurchaseRow,
  type RawCallEntry,
} from '@registrar-kit/core';

/** What a test says about an order; the rest is the same in all of them. */
export interface JournalEntryWish {
  readonly scope?: string;
  readonly key?: string;
  readonly domain?: string;
  readonly kind?: PricedOperation;
  /** In dollars unless `currency` says otherwise. @defaultValue 10.00 */
  readonly price?: string;
  readonly currency?: string;
  readonly startedAt?: number;
  readonly keyExpiresAt?: number;
}

export const aScope = 'namecheap api.example.com panel';

/** An order; each one has an id, a key and a domain of its own unless wished otherwise. */
export function aJournalEntry(wish: JournalEntryWish = {}): PurchaseEntry {
  const id = randomUUID();
  const { key = `caller ${id}`, domain = `shop-${id}.example`, kind = 'renewDomain' } = wish;
  const provider = 'namecheap';
  const environment = 'test';
  return {
    scope: wish.scope ?? aScope,
    key,
    order: `${kind} ${domain}`,
    operation: { id, provider, environment, kind, domain: parseDomainName(domain) },
    kind,
    environment,
    guard: { years: 1 },
    price: money(wish.price ?? '10.00', wish.currency ?? 'USD'),
    startedAt: wish.startedAt ?? Date.now(),
    ...(wish.keyExpiresAt === undefined ? {} : { keyExpiresAt: wish.keyExpiresAt }),
  };
}

/** A raw call that charges, of unknown price. */
export function aRawCallEntry(wish: { readonly key?: string } = {}): RawCallEntry {
  const id = randomUUID();
  const provider = 'namecheap';
  const environment = 'test';
  const command = 'namecheap.ssl.create';
  return {
    scope: aScope,
    key: wish.key ?? `caller ${id}`,
    order: 'raw namecheap.ssl.create',
    operation: { id, provider, environment, kind: 'raw', command },
    kind: 'raw',
    environment,
    startedAt: Date.now(),
  };
}

/** What came of many attempts, counted by outcome. */
export function countOutcomes(outcomes: readonly BeginOutcome[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of outcomes) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

export const idOf = (row: JournalRow | undefined): string | undefined => row?.operation.id;

/** Begins an order that nothing stands against. */
export async function begun(journal: OperationJournal, entry: PurchaseEntry): Promise<PurchaseRow> {
  const outcome = await journal.begin(entry);
  assert.ok(outcome.status === 'begun', outcome.status);
  assert.ok(outcome.row.kind !== 'raw');
  return outcome.row;
}

/** Lets an engine open the connections that it will, so that the steps of a race really overlap. */
export async function warmUp(...journals: readonly OperationJournal[]): Promise<void> {
  const orders = journals.flatMap((journal) =>
    Array.from({ length: 8 }, () =>
      begun(journal, aJournalEntry({ scope: 'warm-up', price: '0' })),
    ),
  );
  await Promise.all(orders);
}
