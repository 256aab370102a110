import { expect, test } from '@jest/globals';
import { money, volatileJournal } from '@registrar-kit/core';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { aContact, createDemoWorld, type PlanEntry } from '@registrar-kit/testing';
import { mountSimulator } from '@registrar-kit/testing/jest';
import nock from 'nock';
import { errorPage } from '../src/error-page.js';
import { openRegistrar } from '../src/open-registrar.js';
import { placeOrder } from '../src/place-order.js';

const order = {
  id: 'order-1',
  domain: 'new-bakery.com',
  years: 1,
  owner: aContact(),
  budget: money('20.00', 'USD'),
};

/** Within a test: gone after it. */
function aWorldWith(...faults: PlanEntry[]) {
  const world = createDemoWorld();
  const simulator = createDomainNameApiSimulator({ world, quota: { speed: 1000 } });
  const { config } = mountSimulator(nock, simulator, { faults });
  return { world, registrar: openRegistrar(config, volatileJournal()) };
}

test('an answer that is lost on the way costs nothing twice', async () => {
  const { world, registrar } = aWorldWith('answer-lost-after-commit');
  expect(await placeOrder(registrar, order)).toMatchObject({ status: 'registered' });
  expect(world).toHaveRegistered('new-bakery.com');
});

test('an address that is not allowed ends on a page', async () => {
  const { world, registrar } = aWorldWith({ name: 'ip-not-allowed', operation: 'quote' });
  const failure: unknown = await placeOrder(registrar, order).catch((error: unknown) => error);
  expect(failure).toBeRegistrarError('ACCESS_DENIED');
  expect(errorPage(failure).status).toBe(403);
  expect(world).not.toHaveCharged();
});
