import { inspect } from 'node:util';
import { expect } from '@jest/globals';

/** Credentials that must never be seen; every test looks for the common part. */
export const canaryKey = 'CANARY-key/9f+3 &=é';
export const canaryPassword = 'CANARY:p@ss/word';

/** Fails when a value, however it is printed, shows a piece of a canary in any of its forms. */
export function expectNoCanary(...values: readonly unknown[]): void {
  for (const value of values) {
    const shown = [inspect(value, { depth: 12, showHidden: true }), JSON.stringify([value])];
    for (const text of shown) {
      expect(text).not.toContain('CANARY');
      expect(text).not.toContain(Buffer.from('CANARY').toString('base64').slice(0, 7));
    }
  }
}
