import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { isRegistrarError } from '@registrar-kit/core';
import { aBalance, aContact, FakeRegistrar, stubRegistrar } from '@registrar-kit/testing';
import { contracts } from './contract-of-namecheap.mjs';

const fake = new FakeRegistrar();
afterEach(() => fake.reset());

const order = { years: 1, contacts: { registrant: aContact() }, price: 'listed' };

describe('under node:test', () => {
  for (const attempt of [1, 2])
    test(`a fake is as new after a reset, try ${attempt}`, async () => {
      fake.plan('answer-lost-after-commit');
      const bought = await fake.registerDomain({ ...order, domain: 'new-bakery.com' });
      assert.equal(bought.recovered, true);
      assert.deepEqual(
        fake.ledger.map(({ kind, domain }) => [kind, domain]),
        [['registerDomain', 'new-bakery.com']],
      );
      assert.deepEqual(fake.unmet, []);
    });

  test('errors are told by their code', async () => {
    fake.failNext('getBalance', 'RATE_LIMITED');
    await assert.rejects(fake.getBalance(), (error) => isRegistrarError(error, 'RATE_LIMITED'));
    assert.deepEqual(await stubRegistrar({ getBalance: aBalance() }).getBalance(), aBalance());
  });
});

contracts({
  describe: (name, body) => describe(name, { concurrency: 8 }, body),
  test,
});
