import type { parseArgs } from 'node:util';
import type { optionTable } from './option-table.js';

// Only a way to name the type that parseArgs derives from the table.
type Parsed = ReturnType<
  typeof parseArgs<{ options: typeof optionTable; allowPositionals: true; strict: true }>
>;

export type OptionValues = Readonly<Parsed['values']>;

/** A command line, read and checked. */
export interface Invocation {
  readonly values: OptionValues;
  /** What follows the command's name. */
  readonly words: readonly string[];
}
