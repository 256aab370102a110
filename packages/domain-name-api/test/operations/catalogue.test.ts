import { afterEach, describe, expect, it } from '@jest/globals';
import type { Tld } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const path = 'products/tlds';
const page = (skip: number, currency = 'USD') => ({
  query: { MaxResultCount: '1000', SkipCount: String(skip), Currency: currency },
});

function twoPages(currency?: string): void {
  vendor('GET', path, page(0, currency), { body: fixture('products-two-pages-first.json') });
  vendor('GET', path, page(2, currency), { body: fixture('products-two-pages-second.json') });
}

afterEach(expectRequestsAsTold);

describe('listTlds', () => {
  it('reads all pages', async () => {
    const { registrar, drifts } = openRegistrar();
    twoPages();
    const tlds: Tld[] = [];
    for await (const tld of registrar.listTlds()) tlds.push(tld);
    expect(tlds).toEqual([
      {
        tld: 'com',
        registrable: true,
        renewable: true,
        transferable: true,
        registrationYears: { min: 1, max: 10 },
        labelLength: { min: 3, max: 63 },
        supportsPrivacy: true,
      },
      {
        tld: 'com.tr',
        registrable: true,
        renewable: false,
        transferable: true,
        registrationYears: { min: 1, max: 5 },
        labelLength: { min: 2, max: 63 },
        supportsPrivacy: false,
      },
      { tld: 'istanbul', registrable: false, renewable: true, transferable: false },
    ]);
    expect(drifts()).toEqual([]);
  });

  it('pages by a cursor', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', path, page(0), { body: fixture('products-two-pages-first.json') });
    await expect(registrar.listTlds().page()).resolves.toMatchObject({ total: 3, next: '2' });
    await expect(
      expectFailure(registrar.listTlds().page('x'), 'INVALID_INPUT'),
    ).resolves.toMatchObject({
      issues: [expect.objectContaining({ path: 'cursor' })],
    });
  });

  it('ends after an empty page, whatever the total says', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', path, page(0), { body: { totalCount: 10, items: [] } });
    await expect(registrar.listTlds().page()).resolves.toEqual({
      items: [],
      total: 10,
      readAt: expect.any(String),
    });
  });

  it('leaves out what cannot be read and reports it', async () => {
    const { registrar, drifts } = openRegistrar();
    const items = [
      { name: 7 },
      {
        name: 'com',
        constraints: 'none',
        prices: [{ register: [{ period: 1, price: 'x', currency: 'USD' }] }],
      },
    ];
    vendor('GET', path, page(0), { body: { totalCount: 2, items } });
    await expect(registrar.listTlds().page()).resolves.toMatchObject({
      items: [{ tld: 'com', registrable: false }],
    });
    expect(drifts()).toEqual([
      'items.0.name: is not of type string',
      'items.1.constraints: is not of type object',
      'com.prices.0.register: holds a price without a usable amount, currency or period',
    ]);
  });
});

describe('getPrices', () => {
  it('answers what is listed and computes nothing', async () => {
    const { registrar } = openRegistrar();
    twoPages();
    const { prices, missing } = await registrar.getPrices({ tlds: ['com', 'com.tr', 'net'] });
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    expect(prices).toEqual([
      { tld: 'com', operation: 'registerDomain', years: 1, price: usd('10.68') },
      { tld: 'com', operation: 'registerDomain', years: 2, price: usd('21.36') },
      { tld: 'com', operation: 'renewDomain', years: 1, price: usd('14.78') },
      { tld: 'com', operation: 'transferDomain', years: 1, price: usd('10.48') },
      { tld: 'com', operation: 'restoreDomain', years: 1, price: usd('88') },
      {
        tld: 'com.tr',
        operation: 'registerDomain',
        years: 1,
        price: { amount: '120.25', currency: 'TRY' },
      },
      {
        tld: 'com.tr',
        operation: 'transferDomain',
        years: 1,
        price: { amount: '0', currency: 'TRY' },
      },
    ]);
    expect(missing).toEqual(['net']);
  });

  it('stops when all that was asked for is found, and asks in the configured currency', async () => {
    const { registrar } = openRegistrar({ currency: 'TRY' });
    vendor('GET', path, page(0, 'TRY'), { body: fixture('products-two-pages-first.json') });
    const { prices } = await registrar.getPrices({ tlds: ['com'], operations: ['renewDomain'] });
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'renewDomain',
        years: 1,
        price: { amount: '14.78', currency: 'USD' },
      },
    ]);
  });
});
