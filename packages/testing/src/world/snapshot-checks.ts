import { quoteValue } from '@registrar-kit/core';

/** What is wrong with a value, in words, or `undefined`. `path` names the value. */
export type Check = (value: unknown, path: string) => string | undefined;

export const text: Check = (value, path) =>
  typeof value === 'string' ? undefined : `${path} is not text`;

export const whole: Check = (value, path) =>
  Number.isSafeInteger(value) ? undefined : `${path} is not a whole number`;

export const flag: Check = (value, path) =>
  typeof value === 'boolean' ? undefined : `${path} is neither true nor false`;

export function oneOf(words: readonly unknown[]): Check {
  return (value, path) =>
    words.includes(value)
      ? undefined
      : `${path} is ${quoteValue(value)} instead of ${words.join(', ')}`;
}

/** A text or value that a predicate accepts; `kind` is what it ought to be. */
export function that(accepts: (value: unknown) => boolean, kind: string): Check {
  return (value, path) => (accepts(value) ? undefined : `${path} is not ${kind}`);
}

export function listOf(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} is not a list`;
    for (const [index, item] of value.entries()) {
      const problem = check(item, `${path}[${String(index)}]`);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** An object with at least these fields. */
export function record(fields: Readonly<Record<string, Check>>): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${path} is not an object`;
    for (const [field, check] of Object.entries(fields)) {
      const problem = check(
        Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined,
        path === '' ? field : `${path}.${field}`,
      );
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
}

/** An object whose every field passes the same check. */
export function recordOf(check: Check): Check {
  return (value, path) => {
    const problem = record({})(value, path);
    if (problem !== undefined) return problem;
    return record(Object.fromEntries(Object.keys(value as object).map((key) => [key, check])))(
      value,
      path,
    );
  };
}

export function optional(check: Check): Check {
  return (value, path) => (value === undefined ? undefined : check(value, path));
}
