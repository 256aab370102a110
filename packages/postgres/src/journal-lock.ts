import type { Transaction } from './transaction.js';

/**
 * Lets one transaction at a time begin an order or change the schema, until it ends. The unique indexes would do for keys and
 * domains; a sum of what is spent, with orders under way that it cannot see yet, needs this.
 */
export async function lockJournal({ rows }: Transaction, schema: string): Promise<void> {
  await rows('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `registrar-kit.journal ${schema}`,
  ]);
}
