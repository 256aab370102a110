import {
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
} from '@registrar-kit/core';
import { quoted } from './schema.js';
import { now } from './server-time.js';
import { hashOf, readable } from './stored-text.js';
import type { Transaction } from './transaction.js';

interface Row {
  readonly entry: string;
  readonly state: string;
  readonly charged: string | null;
  // bigint comes as text, so that no digit is lost.
  readonly lease_until: string;
}

const columns = 'entry, state, charged, lease_until::text';

/** The statements about orders, within one transaction. */
export class JournalTable {
  readonly #transaction: Transaction;
  readonly #table: string;

  constructor(transaction: Transaction, schema: string) {
    this.#transaction = transaction;
    this.#table = `${quoted(schema)}.operations`;
  }

  /** The row that holds a key. An unsettled order is never forgotten, however old its key. */
  holderOf(scope: string, key: string): Promise<JournalRow | undefined> {
    const held = `status <> 'done' OR key_expires_at IS NULL OR key_expires_at > ${now}`;
    return this.#row(`key_hash = $1 AND (${held})`, [hashOf(scope, key)]);
  }

  unsettledOrderFor(entry: JournalEntry): Promise<JournalRow | undefined> {
    return this.#row('open_hash = $1', [hashOfOpen(entry)]);
  }

  byId(scope: string, operationId: string): Promise<JournalRow | undefined> {
    return this.#row('id_hash = $1', [hashOf(scope, operationId)]);
  }

