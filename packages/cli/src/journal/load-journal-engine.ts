import type { OperationJournal } from '@registrar-kit/core';

/** A journal in a file, which has to be closed. */
export interface FileJournal extends OperationJournal {
  close(): Promise<void>;
}

/** Makes a journal of a file. */
export type JournalEngine = (options: { readonly path: string }) => FileJournal;

/** Loads the engine, which is optional: installing the command must not fail where its native part cannot be compiled. */
export async function loadJournalEngine(): Promise<JournalEngine> {
  const { sqliteJournal } = await import('@registrar-kit/sqlite');
  return sqliteJournal;
}
