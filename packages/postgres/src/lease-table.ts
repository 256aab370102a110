import { quoted } from './schema.js';
import { now } from './server-time.js';
import { hashOf, readable } from './stored-text.js';
import type { Transaction } from './transaction.js';

/** The statements about leases, within one transaction. */
export class LeaseTable {
  readonly #transaction: Transaction;
  readonly #table: string;

  constructor(transaction: Transaction, schema: string) {
    this.#transaction = transaction;
    this.#table = `${quoted(schema)}.leases`;
  }

  /**
   * Of several at once, all but the first wait for it and then find the lease taken.
   *
   * @returns whether the holder has the lease now.
   */
  async take(scope: string, name: string, holder: string, leaseMs: number): Promise<boolean> {
    const taken = await this.#transaction.rows(
      `INSERT INTO ${this.#table} AS lease (name_hash, scope, name, holder, lease_until)
       VALUES ($1, $2, $3, $4, ${now} + $5::bigint)
       ON CONFLICT (name_hash) DO UPDATE SET holder = excluded.holder, lease_until = ${now} + $5::bigint
       WHERE lease.holder = excluded.holder OR lease.lease_until <= ${now}
       RETURNING name_hash`,
      [hashOf(scope, name), readable(scope), readable(name), readable(holder), leaseMs],
    );
    if (taken.length === 0) return false;
    await this.#removeExpired();
    return true;
  }

  async drop(scope: string, name: string, holder: string): Promise<void> {
    await this.#transaction.rows(
      `DELETE FROM ${this.#table} WHERE name_hash = $1 AND holder = $2`,
      [hashOf(scope, name), readable(holder)],
    );
  }

  /**
   * Nobody else would ever remove the lease of a process that died. Rows that others are at are skipped: to wait for them, with
   * the lease that was just taken in hand, could end in a deadlock. The time is asked for once, so that the index can be used.
   */
  async #removeExpired(): Promise<void> {
    await this.#transaction.rows(
      `DELETE FROM ${this.#table} WHERE name_hash IN (
         SELECT name_hash FROM ${this.#table} WHERE lease_until <= (SELECT ${now}) FOR UPDATE SKIP LOCKED
       )`,
    );
  }
}
