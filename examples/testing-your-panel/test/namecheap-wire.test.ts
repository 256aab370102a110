import { expect, test } from '@jest/globals';
import { money, volatileJournal } from '@registrar-kit/core';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { aContact, createDemoWorld } from '@registrar-kit/testing';
import { mountSimulator } from '@registrar-kit/testing/jest';
import nock from 'nock';
import { openRegistrar } from '../src/open-registrar.js';
import { placeOrder } from '../src/place-order.js';

// Before the tests: there for all of them, with the same world each time. Nothing of the panel or the adapter is replaced.
const simulator = createNamecheapSimulator({ world: createDemoWorld(), quota: { speed: 1000 } });
const { config, world } = mountSimulator(nock, simulator);

const order = {
  id: 'order-1',
  domain: 'new-bakery.com',
  years: 1,
  owner: aContact(),
  budget: money('20.00', 'USD'),
};

test.each([1, 2])('the panel buys over the wire, try %i', async () => {
  const registrar = openRegistrar(config, volatileJournal());
  expect(await placeOrder(registrar, order)).toMatchObject({ status: 'registered' });
  expect(world).toHaveRegistered('new-bakery.com');
  expect(registrar.simulated).toBe(true);
});

test('a wrong key is answered as the vendor answers it', async () => {
  const wrong = { ...config, apiKey: 'f'.repeat(32) };
  const registrar = openRegistrar(wrong, volatileJournal());
  await expect(registrar.getBalance()).rejects.toBeRegistrarError('AUTHENTICATION_FAILED', {
    reason: 'key_rejected_or_access_disabled',
  });
});
