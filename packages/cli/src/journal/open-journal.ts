import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { ConfigurationError } from '@registrar-kit/core';
import { systemCodeOf } from '../input/read-text-file.js';
import { engineNotInstalled, folderNotUsable, isNotCompiled, journalFault } from './faults.js';
import type { FileJournal, JournalEngine } from './load-journal-engine.js';

/**
 * Opens the journal of a file, created where it is missing, and makes sure that it can be used before anything is sent.
 *
 * @returns the journal, or why the engine cannot be loaded on this machine.
 * @throws ConfigurationError when the engine is there and the file cannot be used.
 */
export async function openJournal(
  file: string,
  loadEngine: () => Promise<JournalEngine>,
): Promise<{ readonly journal: FileJournal } | { readonly engineMissing: ConfigurationError }> {
  let engine: JournalEngine;
  try {
    engine = await loadEngine();
  } catch {
    return { engineMissing: engineNotInstalled() };
  }
  try {
    // The orders are nobody else's business.
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderNotUsable(path.dirname(file), systemCodeOf(error));
  }
  const journal = engine({ path: file });
  try {
    await journal.guarantees();
    return { journal };
  } catch (error) {
    await journal.close();
    const fault = journalFault(error);
    if (isNotCompiled(fault)) return { engineMissing: fault };
    throw fault;
  }
}
