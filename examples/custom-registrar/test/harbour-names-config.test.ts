import { describe, expect, it } from '@jest/globals';
import { isRegistrarError } from '@registrar-kit/core';
import { parseHarbourNamesConfig } from '../src/harbour-names-config.js';
import { harbourNames } from '../src/index.js';
import { token } from './support/credentials.js';

describe('the configuration', () => {
  it('comes from the environment', () => {
    const env = { HARBOUR_NAMES_ACCOUNT: 'example-account', HARBOUR_NAMES_TOKEN: token };
    expect(harbourNames.fromEnv(env)).toEqual({ account: 'example-account', token });
  });

  it('is refused with every fault at once, and without the token', () => {
    const config = { environment: 'test', token: `${token} `, acount: 'typing-error' };
    let refusal: unknown;
    try {
      harbourNames.parseConfig(config);
    } catch (error) {
      refusal = error;
    }
    if (!isRegistrarError(refusal, 'CONFIGURATION_INVALID')) throw new Error('it was not refused');
    expect(refusal.issues.map(({ path }) => path).sort()).toEqual(['account', 'acount', 'token']);
    expect(JSON.stringify(refusal)).not.toContain('CANARY');
  });

  it('has an address for each environment', () => {
    const addresses = ['test', 'live'].map((environment) =>
      String(parseHarbourNamesConfig({ environment, account: 'example-account', token }).baseUrl),
    );
    expect(addresses).toEqual([
      'https://sandbox.harbour-names.example/v2',
      'https://api.harbour-names.example/v2',
    ]);
  });
});
