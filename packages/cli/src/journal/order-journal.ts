import path from 'node:path';
import { volatileJournal, type OperationJournal } from '@registrar-kit/core';
import { openJournal } from './open-journal.js';
import type { JournalEngine } from './load-journal-engine.js';

/** Whose orders: those of simulators are kept apart, so that nobody takes one for the other. */
export type OrderKind = 'real' | 'simulated';

/** The journal that a command works with. */
export interface OrderJournal {
  readonly journal: OperationJournal;
  /** Whether a later command finds the orders again. */
  readonly kept: boolean;
  close(): Promise<void>;
}

const files = {
  real: 'operations.sqlite',
  simulated: 'simulated-operations.sqlite',
} as const satisfies Record<OrderKind, string>;

/**
 * The journal in the state directory. Where the engine cannot be loaded, orders to a simulator may be remembered in memory.
 *
 * @throws ConfigurationError when orders have to be kept and cannot be.
 */
export async function openOrderJournal(options: {
  readonly kind: OrderKind;
  readonly stateDirectory: string;
  readonly loadEngine: () => Promise<JournalEngine>;
  /** Whether memory will do for simulated orders. */
  readonly mayForget: boolean;
}): Promise<OrderJournal> {
  const { kind, stateDirectory, loadEngine, mayForget } = options;
  const opened = await openJournal(path.join(stateDirectory, files[kind]), loadEngine);
  if ('journal' in opened)
    return { journal: opened.journal, kept: true, close: () => opened.journal.close() };
  if (kind === 'real' || !mayForget) throw opened.engineMissing;
  return { journal: volatileJournal(), kept: false, close: () => Promise.resolve() };
}
