import { inspect } from 'node:util';
import { expect } from '@jest/globals';

/** A key that stands out; it has not the usual shape, which is no fault. */
export const canaryKey = 'CANARY-key-4f1d7b90';
/** A key of the usual shape. */
export const shapelyCanaryKey = '0ca9a4c0ffee4f1d7b90ca9a40000001';
export const canaryProxyPassword = 'CANARY-proxy-81c2';
export const canaryPhone = '+902125550142';

const canaries = [canaryKey, shapelyCanaryKey, canaryProxyPassword, 'CANARY', '2125550142'];

/** Everything that a value shows in any usual way: printed, as JSON, as text. */
function shownBy(value: unknown): string {
  const text = value instanceof Object && 'message' in value ? String(value.message) : '';
  return [
    inspect(value, { depth: 12, showHidden: true, getters: true }),
    JSON.stringify(value),
    text,
  ].join('\n');
}

/** Fails when a secret shows anywhere. */
export function expectNoCanary(...values: readonly unknown[]): void {
  for (const value of values) {
    const shown = shownBy(value);
    for (const canary of canaries) expect(shown).not.toContain(canary);
  }
}
