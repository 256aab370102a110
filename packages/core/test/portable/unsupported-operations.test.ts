import { describe, expect, test } from '@jest/globals';
import {
  isRegistrarError,
  operationNames,
  PortableRegistrar,
  type OperationName,
} from '@registrar-kit/core';
import { nothingSupported, reasonFor } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

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

  // What cannot be had is said before what is wrong with the input.
  test.each([
    [undefined],
    [null],
    ['example.com'],
    [{ domain: 42 }],
    [{ domain: 'example.com', nonsense: true }],
  ])(
    'refuses with the reason of the capability table, whatever it is handed: %j',
    async (input) => {
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
    },
  );
});

test.each(['getDomain', 'setLock', 'createHost', 'planRecords', 'transferDomain'] as const)(
  '%s names the domain that it was asked for',
  async (operation) => {
    const registrar = new PortableRegistrar(new TestDriver({ capabilities: nothingSupported }));
    const error = await rejectionOf(callOf(registrar, operation, { domain: 'Example.COM' }));
    expect(error).toMatchObject({ domain: 'example.com' });
  },
);

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
