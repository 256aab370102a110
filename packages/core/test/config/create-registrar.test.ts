import { beforeEach, describe, expect, it, test } from '@jest/globals';
import { createRegistrar, isRegistrarError, volatileJournal } from '@registrar-kit/core';
import { aProvider, type TestProvider } from '../support/a-provider.js';
import { thrownBy } from '../support/thrown-by.js';

let first: TestProvider;
let second: TestProvider;
let providers: readonly TestProvider[];

beforeEach(() => {
  first = aProvider('first-registrar');
  second = aProvider('second-registrar');
  providers = [first, second];
});

function issuesOf(work: () => unknown): unknown {
  const error = thrownBy(work);
  return isRegistrarError(error, 'CONFIGURATION_INVALID') ? error.issues : error;
}

describe('createRegistrar', () => {
  it('makes the registrar that a flat configuration names', () => {
    const config = { provider: 'second-registrar', environment: 'test', apiKey: 'CANARY-key' };
    const registrar = createRegistrar(config, providers);
    expect(registrar.provider).toBe('second-registrar');
    expect(second.created).toEqual([[config, {}]]);
  });

  it('takes the section of the chosen provider and leaves out the others', () => {
    const config = {
      provider: 'first-registrar',
      environment: 'live',
      timeoutMs: 5000,
      'first-registrar': { account: 'one', timeoutMs: 900 },
      'second-registrar': 'whatever it holds',
    };
    const journal = volatileJournal();
    createRegistrar(config, providers, { journal });
    expect(first.created).toEqual([
      [
        { provider: 'first-registrar', environment: 'live', timeoutMs: 900, account: 'one' },
        { journal },
      ],
    ]);
  });

  it('swaps the registrar by one word', () => {
    const config = { environment: 'test', 'first-registrar': {}, 'second-registrar': {} };
    for (const provider of ['first-registrar', 'second-registrar']) {
      expect(createRegistrar({ ...config, provider }, providers).provider).toBe(provider);
    }
  });

  it('does not let a section choose another provider', () => {
    const config = {
      provider: 'first-registrar',
      'first-registrar': { provider: 'second-registrar' },
    };
    createRegistrar(config, providers);
    expect(first.created).toMatchObject([[{ provider: 'first-registrar' }, {}]]);
  });

  it('keeps what its adapter says of the rest', () => {
    const config = { provider: 'first-registrar', environment: 'tset' };
    expect(issuesOf(() => createRegistrar(config, providers))).toEqual([
      { path: 'environment', problem: 'is neither test nor live', cure: 'give test or live' },
    ]);
  });

  test.each([
    ['nowhere', '"nowhere" is not a known provider'],
    [undefined, 'is missing'],
    [42, '"42" is not a known provider'],
    ['FIRST-REGISTRAR', '"FIRST-REGISTRAR" is not a known provider'],
    ['constructor', '"constructor" is not a known provider'],
  ])('names the known providers when asked for %p', (provider, problem) => {
    expect(issuesOf(() => createRegistrar({ provider }, providers))).toEqual([
      { path: 'provider', problem, cure: 'choose one of: first-registrar, second-registrar' },
    ]);
  });

  it('says when it was given no adapter at all', () => {
    expect(issuesOf(() => createRegistrar({ provider: 'first-registrar' }, []))).toMatchObject([
      { cure: 'pass at least one adapter' },
    ]);
  });

  test.each([[null], [undefined], ['namecheap'], [[]], [7]])(
    'refuses %p as configuration',
    (config) => {
      expect(issuesOf(() => createRegistrar(config, providers))).toMatchObject([
        { path: 'config', problem: 'is not an object' },
      ]);
    },
  );

  it('shows no secret of the configuration in an error', () => {
    const config = { provider: 'nowhere', apiKey: 'CANARY-key' };
    const error = thrownBy(() => createRegistrar(config, providers));
    expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('CANARY');
  });
});
