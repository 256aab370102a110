import { describe, expect, it, test } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContactSet, createDemoWorld, ManualClock } from '@registrar-kit/testing';
import { expectFailure } from '../support/registrar.js';
import { serveRegistrar } from './support/served-registrar.js';

const contacts = aContactSet();
const price = { atMost: money('500.00', 'USD') } as const;

describe('the endings', () => {
  it('are listed as the vendor sells them', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    const tlds = [];
    for await (const tld of registrar.listTlds()) tlds.push(tld);
    expect(tlds.map(({ tld }) => tld)).toEqual(world.tlds().map(({ tld }) => tld));
    expect(tlds.find(({ tld }) => tld === 'co')).toMatchObject({
      registrable: true,
      renewable: true,
      transferable: true,
      registrationYears: { min: 1, max: 5 },
      labelLength: { min: 2, max: 63 },
      supportsPrivacy: true,
    });
    expect(trouble()).toEqual([]);
  });

  it('have prices for the years that are listed, in either currency', async () => {
    const { registrar, trouble } = await serveRegistrar();
    const request = { tlds: ['com', 'co.uk', 'zz'] };
    const { prices, missing } = await registrar.getPrices(request);
    expect(missing).toEqual(['zz']);
    expect(prices).toContainEqual({
      tld: 'com',
      operation: 'registerDomain',
      years: 1,
      price: { amount: '10.48', currency: 'USD' },
    });
    expect(prices).toContainEqual(
      expect.objectContaining({ tld: 'com', operation: 'renewDomain', years: 10 }),
    );
    // A transfer may cost nothing.
    expect(prices).toContainEqual(
      expect.objectContaining({
        tld: 'co.uk',
        operation: 'transferDomain',
        price: { amount: '0', currency: 'USD' },
      }),
    );
    const inLira = await serveRegistrar({}, { currency: 'TRY' });
    const lira = await inLira.registrar.getPrices({ tlds: ['com'], operations: ['renewDomain'] });
    expect(lira.prices[0]?.price).toEqual({ amount: '591.2', currency: 'TRY' });
    expect(trouble()).toEqual([]);
  });
});

describe('what a registry wants', () => {
  test.each([
    ['com', true, []],
    ['us', true, ['RegistrantNexus', 'RegistrantPurpose']],
    ['com.tr', true, ['TRABISDOMAINCATEGORY']],
  ])('is stated for %s', async (tld, stated, required) => {
    const { registrar, trouble } = await serveRegistrar();
    const requirements = await registrar.getTldRequirements({ tld });
    expect(requirements).toMatchObject({ tld, stated });
    expect(
      requirements.attributes.filter((attribute) => attribute.required).map(({ key }) => key),
    ).toEqual(required);
    expect(trouble()).toEqual([]);
  });

  test.each([
    [{ TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' }],
    [
      {
        TRABISDOMAINCATEGORY: 'Corporate',
        TRABISTAXOFFICE: 'Kadıköy',
        TRABISTAXNUMBER: '1111111111',
      },
    ],
  ])('under .tr is enough with %j', async (tldAttributes) => {
    const { registrar, world } = await serveRegistrar();
    const order = { domain: 'free-name.com.tr', years: 1, contacts, price, tldAttributes };
    await expect(registrar.registerDomain(order)).resolves.toMatchObject({ status: 'done' });
    expect(world.find('free-name.com.tr')?.tldAttributes).toEqual(tldAttributes);
    const read = await registrar.getContacts({ domain: 'free-name.com.tr' });
    expect(read.tldAttributes).toEqual(tldAttributes);
  });

  test.each([
    [{}, ['tldAttributes.TRABISDOMAINCATEGORY']],
    [{ TRABISDOMAINCATEGORY: 'Owner' }, ['tldAttributes.TRABISCITIZENID']],
    [
      { TRABISDOMAINCATEGORY: 'Corporate', TRABISCOUNTRYID: '215' },
      [
        'tldAttributes.TRABISTAXOFFICE',
        'tldAttributes.TRABISTAXNUMBER',
        'tldAttributes.TRABISCOUNTRYID',
      ],
    ],
  ])('under .tr is missed in %j before anything is sent', async (tldAttributes, paths) => {
    const { registrar, world, requests } = await serveRegistrar();
    const order = { domain: 'free-name.com.tr', years: 1, contacts, price, tldAttributes };
    const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
    expect(error.issues.map(({ path }) => path)).toEqual(paths);
    expect(requests.some((request) => request.includes('register'))).toBe(false);
    expect(world.ledger()).toEqual([]);
  });

  it('elsewhere is refused by the vendor, at the place in the caller’s input', async () => {
    const { registrar, world } = await serveRegistrar();
    const tldAttributes = { RegistrantNexus: 'C11', RegistrantPurpose: 'P9' };
    const order = { domain: 'free-name.us', years: 1, contacts, price, tldAttributes };
    const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
    expect(error.issues.map(({ path }) => path)).toEqual(['tldAttributes.RegistrantPurpose']);
    expect(error.effect).toBe('none');
    expect(world.ledger()).toEqual([]);
  });
});

describe('dates without a zone', () => {
  // In Türkiye one of them is a day later, and orders are answered with an instant three hours earlier.
  it.each(['2026-03-10T23:30:00.000Z', '2026-03-10T01:00:00.000Z'])(
    'are days as they are written, at %s',
    async (instant) => {
      const world = createDemoWorld({ clock: new ManualClock(instant) });
      const { registrar, trouble } = await serveRegistrar({ world, quota: { windows: [] } });
      const domain = 'free-name.com';
      const order = { domain, years: 1, contacts, price: 'listed' } as const;
      await expect(registrar.registerDomain(order)).resolves.toMatchObject({
        expiresOn: '2027-03-10',
      });
      const renewal = {
        domain,
        years: 1,
        expectedExpiresOn: '2027-03-10',
        price: 'listed',
      } as const;
      await expect(registrar.renewDomain(renewal)).resolves.toMatchObject({
        expiresOn: '2028-03-10',
      });
      const read = { registeredOn: '2026-03-10', expiresOn: '2028-03-10' };
      await expect(registrar.getDomain({ domain })).resolves.toMatchObject(read);
      const { items } = await registrar.listDomains().page();
      expect(items[0]).toMatchObject({ domain, ...read });
      expect(trouble()).toEqual([]);
    },
  );

  it('are left out where they say "no date"', async () => {
    const { registrar, trouble } = await serveRegistrar();
    const pending = await registrar.getDomain({ domain: 'ornek-dernek.org.tr' });
    expect(pending.status).toBe('pending');
    expect(pending).not.toHaveProperty('registeredOn');
    expect(trouble()).toEqual([]);
  });
});
