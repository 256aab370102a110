import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  money,
  PortableRegistrar,
  type PriceConsent,
  type Quote,
} from '@registrar-kit/core';
import { aShop, registration, renewal } from '../support/purchases.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const usd = (amount: string) => money(amount, 'USD');

describe('a purchase without a journal', () => {
  const registrar = new PortableRegistrar(new TestDriver());

  it('is refused, and the choices are named', async () => {
    const error = await rejectionOf(registrar.registerDomain(registration));
    expect(error).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      diagnosis: [{ cause: 'journal_missing', likelihood: 'confirmed' }],
    });
    expect(String(error)).toMatch(/durable journal engine.*volatileJournal\(\)/);
  });

  it('can be tried dry', async () => {
    const result = await registrar.registerDomain(registration, { dryRun: true });
    expect(result).toMatchObject({ status: 'not_sent', quote: { price: usd('10.00') } });
  });
});

describe('consent by quote', () => {
  const quoteFor = (shop: ReturnType<typeof aShop>): Promise<Quote> =>
    shop.registrar.quote({ operation: 'registerDomain', domain: 'example.com' });

  it('buys at exactly that price', async () => {
    const shop = aShop();
    const price = await quoteFor(shop);
    expect(await shop.registrar.registerDomain({ ...registration, price })).toMatchObject({
      status: 'done',
      charged: usd('10.00'),
    });
  });

  it('survives JSON, and another spelling of the amount', async () => {
    const shop = aShop();
    const price = JSON.parse(JSON.stringify(await quoteFor(shop))) as Quote;
    shop.driver.price = usd('10.0000');
    expect(await shop.registrar.registerDomain({ ...registration, price })).toMatchObject({
      status: 'done',
    });
  });

  test.each(['10.01', '9.99'])('does not buy at another price: %s', async (amount) => {
    const shop = aShop();
    const price = await quoteFor(shop);
    shop.driver.price = usd(amount);
    const error = await rejectionOf(shop.registrar.registerDomain({ ...registration, price }));
    expect(isRegistrarError(error, 'PRICE_CHANGED') && [error.agreed, error.current]).toEqual([
      usd('10.00'),
      usd(amount),
    ]);
    expect(shop.driver.count('registerDomain')).toBe(0);
  });

  test.each<[string, (quote: Quote) => Quote]>([
    ['domain', (quote) => ({ ...quote, domain: 'other.com' as Quote['domain'] })],
    ['years', (quote) => ({ ...quote, years: 2 })],
    ['operation', (quote) => ({ ...quote, operation: 'renewDomain' })],
    ['provider', (quote) => ({ ...quote, provider: 'another' })],
    ['environment', (quote) => ({ ...quote, environment: 'live' })],
  ])('is refused for an order of another %s', async (field, change) => {
    const shop = aShop();
    const price = change(await quoteFor(shop));
    const asked = shop.driver.log.length;
    const error = await rejectionOf(shop.registrar.registerDomain({ ...registration, price }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: `price.${field}` },
    ]);
    expect(shop.driver.log).toHaveLength(asked);
  });

  it('is refused once it has expired, and good until then', async () => {
    const shop = aShop();
    const price = await quoteFor(shop);
    await shop.clock.advance(15 * 60_000);
    expect(
      await shop.registrar.registerDomain({ ...registration, price }, { dryRun: true }),
    ).toMatchObject({
      status: 'not_sent',
    });
    await shop.clock.advance(1);
    const error = await rejectionOf(shop.registrar.registerDomain({ ...registration, price }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'price.validUntil', cure: 'ask for a new quote' },
    ]);
  });
});

describe('consent up to an amount', () => {
  test.each([
    ['10.00', true],
    ['10', true],
    ['250.00', true],
    ['9.99', false],
    ['0', false],
  ])('of %s USD buys at 10.00: %p', async (amount, buys) => {
    const shop = aShop();
    const call = shop.registrar.registerDomain({ ...registration, price: { atMost: usd(amount) } });
    const code: unknown = buys
      ? (await call).status
      : ((await rejectionOf(call)) as { code: unknown }).code;
    expect(code).toBe(buys ? 'done' : 'PRICE_CHANGED');
    expect(shop.driver.count('registerDomain')).toBe(buys ? 1 : 0);
  });

  it('covers a premium price', async () => {
    const shop = aShop();
    shop.driver.special = { premium: true, earlyAccess: true };
    shop.driver.price = usd('900.00');
    const price = { atMost: usd('900.00') };
    expect(await shop.registrar.registerDomain({ ...registration, price })).toMatchObject({
      status: 'done',
    });
  });

  it('in another currency is invalid, since amounts in two currencies have no order', async () => {
    const shop = aShop();
    const price = { atMost: money('9999.00', 'TRY') };
    const error = await rejectionOf(shop.registrar.registerDomain({ ...registration, price }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      {
        path: 'price.atMost.currency',
        problem: 'is TRY, the provider charges in USD',
        cure: 'agree to an amount in USD',
      },
    ]);
    expect(shop.driver.count('registerDomain')).toBe(0);
  });
});

