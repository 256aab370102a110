import { createHash } from 'node:crypto';

/** One short text for several, however long, so that no two lists of texts have the same. */
export function hashOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Text that PostgreSQL takes, as JSON writes it: it has no zero characters and no halves of pairs. */
export function readable(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
