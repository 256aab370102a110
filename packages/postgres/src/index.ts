export type { PostgresConnection, PostgresPool } from './postgres-pool.js';
export { postgresJournal, type PostgresJournal } from './postgres-journal.js';
export type { PostgresJournalOptions } from './postgres-journal-options.js';
