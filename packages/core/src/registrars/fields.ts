import { quoteValue } from '../values/quote-value.js';

/** The fields of a plain object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A key as it may stand in a message: keys of a configuration can be anything. */
export function nameOf(key: string): string {
  return quoteValue(key).slice(1, -1);
}
