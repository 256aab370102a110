import {
  addMoney,
  fromStoredRow,
  rivalKindsOf,
  subjectOf,
  toStoredState,
  type JournalEntry,
  type JournalRow,
  type Money,
  type PurchaseEntry,
  type Settlement,
  type SpendLimit,
  type StoredRow,
} from '@registrar-kit/core';
import type { Database, Statement } from './load-sqlite.js';
import { toColumn } from './to-column.js';

const columns = 'entry, state, charged, lease_until AS leaseUntil';

/** The statements about orders; each runs within the transaction of the step that needs it. */
export class JournalTable {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The row that holds a key. An unsettled order is never forgotten, however old its key. */
  holderOf(scope: string, key: string, now: number): JournalRow | undefined {
    return this.#row(
      `SELECT ${columns} FROM operations WHERE scope = ? AND order_key = ? AND key_held = 1
       AND (status <> 'done' OR key_expires_at IS NULL OR key_expires_at > ?)`,
      [toColumn(scope), toColumn(key), now],
    );
  }

  /** Lets go of a key that has expired; the row itself stays. */
  releaseKey(scope: string, key: string): void {
    this.#run(
      'UPDATE operations SET key_held = 0 WHERE scope = ? AND order_key = ? AND key_held = 1',
      [toColumn(scope), toColumn(key)],
    );
  }

  unsettledOrderFor({ scope, kind, operation }: JournalEntry): JournalRow | undefined {
    return this.#row(
      `SELECT ${columns} FROM operations WHERE scope = ? AND domain = ? AND status <> 'done'
       AND kind IN (SELECT value FROM json_each(?))`,
      [toColumn(scope), toColumn(subjectOf(operation)), JSON.stringify(rivalKindsOf(kind))],
    );
  }

  /**
   * What orders beside this one count. Orders of all accounts do: the limit guards the purse. Added here, since SQLite would add
   * floats.
   */
  spentSince(
    since: number,
    { amount: { currency } }: SpendLimit,
    { scope, operation }: JournalEntry,
  ): Money {
    const amounts = this.#statement(
      `SELECT amount FROM operations WHERE currency = ? AND begun_at > ?
       AND NOT (scope = ? AND operation_id = ?)`,
    )
      .pluck()
      .all(currency, since, toColumn(scope), toColumn(operation.id)) as string[];
    return amounts
      .map((amount) => ({ amount, currency }))
      .reduce(addMoney, { amount: '0', currency });
  }

  insert(entry: JournalEntry, begunAt: number, leaseUntil: number): JournalRow {
    const stored = startedRow(entry, leaseUntil);
    this.#run(
      `INSERT INTO operations (scope, operation_id, order_key, kind, domain, status, begun_at, lease_until,
         key_expires_at, amount, currency, entry, state)
       VALUES (?, ?, ?, ?, ?, 'started', ?, ?, ?, ?, ?, ?, ?)`,
      [
        toColumn(entry.scope),
        toColumn(entry.operation.id),
        toColumn(entry.key),
        entry.kind,
        toColumn(subjectOf(entry.operation)),
        begunAt,
        leaseUntil,
        entry.keyExpiresAt ?? null,
        // An order of unknown price counts in no currency.
        entry.price?.amount ?? '0',
        entry.price?.currency ?? '',
        stored.entry,
        stored.state,
      ],
    );
    return fromStoredRow(stored);
  }

  /** Starts an order once more, as if it began now. */
  startAgain(entry: PurchaseEntry, begunAt: number, leaseUntil: number): JournalRow {
    const stored = startedRow(entry, leaseUntil);
    this.#run(
      `UPDATE operations SET status = 'started', begun_at = ?, lease_until = ?, key_expires_at = ?, amount = ?, currency = ?,
         entry = ?, state = ? WHERE scope = ? AND operation_id = ?`,
      [
        begunAt,
        leaseUntil,
        entry.keyExpiresAt ?? null,
        entry.price.amount,
        entry.price.currency,
        stored.entry,
        stored.state,
        toColumn(entry.scope),
        toColumn(entry.operation.id),
      ],
    );
    return fromStoredRow(stored);
  }

  byId(scope: string, operationId: string): JournalRow | undefined {
    return this.#row(`SELECT ${columns} FROM operations WHERE scope = ? AND operation_id = ?`, [
      toColumn(scope),
      toColumn(operationId),
    ]);
  }

  newest(scope: string, limit: number): readonly JournalRow[] {
    return this.#statement(
      `SELECT ${columns} FROM operations WHERE scope = ? ORDER BY sequence DESC LIMIT ?`,
    )
      .all(toColumn(scope), limit)
      .map((row) => fromStoredRow(row as StoredRow));
  }

  remove(scope: string, operationId: string): void {
    this.#run('DELETE FROM operations WHERE scope = ? AND operation_id = ?', [
      toColumn(scope),
      toColumn(operationId),
    ]);
  }

  settle(
    scope: string,
    operationId: string,
    settlement: Exclude<Settlement, { status: 'refused' }>,
  ): void {
    const { state, charged } = toStoredState(settlement);
    const charge = settlement.status === 'done' ? settlement.charged : undefined;
    this.#run(
      `UPDATE operations SET status = ?, state = ?, charged = coalesce(?, charged),
         amount = coalesce(?, amount), currency = coalesce(?, currency)
       WHERE scope = ? AND operation_id = ?`,
      [
        settlement.status,
        state,
        charged,
        charge?.amount ?? null,
        charge?.currency ?? null,
        toColumn(scope),
        toColumn(operationId),
      ],
    );
  }

  setLease(scope: string, operationId: string, leaseUntil: number): void {
    this.#run('UPDATE operations SET lease_until = ? WHERE scope = ? AND operation_id = ?', [
      leaseUntil,
      toColumn(scope),
      toColumn(operationId),
    ]);
  }

  #row(sql: string, values: readonly unknown[]): JournalRow | undefined {
    const row = this.#statement(sql).get(...values);
    return row === undefined ? undefined : fromStoredRow(row as StoredRow);
  }

  #run(sql: string, values: readonly unknown[]): void {
    this.#statement(sql).run(...values);
  }

  #statement(sql: string): Statement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const statement = this.#database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

function startedRow(entry: JournalEntry, leaseUntil: number): StoredRow {
  const state = '{"status":"started"}';
  return { entry: JSON.stringify(entry), state, charged: null, leaseUntil };
}
