import type { OperationJournal } from '@registrar-kit/core';
import { warmUp } from './a-journal-entry.js';
import type { JournalOpening, JournalStore } from './journal-harness.js';

/** Two connections to one store. */
export async function openTwice(
  store: JournalStore,
  opening?: JournalOpening,
): Promise<readonly [OperationJournal, OperationJournal]> {
  const journals = [await store.open(opening), await store.open(opening)] as const;
  await warmUp(...journals);
  return journals;
}
