import type { Database, Statement } from './load-sqlite.js';
import { toColumn } from './to-column.js';

/** The statements about leases; each runs within the transaction of the step that needs it. */
export class LeaseTable {
  readonly #removeExpired: Statement;
  readonly #take: Statement;
  readonly #drop: Statement;

  constructor(database: Database) {
    this.#removeExpired = database.prepare('DELETE FROM leases WHERE lease_until <= ?');
    this.#take = database.prepare(
      `INSERT INTO leases (scope, name, holder, lease_until) VALUES (?, ?, ?, ?)
       ON CONFLICT (scope, name) DO UPDATE SET lease_until = excluded.lease_until WHERE holder = excluded.holder`,
    );
    this.#drop = database.prepare('DELETE FROM leases WHERE scope = ? AND name = ? AND holder = ?');
  }

  /** @returns whether the holder has the lease now. */
  take(scope: string, name: string, holder: string, now: number, leaseMs: number): boolean {
    // All that have run out, not just this one: nobody else would ever remove the lease of a process that died.
    this.#removeExpired.run(now);
    const values = [toColumn(scope), toColumn(name), toColumn(holder), now + leaseMs];
    return this.#take.run(...values).changes > 0;
  }

  drop(scope: string, name: string, holder: string): void {
    this.#drop.run(toColumn(scope), toColumn(name), toColumn(holder));
  }
}
