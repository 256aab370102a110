import { describe, expect, it } from '@jest/globals';
import { openRegistrar } from '../support/open-registrar.js';
import { expectSent, fixture, vendor } from '../support/vendor.js';

const first = 'GET endings';
const last = 'GET endings?after=Y29t';

function twoPages(): void {
  vendor(first, { body: fixture('endings-first.json') });
  vendor(last, { body: fixture('endings-last.json') });
}

describe('listTlds', () => {
  it('reads page by page', async () => {
    const { registrar } = openRegistrar();
    twoPages();
    const tlds = [];
    for await (const tld of registrar.listTlds()) tlds.push(tld);
    expect(tlds).toEqual([
      {
        tld: 'com',
        registrable: true,
        renewable: true,
        registrationYears: { min: 1, max: 10 },
        renewalYears: { min: 1, max: 10 },
        labelLength: { min: 3, max: 63 },
        supportsIdn: true,
        supportsLock: true,
        supportsPrivacy: true,
      },
      expect.objectContaining({ tld: 'ai', renewable: false, supportsPrivacy: false }),
    ]);
    expectSent({ call: first }, { call: last });
  });
});

describe('getPrices', () => {
  it('moves the point, and makes no price for years that are not listed', async () => {
    const { registrar } = openRegistrar();
    twoPages();
    const { prices, missing } = await registrar.getPrices({ tlds: ['com', 'ai', 'nowhere'] });
    expect(prices).toEqual([
      {
        tld: 'com',
        operation: 'registerDomain',
        years: 1,
        price: { amount: '10.48', currency: 'USD' },
      },
      {
        tld: 'com',
        operation: 'renewDomain',
        years: 1,
        price: { amount: '14.78', currency: 'USD' },
      },
      {
        tld: 'ai',
        operation: 'registerDomain',
        years: 2,
        price: { amount: '159.96', currency: 'USD' },
      },
    ]);
    expect(missing).toEqual(['nowhere']);
    expectSent({ call: first }, { call: last });
  });

  it('stops reading when it has what was asked for', async () => {
    const { registrar } = openRegistrar();
    vendor(first, { body: fixture('endings-first.json') });
    await registrar.getPrices({ tlds: ['com'] });
    expectSent({ call: first });
  });
});

describe('checkAvailability', () => {
  it('answers for each name, and never takes an unknown state for a free one', async () => {
    const { registrar } = openRegistrar();
    const call = 'POST availability';
    const domains = ['boats.example', 'buoys.com', 'gold-boats.com', 'new-boats.com'];
    const names = [...domains, 'strange-boats.com', 'left-out.com'];
    vendor(call, { body: fixture('availability-mixed.json') });
    const rows = await registrar.checkAvailability({ domains: names });
    expect(rows.map(({ availability, reason }) => reason ?? availability)).toEqual([
      'tld_not_sold',
      'taken',
      'available',
      'available',
      'missing_from_answer',
      'missing_from_answer',
    ]);
    expect(rows.map(({ premium }) => premium)).toEqual([
      undefined,
      undefined,
      {
        registration: { amount: '2500.00', currency: 'USD' },
        renewal: { amount: '2500', currency: 'USD' },
        earlyAccess: { amount: '0.005', currency: 'USD' },
      },
      undefined,
      undefined,
      undefined,
    ]);
    expectSent({ call, body: { names } });
  });
});
