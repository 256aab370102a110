import { describe, expect, test } from '@jest/globals';
import { createRegistrar, diagnoseRegistrar, money, volatileJournal } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import { aContact, fakeProvider } from '@registrar-kit/testing';
import { useFakeRegistrar } from '@registrar-kit/testing/jest';
import { openRegistrar } from '../src/open-registrar.js';
import { placeOrder } from '../src/place-order.js';

const fake = useFakeRegistrar();
const providers = [fakeProvider(namecheap, fake), fakeProvider(domainNameApi, fake)];

// As they stand in the panel's settings. The keys are made up.
const settings = {
  namecheap: {
    provider: 'namecheap',
    environment: 'live',
    apiUser: 'panel',
    apiKey: '0123456789abcdef0123456789abcdef',
    clientIp: '192.0.2.7',
  },
  'domain-name-api': {
    provider: 'domain-name-api',
    environment: 'live',
    resellerId: '00000000-0000-4000-8000-000000000001',
    apiKey: '01234567-89ab-4cde-8f01-23456789abcd',
  },
} as const;

describe.each(Object.entries(settings))('with the settings for %s', (provider, config) => {
  test('the panel buys there', async () => {
    const registrar = openRegistrar(config, volatileJournal(), providers);
    expect(registrar.provider).toBe(provider);
    const order = { id: '1', domain: 'new-bakery.com', years: 1, owner: aContact() };
    await placeOrder(registrar, { ...order, budget: money('20.00', 'USD') });
    expect(fake).toHaveRegistered('new-bakery.com');
  });

  test('a wrong setting is found as in production', () => {
    const wrong = { ...config, apiKey: undefined };
    expect(() => createRegistrar(wrong, providers)).toBeRegistrarError('CONFIGURATION_INVALID');
  });

  test('the page that examines the access says who must act', async () => {
    fake.plan('ip-not-allowed', { times: 'always' });
    const { outcome, worst } = await diagnoseRegistrar(config, providers);
    expect(outcome).toBe('failed');
    expect(worst?.code).toBe('ACCESS_DENIED');
    expect(worst?.leading[0].remedy.actor).toBeDefined();
  });
});
