import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  operationNames,
  PortableRegistrar,
  type OperationName,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { nothingSupported, reasonFor } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const handle = {
  id: 'some-id',
  provider: 'test-registrar',
  environment: 'test',
  kind: 'registerDomain',
  domain: 'example.com',
};

// What each operation needs so that nothing but the capability can refuse it.
const inputs: Partial<Record<OperationName, unknown>> = {
  checkAvailability: { domains: ['example.com'] },
  streamAvailability: { domains: ['example.com'] },
  quote: { operation: 'registerDomain', domain: 'example.com' },
  registerDomain: {
    domain: 'example.com',
    years: 1,
    contacts: { registrant: aContact() },
    price: 'listed',
  },
  renewDomain: {
    domain: 'example.com',
    years: 1,
    expectedExpiresOn: '2026-06-01',
    price: 'listed',
  },
  setNameservers: { domain: 'example.com', nameservers: ['ns1.example.net', 'ns2.example.net'] },
  getOperation: { operation: handle },
  waitForOperation: { operation: handle },
  reconcileOperation: { operation: handle },
  applyRecords: { plan: { domain: 'example.com' } },
  getCapabilities: {},
  getPrices: {},
  listDomains: {},
};
const withoutInput: readonly OperationName[] = ['verifyAccess', 'getBalance', 'listTlds'];

type Answer = Promise<unknown> & AsyncIterable<unknown> & { page?: () => Promise<unknown> };

/** Calls an operation by name, and reads what it gives, be it one answer or a list. */
function callOf(
  registrar: PortableRegistrar,
  operation: OperationName,
  input: unknown,
): Promise<unknown> {
  const method = Reflect.get(registrar, operation) as (input?: unknown) => Answer;
  const given = withoutInput.includes(operation) ? [] : [input];
  const answer = method.apply(registrar, given as [unknown]);
  return Symbol.asyncIterator in answer ? firstOf(answer) : answer;
}

async function firstOf(list: AsyncIterable<unknown>): Promise<unknown> {
  for await (const item of list) return item;
  return undefined;
}

describe.each(operationNames)('%s', (operation) => {
  const driver = new TestDriver({ capabilities: nothingSupported });
  const registrar = new PortableRegistrar(driver);

  it('is there, and refuses with the reason of the capability table', async () => {
    const input = inputs[operation] ?? { domain: 'example.com' };
    const error = await rejectionOf(callOf(registrar, operation, input));
    expect(isRegistrarError(error, 'UNSUPPORTED_OPERATION')).toBe(true);
    expect(error).toMatchObject({
      operation,
      provider: 'test-registrar',
      reason: reasonFor(operation),
      alternative: `do ${operation} by hand`,
      effect: 'none',
      retryable: false,
    });
    expect(driver.log).toEqual([]);
  });
});

describe('a list that is not offered', () => {
  const registrar = new PortableRegistrar(new TestDriver({ capabilities: nothingSupported }));

  test.each(['listTlds', 'listDomains', 'listTransfers'] as const)(
    '%s refuses by page too, and not before it is read',
    async (operation) => {
      const list = registrar[operation]();
      const error = await rejectionOf(list.page());
      expect(isRegistrarError(error, 'UNSUPPORTED_OPERATION')).toBe(true);
    },
  );
});

describe('an operation that the table allows and this version has not built', () => {
  const { capabilities } = new TestDriver();
  const registrar = new PortableRegistrar(
    new TestDriver({ capabilities: { ...capabilities, setLock: { support: 'supported' } } }),
  );

  it('says so', async () => {
    const error = await rejectionOf(registrar.setLock({ domain: 'example.com', locked: true }));
    expect(isRegistrarError(error, 'UNSUPPORTED_OPERATION') && error.reason).toBe(
      'not built yet in this version',
    );
  });

  it('names the domain it was asked for', async () => {
    expect(
      await rejectionOf(registrar.setLock({ domain: 'Example.COM', locked: true })),
    ).toMatchObject({
      domain: 'example.com',
    });
    expect(
      await rejectionOf(registrar.waitForOperation({ operation: handle as never })),
    ).toMatchObject({
      domain: 'example.com',
    });
  });

  test.each([[undefined], [null], ['example.com'], [{ domain: 42 }]])(
    'rejects, and does not throw, when handed %p',
    async (input) => {
      for (const operation of ['setLock', 'waitForOperation', 'applyRecords'] as const) {
        const error = await rejectionOf(callOf(registrar, operation, input));
        expect(isRegistrarError(error, 'UNSUPPORTED_OPERATION')).toBe(true);
      }
    },
  );
});

describe('getCapabilities', () => {
  const { capabilities } = new TestDriver();

  it('is the same for every ending as long as none differs', async () => {
    const registrar = new PortableRegistrar(new TestDriver());
    expect(await registrar.getCapabilities()).toEqual(capabilities);
    expect(await registrar.getCapabilities({ tld: 'com' })).toEqual(capabilities);
  });

  it('does not answer for one ending where entries depend on it', async () => {
    const registrar = new PortableRegistrar(
      new TestDriver({
        capabilities: {
          ...capabilities,
          setLock: { support: 'conditional', on: 'tld', note: 'not under .de' },
        },
      }),
    );
    expect((await registrar.getCapabilities()).setLock).toMatchObject({ note: 'not under .de' });
    const error = await rejectionOf(registrar.getCapabilities({ tld: 'com' }));
    expect(isRegistrarError(error, 'UNSUPPORTED_OPERATION')).toBe(true);
  });

  it('refuses what is no ending', async () => {
    const registrar = new PortableRegistrar(new TestDriver());
    for (const tld of ['', 'a b', '%', '127.0.0.1', 7])
      expect(
        isRegistrarError(
          await rejectionOf(registrar.getCapabilities({ tld: tld as string })),
          'INVALID_INPUT',
        ),
      ).toBe(true);
  });
});
