import { describe, expect, test } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContact } from '@registrar-kit/testing';
import { useFakeRegistrar } from '@registrar-kit/testing/jest';
import { placeOrder } from '../src/place-order.js';

// Made once; each test finds it as new.
const fake = useFakeRegistrar();

const domain = 'new-bakery.com';
const order = { id: 'order-1', domain, years: 1, owner: aContact(), budget: money('20.00', 'USD') };

describe('an order', () => {
  test('is bought once, however often it is repeated', async () => {
    const first = await placeOrder(fake, order);
    expect(await placeOrder(fake, order)).toEqual(first);
    expect(first.status).toBe('registered');
    expect(fake).toHaveRegistered(domain, { years: 1 });
    expect(fake).toHaveCharged(money('10.48', 'USD'));
    expect(fake.balance).toEqual(money('989.52', 'USD'));
  });

  test('whose answer is lost was bought all the same', async () => {
    fake.plan('answer-lost-after-commit');
    expect(await placeOrder(fake, order)).toMatchObject({ status: 'registered' });
    expect(fake).toHaveRegistered(domain);
  });

  test('that nobody can tell of is settled later, and not ordered again', async () => {
    fake.plan('commit-after-reconcile-read');
    const standing = await placeOrder(fake, order);
    if (standing.status !== 'unclear') throw new Error('the answer was not lost');
    await fake.reconcileOperation({ operation: standing.operation });
    expect(await placeOrder(fake, order)).toMatchObject({ status: 'registered' });
    expect(fake).toHaveRegistered(domain);
  });

  test.each([
    ['name-taken', 'taken'],
    ['balance-spent', 'funds'],
  ] as const)('%s: refused, and nobody pays', async (happens, because) => {
    fake.plan(happens);
    expect(await placeOrder(fake, order)).toEqual({ status: 'refused', because });
    expect(fake).not.toHaveCharged();
  });

  test('above the budget is not sent', async () => {
    expect(await placeOrder(fake, { ...order, budget: money('1.00', 'USD') })).toEqual({
      status: 'refused',
      because: 'price',
    });
    expect(fake).not.toHaveAskedFor('registerDomain');
  });

  test('can wait for its registry', async () => {
    const tomorrow = new Date(fake.world.clock.now() + 86_400_000).toISOString().slice(0, 10);
    fake.plan('pending-until', { until: tomorrow });
    const standing = await placeOrder(fake, order);
    expect(standing.status).toBe('pending');
    await fake.advanceTime({ days: 1 });
    expect((await fake.getDomain({ domain })).status).toBe('active');
  });

  test('meets a fault that the page shows', async () => {
    fake.failNext('quote', 'AUTHENTICATION_FAILED', { reason: 'unauthorized' });
    await expect(placeOrder(fake, order)).rejects.toBeRegistrarError('AUTHENTICATION_FAILED', {
      operation: 'registerDomain',
      reason: 'unauthorized',
    });
  });
});
