import { aContact, FakeRegistrar, stubRegistrar } from '@registrar-kit/testing';
import { installRegistrarTesting, useFakeRegistrar } from '@registrar-kit/testing/jest';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contracts } from './contract-of-namecheap.mjs';

// Vitest has no globals unless it is told to; with them, the import alone is enough.
installRegistrarTesting({ expect, beforeEach, afterEach, afterAll });

const fake = useFakeRegistrar();
const order = { years: 1, contacts: { registrant: aContact() }, price: 'listed' };

describe('under Vitest', () => {
  test.each([1, 2])('a fake is as new for each test, try %i', async () => {
    fake.plan('answer-lost-after-commit');
    const bought = await fake.registerDomain({ ...order, domain: 'new-bakery.com' });
    expect(bought.recovered).toBe(true);
    expect(fake).toHaveRegistered('new-bakery.com');
  });

  test('errors are told by their code', async () => {
    fake.failNext('getBalance', 'RATE_LIMITED');
    await expect(fake.getBalance()).rejects.toBeRegistrarError('RATE_LIMITED');
    await expect(stubRegistrar({}).getBalance()).rejects.toThrow('add getBalance');
    expect(new FakeRegistrar().simulated).toBe(true);
  });
});

contracts({ describe: describe.concurrent, test });
