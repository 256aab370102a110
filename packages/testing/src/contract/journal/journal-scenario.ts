import type { JournalStore } from './journal-harness.js';

/** One thing that every engine must do, on a store of its own. */
export interface JournalScenario {
  readonly title: string;
  /** Asked only of engines that promise it. */
  readonly needs?: 'durable' | 'shared';
  readonly run: (store: JournalStore) => Promise<void>;
}

export function scenario(
  title: string,
  run: JournalScenario['run'],
  needs?: JournalScenario['needs'],
): JournalScenario {
  return { title, run, ...(needs === undefined ? {} : { needs }) };
}
