import assert from 'node:assert/strict';

/** Compares plain data. Both sides are copied first: what a native library made, a test runner may see as another realm's. */
export function assertSameData(actual: unknown, expected: unknown): void {
  assert.deepStrictEqual(structuredClone(actual), structuredClone(expected));
}
