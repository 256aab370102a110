import type { PricedOperation } from '@registrar-kit/core';
import { closestWord } from '../arguments/closest-word.js';
import { UsageError } from '../usage-error.js';

const words = {
  registerDomain: 'register',
  renewDomain: 'renew',
  transferDomain: 'transfer',
  restoreDomain: 'restore',
} as const satisfies Record<PricedOperation, string>;

/** What the command line calls an operation that has a price. */
export function wordOf(operation: PricedOperation | 'raw'): string {
  return operation === 'raw' ? 'raw' : words[operation];
}

/** The operation that a word of the command line means. @throws UsageError */
export function readPricedOperation(typed: string): PricedOperation {
  const operations = Object.keys(words) as PricedOperation[];
  const found = operations.find((operation) => words[operation] === typed);
  if (found !== undefined) return found;
  const known = Object.values(words);
  const near = closestWord(typed, known);
  throw new UsageError(
    `"${typed}" is nothing that has a price`,
    near === undefined ? `choose one of: ${known.join(', ')}` : `did you mean ${near}?`,
  );
}