describe('consent to the listed price', () => {
  it('buys at the price read in the same call', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    expect(shop.driver.operations).toEqual(['quote', 'registerDomain']);
    expect(shop.driver.log[1]?.request).toMatchObject({ reading: { price: usd('10.00') } });
  });

  test.each([
    [{ premium: true }, 'premium'],
    [{ earlyAccess: true }, 'early-access'],
  ])('does not cover %j', async (special, word) => {
    const shop = aShop();
    shop.driver.special = special;
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(isRegistrarError(error, 'PRICE_CHANGED') && error.message).toContain(
      `a ${word} price of 10.00 USD, which "listed" does not cover`,
    );
    expect(error).toMatchObject({ current: usd('10.00') });
    expect(shop.driver.count('registerDomain')).toBe(0);
  });
});

describe('anything else', () => {
  test.each<[unknown]>([
    [undefined],
    ['any'],
    [10],
    [null],
    [{}],
    [{ atMost: 10 }],
    [{ atMost: { amount: 10, currency: 'USD' } }],
    [{ atMost: { amount: '10,00', currency: 'USD' } }],
    [{ amount: '10.00', currency: 'USD' }],
    [{ price: { amount: '10.00', currency: 'USD' } }],
  ])('is no consent: %j', async (price) => {
    const shop = aShop();
    for (const call of [
      () => shop.registrar.registerDomain({ ...registration, price: price as PriceConsent }),
      () => shop.registrar.renewDomain({ ...renewal, price: price as PriceConsent }),
    ]) {
      const error = await rejectionOf(call());
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
        { path: 'price' },
      ]);
    }
    expect(shop.driver.log).toEqual([]);
  });
});

describe('what was really charged', () => {
  test.each([
    ['10.50', { charged: usd('10.50'), exceededConsent: usd('0.50') }],
    ['10.00', { charged: usd('10.00') }],
    ['9.00', { charged: usd('9.00') }],
  ])('%s USD is told, and by how much it exceeds what was agreed', async (amount, told) => {
    for (const price of ['listed', { atMost: usd('10.00') }] as const) {
      const shop = aShop();
      shop.driver.charged = usd(amount);
      const { charged, exceededConsent } = await shop.registrar.registerDomain({
        ...registration,
        price,
      });
      expect({ charged, ...(exceededConsent && { exceededConsent }) }).toEqual(told);
    }
  });

  it('is absent where the provider does not say', async () => {
    const shop = aShop();
    shop.driver.charged = undefined;
    const result = await shop.registrar.registerDomain(registration);
    expect(result).not.toHaveProperty('charged');
    expect(result).not.toHaveProperty('exceededConsent');
  });

  it('stands beside the consent where the currency differs, or the amount cannot be read', async () => {
    for (const charged of [money('400.00', 'TRY'), { amount: 'ten', currency: 'USD' }]) {
      const shop = aShop();
      shop.driver.charged = charged;
      const result = await shop.registrar.registerDomain(registration);
      expect(result).toMatchObject({ status: 'done', charged });
      expect(result).not.toHaveProperty('exceededConsent');
    }
  });
});

describe('a dry run', () => {
  it('checks everything and sends nothing', async () => {
    const shop = aShop();
    const result = await shop.registrar.registerDomain(registration, { dryRun: true });
    expect(result).toEqual({
      status: 'not_sent',
      quote: await shop.registrar.quote({ operation: 'registerDomain', domain: 'example.com' }),
    });
    expect(shop.driver.count('registerDomain')).toBe(0);
    expect(await shop.rows()).toEqual([]);
  });

  it('fails where the purchase would', async () => {
    const shop = aShop();
    shop.driver.special = { premium: true };
    const dry = shop.registrar.registerDomain(registration, { dryRun: true });
    expect(isRegistrarError(await rejectionOf(dry), 'PRICE_CHANGED')).toBe(true);
    shop.driver.own('example.com');
    const taken = shop.registrar.registerDomain(registration, { dryRun: true });
    expect(isRegistrarError(await rejectionOf(taken), 'DOMAIN_UNAVAILABLE')).toBe(true);
  });

  it('leaves the key free for the real order', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration, { dryRun: true, idempotencyKey: 'order-7' });
    expect(
      await shop.registrar.registerDomain(registration, { idempotencyKey: 'order-7' }),
    ).toMatchObject({ status: 'done', replayed: false });
  });
});
