export { sqliteJournal, type SqliteJournal } from './sqlite-journal.js';
export type { SqliteJournalOptions } from './sqlite-journal-options.js';