  /** What orders beside this one count. Orders of all accounts do: the limit guards the purse. */
  async spent(
    { amount: { currency }, periodMs }: SpendLimit,
    { scope, operation }: JournalEntry,
  ): Promise<Money> {
    const [row] = await this.#transaction.rows<{ spent: string }>(
      `SELECT coalesce(sum(amount), 0)::text AS spent FROM ${this.#table}
       WHERE currency = $1 AND begun_at > ${now} - $2::bigint AND id_hash <> $3`,
      [currency, periodMs, hashOf(scope, operation.id)],
    );
    return { amount: row?.spent ?? '0', currency };
  }

  /** Records an order under a key whose last holder, if any, has expired. */
  async insert(entry: JournalEntry, leaseMs: number): Promise<JournalRow> {
    const { scope, key, kind, operation, price } = entry;
    const keyHash = hashOf(scope, key);
    const stored = { entry: JSON.stringify(entry), state: '{"status":"started"}', charged: null };
    await this.#transaction.rows(`UPDATE ${this.#table} SET key_hash = NULL WHERE key_hash = $1`, [
      keyHash,
    ]);
    const [row] = await this.#transaction.rows<{ lease_until: string }>(
      `INSERT INTO ${this.#table} (scope, operation_id, order_key, kind, domain, status, scope_hash, id_hash, key_hash,
         open_hash, begun_at, lease_until, key_expires_at, amount, currency, entry, state)
       VALUES ($1, $2, $3, $4, $5, 'started', $6, $7, $8, $9, ${now}, ${now} + $10::bigint, $11, $12, $13, $14, $15)
       RETURNING lease_until::text`,
      [
        readable(scope),
        readable(operation.id),
        readable(key),
        kind,
        readable(subjectOf(operation)),
        hashOf(scope),
        hashOf(scope, operation.id),
        keyHash,
        hashOfOpen(entry),
        leaseMs,
        entry.keyExpiresAt ?? null,
        // An order of unknown price counts in no currency.
        price?.amount ?? '0',
        price?.currency ?? '',
        stored.entry,
        stored.state,
      ],
    );
    return fromStoredRow({ ...stored, leaseUntil: Number(row?.lease_until) });
  }

  /** Starts an unknown order once more, as if it began now, unless somebody has taken it in hand meanwhile. */
  async startAgain(
    entry: PurchaseEntry,
    leaseUntil: number,
    leaseMs: number,
  ): Promise<JournalRow | undefined> {
    const stored = { entry: JSON.stringify(entry), state: '{"status":"started"}', charged: null };
    const [row] = await this.#transaction.rows<{ lease_until: string }>(
      `UPDATE ${this.#table} SET status = 'started', begun_at = ${now}, lease_until = ${now} + $3::bigint,
         key_expires_at = $4, amount = $5, currency = $6, entry = $7, state = $8
       WHERE id_hash = $1 AND status = 'unknown' AND lease_until = $2 RETURNING lease_until::text`,
      [
        hashOf(entry.scope, entry.operation.id),
        leaseUntil,
        leaseMs,
        entry.keyExpiresAt ?? null,
        entry.price.amount,
        entry.price.currency,
        stored.entry,
        stored.state,
      ],
    );
    return row === undefined
      ? undefined
      : fromStoredRow({ ...stored, leaseUntil: Number(row.lease_until) });
  }

  async newest(scope: string, limit: number): Promise<readonly JournalRow[]> {
    const rows = await this.#transaction.rows<Row>(
      `SELECT ${columns} FROM ${this.#table} WHERE scope_hash = $1 ORDER BY sequence DESC LIMIT $2`,
      [hashOf(scope), limit],
    );
    return rows.map(toJournalRow);
  }

  /** Frees what a refused order held; one that is done stays. */
  async removeUnlessDone(scope: string, operationId: string): Promise<void> {
    await this.#transaction.rows(
      `DELETE FROM ${this.#table} WHERE id_hash = $1 AND status <> 'done'`,
      [hashOf(scope, operationId)],
    );
  }

  /** @returns whether it was removed: whoever took the order in hand has moved its lease. */
  async removeUnknown(scope: string, operationId: string, leaseUntil: number): Promise<boolean> {
    const removed = await this.#transaction.rows(
      `DELETE FROM ${this.#table} WHERE id_hash = $1 AND status = 'unknown' AND lease_until = $2 RETURNING sequence`,
      [hashOf(scope, operationId), leaseUntil],
    );
    return removed.length > 0;
  }

  /** @returns whether the order is on record; one that is done stays so. */
  async settle(
    scope: string,
    operationId: string,
    settlement: Exclude<Settlement, { status: 'refused' }>,
  ): Promise<boolean> {
    const { state, charged } = toStoredState(settlement);
    const charge = settlement.status === 'done' ? settlement.charged : undefined;
    const settled = await this.#transaction.rows(
      `UPDATE ${this.#table} SET status = $2, state = $3, charged = coalesce($4, charged),
         amount = coalesce($5::numeric, amount), currency = coalesce($6, currency),
         open_hash = CASE WHEN $2 = 'done' THEN NULL ELSE open_hash END
       WHERE id_hash = $1 AND (status <> 'done' OR $2 = 'done') RETURNING sequence`,
      [
        hashOf(scope, operationId),
        settlement.status,
        state,
        charged,
        charge?.amount ?? null,
        charge?.currency ?? null,
      ],
    );
    return settled.length > 0 || (await this.byId(scope, operationId)) !== undefined;
  }

  async extendLease(scope: string, operationId: string, leaseMs: number): Promise<void> {
    await this.#transaction.rows(
      `UPDATE ${this.#table} SET lease_until = ${now} + $2::bigint WHERE id_hash = $1`,
      [hashOf(scope, operationId), leaseMs],
    );
  }

  /** Of several at once, all but the first find the lease extended when it is their turn. */
  async takeOver(scope: string, operationId: string, leaseMs: number): Promise<boolean> {
    const taken = await this.#transaction.rows(
      `UPDATE ${this.#table} SET lease_until = ${now} + $2::bigint
       WHERE id_hash = $1 AND status = 'started' AND lease_until <= ${now} RETURNING sequence`,
      [hashOf(scope, operationId), leaseMs],
    );
    return taken.length > 0;
  }

  async #row(condition: string, values: readonly unknown[]): Promise<JournalRow | undefined> {
    const [row] = await this.#transaction.rows<Row>(
      `SELECT ${columns} FROM ${this.#table} WHERE ${condition}`,
      values,
    );
    return row === undefined ? undefined : toJournalRow(row);
  }
}

/** What an order that is not done holds against its rivals. */
function hashOfOpen({ scope, kind, operation }: JournalEntry): string {
  return hashOf(scope, rivalKindsOf(kind)[0], subjectOf(operation));
}

function toJournalRow({ lease_until, ...row }: Row): JournalRow {
  return fromStoredRow({ ...row, leaseUntil: Number(lease_until) });
}
