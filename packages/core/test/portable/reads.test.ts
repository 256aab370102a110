import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  TimeoutError,
  type CallContext,
  type DriverOperations,
} from '@registrar-kit/core';
import { collect } from '../support/collect.js';
import { TestClock } from '../support/test-clock.js';
import { testCapabilities } from '../support/test-capabilities.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

function setUp(changes: Partial<DriverOperations> = {}) {
  const driver = Object.assign(new TestDriver(), changes);
  const clock = new TestClock();
  return { clock, driver, registrar: new PortableRegistrar(driver, { clock }) };
}

describe('the registrar itself', () => {
  it('says what the driver is', () => {
    const { driver, registrar } = setUp();
    expect(registrar).toMatchObject({
      provider: 'test-registrar',
      environment: 'test',
      simulated: false,
      capabilities: driver.capabilities,
    });
    driver.simulated = true;
    expect(registrar.simulated).toBe(true);
  });

  it('adds the environment to the access report', async () => {
    const { registrar } = setUp();
    expect(await registrar.verifyAccess()).toEqual({ account: 'account-1', environment: 'test' });
  });
});

describe('getDomain', () => {
  it('asks for the name in its A-label form', async () => {
    const { driver, registrar } = setUp();
    driver.own('xn--mnchen-3ya.de');
    expect(await registrar.getDomain({ domain: 'MÜNCHEN.de.' })).toMatchObject({
      domain: 'xn--mnchen-3ya.de',
      status: 'active',
    });
    expect(driver.log).toMatchObject([{ request: 'xn--mnchen-3ya.de', call: { retry: 'read' } }]);
  });

  test.each([
    [{ domain: 'www.example.com' }, 'domain: "www.example.com" is a host below example.com'],
    [{ domain: 42 }, 'domain: "42" is not text'],
    [{}, 'domain: is missing'],
    [{ domain: 'a.com', id: 3 }, 'id: is not a field of this input'],
    ['example.com', 'input: is not of type object'],
    [null, 'input: is not of type object'],
  ])('refuses %j', async (input, words) => {
    const { driver, registrar } = setUp();
    const error = await rejectionOf(registrar.getDomain(input as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });
});

describe('getPrices', () => {
  it('names the endings that have no price', async () => {
    const { driver, registrar } = setUp();
    const list = await registrar.getPrices({
      tlds: ['.COM', 'co.uk', 'рф', 'com'],
      operations: ['renewDomain'],
    });
    expect(list).toEqual({
      readAt: '2026-03-01T12:00:00.000Z',
      prices: [{ tld: 'com', operation: 'renewDomain', years: 1, price: driver.price }],
      missing: ['co.uk', 'xn--p1ai'],
    });
    expect(driver.log).toMatchObject([
      { request: { tlds: ['com', 'co.uk', 'xn--p1ai'], operations: ['renewDomain'] } },
    ]);
  });

  it('asks for everything when nothing is chosen', async () => {
    const { driver, registrar } = setUp();
    expect((await registrar.getPrices()).missing).toEqual([]);
    expect(driver.log[0]?.request).toEqual({
      tlds: undefined,
      operations: ['registerDomain', 'renewDomain', 'transferDomain', 'restoreDomain'],
    });
  });

  it('asks for an operation once', async () => {
    const { driver, registrar } = setUp();
    await registrar.getPrices({ operations: ['renewDomain', 'renewDomain'] });
    expect(driver.log[0]?.request).toMatchObject({ operations: ['renewDomain'] });
  });

  test.each([
    [{ tlds: [] }, 'tlds: has fewer than 1 entry'],
    [{ tlds: ['co uk'] }, 'tlds.0: "co uk" is not a top-level domain'],
    [{ tlds: 'com' }, 'tlds: is not of type array'],
    [{ operations: ['deleteDomain'] }, 'operations.0: is not one of the known values'],
  ])('refuses %j', async (input, words) => {
    const { registrar } = setUp();
    const error = await rejectionOf(registrar.getPrices(input as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
  });
});

describe('quote', () => {
  const input = { operation: 'registerDomain', domain: 'Example.com' } as const;

  it('binds the price that was read to the order', async () => {
    const { driver, registrar } = setUp();
    expect(await registrar.quote(input)).toEqual({
      provider: 'test-registrar',
      environment: 'test',
      operation: 'registerDomain',
      domain: 'example.com',
      years: 1,
      price: { amount: '10.00', currency: 'USD' },
      premium: false,
      earlyAccess: false,
      validUntil: '2026-03-01T12:15:00.000Z',
    });
    expect(driver.log[0]?.request).toEqual({
      operation: 'registerDomain',
      domain: 'example.com',
      years: 1,
    });
  });

  it('keeps what is special about a price', async () => {
    const { driver, registrar } = setUp();
    driver.special = { premium: true, earlyAccess: true };
    expect(await registrar.quote({ ...input, years: 10 })).toMatchObject({
      premium: true,
      earlyAccess: true,
      years: 10,
    });
  });

  test.each([
    [{ availability: 'taken' }, 'DOMAIN_UNAVAILABLE', 'domain_taken', false],
    [
      { availability: 'unknown', reason: 'tld_not_sold' },
      'DOMAIN_UNAVAILABLE',
      'tld_not_sold',
      false,
    ],
    [
      { availability: 'unknown', reason: 'missing_from_answer' },
      'PROVIDER_ERROR',
      'provider_fault',
      true,
    ],
    [undefined, 'PROVIDER_ERROR', 'provider_fault', true],
  ] as const)(
    'of a registration needs a name that is free: %p',
    async (row, code, cause, retryable) => {
      const { driver, registrar } = setUp();
      const domain = 'example.com' as never;
      const availability = row === undefined ? undefined : { ...row, domain };
      driver.quote = async () => ({
        price: driver.price,
        premium: false,
        earlyAccess: false,
        ...(availability === undefined ? {} : { availability }),
      });
      const error = await rejectionOf(registrar.quote(input));
      expect(
        isRegistrarError(error) && [error.code, error.diagnosis[0].cause, error.retryable],
      ).toEqual([code, cause, retryable]);
      // A renewal has no need of that.
      expect(await registrar.quote({ ...input, operation: 'renewDomain' })).toMatchObject({
        years: 1,
      });
    },
  );

  it('hands on why the name could not be told', async () => {
    const { driver, registrar } = setUp();
    driver.quote = async ({ domain }, call: CallContext) => ({
      price: driver.price,
      premium: false,
      earlyAccess: false,
      availability: {
        domain,
        availability: 'unknown',
        reason: 'request_failed',
        error: new TimeoutError({ ...call.origin, detail: 'late' }),
      },
    });
    expect(await rejectionOf(registrar.quote(input))).toMatchObject({ code: 'TIMEOUT' });
  });

  test.each([0, 11, 1.5, '1', Number.NaN])('refuses %p years', async (years) => {
    const { registrar } = setUp();
    const error = await rejectionOf(registrar.quote({ ...input, years: years as number }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'years', cure: 'give a whole number from 1 to 10' },
    ]);
  });

  test.each([
    ['registerDomain', 3, 'give a whole number from 1 to 3'],
    ['renewDomain', 2, 'give a whole number from 1 to 2'],
    ['transferDomain', 1, 'give 1'],
    ['restoreDomain', 1, 'give 1'],
  ] as const)('of a %s asks for %i years at most', async (operation, most, cure) => {
    const capabilities = {
      ...testCapabilities,
      registerDomain: { support: 'supported', maxYears: 3 },
      renewDomain: { support: 'supported', maxYears: 2 },
    } as const;
    const driver = new TestDriver({ capabilities });
    const registrar = new PortableRegistrar(driver);
    const asked = { operation, domain: 'example.com' };
    const error = await rejectionOf(registrar.quote({ ...asked, years: most + 1 }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'years', cure },
    ]);
    expect(driver.log).toEqual([]);
    expect(await registrar.quote({ ...asked, years: most })).toMatchObject({ years: most });
  });
});

describe('lists', () => {
  it('give every item once over all pages, and read anew each time', async () => {
    const { driver, registrar } = setUp();
    for (const domain of ['a.com', 'b.com', 'c.com', 'd.com', 'e.com']) driver.own(domain);
    const list = registrar.listDomains();
    expect(driver.log).toEqual([]);
    const names = async (): Promise<string[]> => (await collect(list)).map(({ domain }) => domain);
    expect(await names()).toEqual(['a.com', 'b.com', 'c.com', 'd.com', 'e.com']);
    driver.domains.delete('a.com');
    expect(await names()).toEqual(['b.com', 'c.com', 'd.com', 'e.com']);
  });

  it('give an item once that a later page repeats', async () => {
    const pages: Record<string, readonly string[]> = {
      0: ['a.com', 'b.com'],
      1: ['b.com', 'c.com'],
    };
    const { registrar } = setUp({
      listDomains: async ({ cursor = '0' }) => ({
        items: pages[cursor]!.map((domain) => ({ domain }) as never),
        ...(cursor === '0' ? { next: '1' } : {}),
      }),
    });
    const names = (await collect(registrar.listDomains())).map(({ domain }) => domain);
    expect(names).toEqual(['a.com', 'b.com', 'c.com']);
  });

  test.each([
    ['itself', { 0: '1', 1: '1' }],
    ['an earlier page', { 0: '1', 1: '2', 2: '1' }],
  ])('end when a page points to %s', async (_, next: Record<string, string>) => {
    let reads = 0;
    const { registrar } = setUp({
      listDomains: async ({ cursor = '0' }) => {
        reads += 1;
        if (reads > 10) throw new Error('for ever');
        return { items: [{ domain: `n${cursor}.com` } as never], next: next[cursor]! };
      },
    });
    const names = (await collect(registrar.listDomains())).map(({ domain }) => domain);
    expect(names).toEqual(Object.keys(next).map((page) => `n${page}.com`));
  });

  it('go on where a cursor says', async () => {
    const { driver, registrar } = setUp();
    for (const domain of ['a.com', 'b.com', 'c.com']) driver.own(domain);
    const first = await registrar.listDomains({ search: 'com' }).page();
    expect(first).toMatchObject({ items: [{ domain: 'a.com' }, { domain: 'b.com' }], total: 3 });
    const second = await registrar.listDomains({ search: 'com' }).page(first.next);
    expect(second.items.map(({ domain }) => domain)).toEqual(['c.com']);
    expect(second.next).toBeUndefined();
    expect(driver.log.map(({ request }) => request)).toEqual([
      { search: 'com' },
      { search: 'com', cursor: '2' },
    ]);
  });

  it('stop reading when the caller stops', async () => {
    const { driver, registrar } = setUp();
    for (const domain of ['a.com', 'b.com', 'c.com']) driver.own(domain);
    for await (const { domain } of registrar.listDomains()) if (domain === 'b.com') break;
    expect(driver.count('listDomains')).toBe(1);
  });

  test.each([[{ search: '' }], [{ search: ' ' }], [{ search: 7 }], [{ find: 'a' }], ['a']])(
    'say what is wrong with %j when they are read',
    async (input) => {
      const { driver, registrar } = setUp();
      const list = registrar.listDomains(input as never);
      for (const read of [() => list.page(), () => list[Symbol.asyncIterator]().next()]) {
        expect(isRegistrarError(await rejectionOf(read()), 'INVALID_INPUT')).toBe(true);
      }
      expect(driver.log).toEqual([]);
    },
  );

  it('of endings come page by page too', async () => {
    const { registrar } = setUp();
    expect((await registrar.listTlds().page()).items).toEqual([{ tld: 'com', registrable: true }]);
  });
});
