import { describe, expect, it } from '@jest/globals';
import { isNodeSupported } from '../src/node-version.mjs';

describe('isNodeSupported', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts %s', (version) => {
    expect(isNodeSupported(version)).toBe(true);
  });

  it.each(['20.18.3', '18.20.0', '16.0.0', ''])('refuses "%s"', (version) => {
    expect(isNodeSupported(version)).toBe(false);
  });
});
