import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  volatileJournal,
  type DriverOperations,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const nameservers = ['ns1.example.net', 'ns2.example.net'];

function setUp(changes: Partial<DriverOperations>) {
  const driver = Object.assign(new TestDriver(), changes);
  return new PortableRegistrar(driver, { journal: volatileJournal() });
}

describe('what an adapter throws that is no error of this library', () => {
  test.each<[unknown, string]>([
    [new TypeError('CANARY'), 'TypeError'],
    [new Error('CANARY'), 'Error'],
    ['CANARY', 'string'],
    [{ apiKey: 'CANARY' }, 'object'],
    [undefined, 'undefined'],
  ])(
    'becomes a ProviderError that names its kind and nothing of its text: %p',
    async (thrown, kind) => {
      const registrar = setUp({
        getBalance: async () => {
          throw thrown;
        },
      });
      const error = await rejectionOf(registrar.getBalance());
      expect(isRegistrarError(error, 'PROVIDER_ERROR') && error.message).toContain(
        `internal ${kind};`,
      );
      expect(error).toMatchObject({ effect: 'none', diagnosis: [{ cause: 'unclassified' }] });
      expect(`${JSON.stringify(error)} ${String((error as Error).stack)}`).not.toContain('CANARY');
    },
  );

  it('leaves open whether a change was made', async () => {
    const registrar = setUp({
      setNameservers: async () => {
        throw new TypeError('x');
      },
    });
    const call = registrar.setNameservers({ domain: 'example.com', nameservers });
    expect(await rejectionOf(call)).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('is caught when it is thrown at once, too', async () => {
    const registrar = setUp({
      getBalance: () => {
        throw new RangeError('x');
      },
    });
    expect(isRegistrarError(await rejectionOf(registrar.getBalance()), 'PROVIDER_ERROR')).toBe(
      true,
    );
  });

  it('bought nothing as long as only prices were read', async () => {
    const registrar = setUp({
      quote: async () => {
        throw new TypeError('x');
      },
    });
    const call = registrar.registerDomain({
      domain: 'example.com',
      years: 1,
      contacts: { registrant: aContact() },
      price: 'listed',
    });
    expect(await rejectionOf(call)).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'none' });
  });
});

it('says so when an adapter marks an operation as possible that it does not have', async () => {
  const registrar = setUp({ getBalance: undefined as never });
  const error = await rejectionOf(registrar.getBalance());
  expect(isRegistrarError(error, 'PROVIDER_ERROR') && error.message).toBe(
    'test-registrar: getBalance: the adapter marks getBalance as possible but has no method for it; this is a fault of the adapter',
  );
});
