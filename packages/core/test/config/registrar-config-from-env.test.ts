import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, registrarConfigFromEnv } from '@registrar-kit/core';
import { aProvider } from '../support/a-provider.js';
import { thrownBy } from '../support/thrown-by.js';

const providers = [aProvider('first-registrar'), aProvider('second-registrar')];

function issuesOf(env: Record<string, string | undefined>): unknown {
  const error = thrownBy(() => registrarConfigFromEnv(providers, env));
  return isRegistrarError(error, 'CONFIGURATION_INVALID') ? error.issues : error;
}

describe('registrarConfigFromEnv', () => {
  it("joins the common variables and the chosen provider's own", () => {
    const env = {
      REGISTRAR_PROVIDER: ' second-registrar ',
      REGISTRAR_ENVIRONMENT: 'live',
      REGISTRAR_PROXY_URL: 'http://proxy.example:3128',
      ACCOUNT: 'one',
    };
    expect(registrarConfigFromEnv(providers, env)).toEqual({
      provider: 'second-registrar',
      environment: 'live',
      proxy: 'http://proxy.example:3128',
      account: 'one',
    });
  });

  test.each([[undefined], [''], ['  ']])(
    'leaves the proxy out when it is %j',
    (REGISTRAR_PROXY_URL) => {
      const env = {
        REGISTRAR_PROVIDER: 'first-registrar',
        REGISTRAR_ENVIRONMENT: 'test',
        REGISTRAR_PROXY_URL,
      };
      expect(registrarConfigFromEnv(providers, env)).toEqual({
        provider: 'first-registrar',
        environment: 'test',
      });
    },
  );

  it('lists every fault at once', () => {
    expect(issuesOf({})).toEqual([
      {
        path: 'REGISTRAR_PROVIDER',
        problem: 'is not set',
        cure: 'set it to first-registrar or second-registrar',
      },
      {
        path: 'REGISTRAR_ENVIRONMENT',
        problem: 'is not set',
        cure: "set it to test for the vendor's sandbox, to live for real orders",
      },
    ]);
    expect(
      issuesOf({ REGISTRAR_PROVIDER: 'nowhere', REGISTRAR_ENVIRONMENT: 'prod' }),
    ).toMatchObject([
      { path: 'REGISTRAR_PROVIDER', problem: 'names no known provider: "nowhere"' },
      { path: 'REGISTRAR_ENVIRONMENT', problem: 'is neither test nor live' },
    ]);
  });

  it('never takes live for granted', () => {
    expect(issuesOf({ REGISTRAR_PROVIDER: 'first-registrar' })).toMatchObject([
      { path: 'REGISTRAR_ENVIRONMENT' },
    ]);
  });
});
