export { aJournalEntry, type JournalEntryWish } from './journal/a-journal-entry.js';
export type { ContractRunner } from './contract-runner.js';
export { journalContract } from './journal/journal-contract.js';
export type { JournalHarness, JournalOpening, JournalStore } from './journal/journal-harness.js';
