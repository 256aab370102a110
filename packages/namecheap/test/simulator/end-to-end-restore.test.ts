import { describe, expect, it } from '@jest/globals';
import type { RestoreDomainInput } from '@registrar-kit/core';
import { demoAccounts } from '@registrar-kit/testing';
import {
  driftIn,
  simulatedRegistrar,
  type SimulatedRegistrar,
} from '../support/simulated-registrar.js';
import { errorOf } from '../support/test-driver.js';

const account = demoAccounts.user.id;
const domain = 'demo-late.com';
const order: RestoreDomainInput = {
  domain,
  price: { atMost: { amount: '100.00', currency: 'USD' } },
};

const bought = ({ world }: SimulatedRegistrar): readonly string[] =>
  world.ledger().map(({ kind, domain: name, amount }) => `${kind} ${name} ${amount.amount}`);

const once = [`restoreDomain ${domain} 88.00`];

describe('a restore over the simulated vendor', () => {
  it.each([
    ['has expired', 'demo-late.com'],
    ['is in redemption', 'demo-later.net'],
  ])('brings a domain back that %s', async (_what, late) => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    expect(await registrar.getDomain({ domain: late })).toMatchObject({ status: 'expired' });
    const price = await registrar.quote({ operation: 'restoreDomain', domain: late });
    expect(price.price).toEqual({ amount: '88.00', currency: 'USD' });
    expect(await registrar.restoreDomain({ domain: late, price })).toMatchObject({
      status: 'done',
      charged: { amount: '88.0000', currency: 'USD' },
      recovered: false,
    });
    expect(await registrar.getDomain({ domain: late })).toMatchObject({ status: 'active' });
    expect(world.ledger().map(({ kind }) => kind)).toEqual(['restoreDomain']);
    expect(driftIn(simulated)).toEqual([]);
  });

  it('is not chosen by itself where a renewal was asked for', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const { expiresOn } = world.find(domain) ?? {};
    const error = await errorOf(
      registrar.renewDomain({
        domain,
        years: 1,
        expectedExpiresOn: expiresOn ?? '',
        price: 'listed',
      }),
    );
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', state: 'expired' });
    expect(error.message).toContain('restoreDomain');
    expect(bought(simulated)).toEqual([]);
  });

  it('is refused where there is nothing to bring back, or too late, or too dear', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar } = simulated;
    const codeOf = async (changes: Partial<RestoreDomainInput>): Promise<string> =>
      (await errorOf(registrar.restoreDomain({ ...order, ...changes }))).code;
    expect(await codeOf({ domain: 'demo-bakery.com' })).toBe('INVALID_DOMAIN_STATE');
    expect(await codeOf({ domain: 'unknown-name.com' })).toBe('DOMAIN_NOT_FOUND');
    expect(await codeOf({ price: { atMost: { amount: '87.99', currency: 'USD' } } })).toBe(
      'PRICE_CHANGED',
    );
    // The vendor shows a domain that is about to be deleted as one that has expired.
    expect(await codeOf({ domain: 'demo-gone.info' })).toBe('OUTCOME_UNKNOWN');
    expect(bought(simulated)).toEqual([]);
  });

  it('of a premium name has its own price', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const day = 86_400_000;
    const expiresOn = new Date(Date.now() - 5 * day).toISOString().slice(0, 10);
    world.putDomain({ domain: 'harbour.io', account, expiresOn });
    const price = await registrar.quote({ operation: 'restoreDomain', domain: 'harbour.io' });
    expect(price).toMatchObject({ price: { amount: '180.0000' }, premium: true });
    await registrar.restoreDomain({ domain: 'harbour.io', price });
    expect(world.ledger().map(({ amount }) => amount.amount)).toEqual(['180.00']);
  });
});

describe('an order for a restore whose answer is lost', () => {
  it.each(['answer-lost-after-commit', 'truncated-answer', 'empty-answer'] as const)(
    'is proven by reading, and not made again: %s',
    async (fault) => {
      const simulated = await simulatedRegistrar();
      const { registrar, world } = simulated;
      world.faults.add({ fault, operation: 'restoreDomain', domain });
      expect(await registrar.restoreDomain(order)).toMatchObject({
        status: 'done',
        recovered: true,
        expiresOn: world.find(domain)?.expiresOn,
      });
      expect(bought(simulated)).toEqual(once);
    },
  );

  it.each(['answer-lost-before-commit', 'other-redirect', 'server-error'] as const)(
    'stays unknown where nothing came of it: %s',
    async (fault) => {
      const simulated = await simulatedRegistrar();
      const { registrar, world } = simulated;
      world.faults.add({ fault, operation: 'restoreDomain' });
      const error = await errorOf(registrar.restoreDomain(order));
      if (error.code !== 'OUTCOME_UNKNOWN') throw error;
      expect((await errorOf(registrar.restoreDomain(order))).code).toBe('OUTCOME_UNKNOWN');
      expect(await registrar.reconcileOperation({ operation: error.handle })).toEqual({
        status: 'unknown',
      });
      expect(bought(simulated)).toEqual([]);
    },
  );

  it('is found by reconciling where it was executed behind the reading', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'restoreDomain' });
    const error = await errorOf(registrar.restoreDomain(order));
    if (error.code !== 'OUTCOME_UNKNOWN') throw error;
    expect(bought(simulated)).toEqual(once);
    expect(await registrar.reconcileOperation({ operation: error.handle })).toMatchObject({
      status: 'done',
      result: { recovered: true },
    });
    expect(bought(simulated)).toEqual(once);
  });
});
