import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, money, PortableRegistrar, type Tld } from '@registrar-kit/core';
import { collect } from '../support/collect.js';
import { scriptedDriver } from '../support/scripted-driver.js';
import { TestClock } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

const anHour = 3_600_000;

function setUp(keptMs = anHour) {
  let reads = 0;
  const clock = new TestClock();
  const kept = { keptMs };
  const rows: Tld[] = [
    { tld: 'com', registrable: true, supportsLock: true, registrationYears: { min: 1, max: 5 } },
    { tld: 'de', registrable: true, transferable: false, supportsLock: false },
    { tld: 'old', registrable: false },
  ];
  const driver = scriptedDriver(
    {
      getPrices: async ({ tlds }) => {
        reads += 1;
        const price = money(`${String(reads)}.00`, 'USD');
        const row = { operation: 'registerDomain', years: 1, price } as const;
        return (tlds ?? ['com']).map((tld) => ({ ...row, tld }));
      },
      getTldRequirements: async (tld) => ({ tld, stated: true, attributes: [] }),
      listTlds: async ({ cursor }) =>
        cursor === undefined ? { items: rows.slice(0, 2), next: 'b' } : { items: rows.slice(2) },
      registerDomain: async () => ({ status: 'done' }),
      transferDomain: async () => ({ status: 'done' }),
      getLock: async (domain) => ({ domain, locked: true }),
      setLock: async (request) => request,
    },
    {
      getPrices: kept,
      listTlds: kept,
      getTldRequirements: kept,
      registerDomain: { maxYears: 10 },
      setLock: { support: 'conditional', on: 'tld', note: 'some registries have none' },
      getLock: { support: 'conditional', on: 'account', note: 'ask' },
    },
  );
  return { clock, driver, registrar: new PortableRegistrar(driver, { clock }) };
}

describe('an answer that is kept', () => {
  it('is read once for as long as the capability says, and tells when', async () => {
    const { clock, driver, registrar } = setUp();
    const first = await registrar.getPrices({ tlds: ['com'] });
    await clock.advance(anHour - 1);
    expect(await registrar.getPrices({ tlds: ['com', '.COM'] })).toEqual(first);
    expect(first).toMatchObject({ readAt: '2026-03-01T12:00:00.000Z' });
    await clock.advance(1);
    expect(await registrar.getPrices({ tlds: ['com'] })).toMatchObject({
      readAt: '2026-03-01T13:00:00.000Z',
      prices: [{ price: money('2.00', 'USD') }],
    });
    expect(driver.log).toHaveLength(2);
  });

  it('is read anew for another question, and when the caller wants it newer', async () => {
    const { clock, driver, registrar } = setUp();
    await registrar.getPrices({ tlds: ['com'] });
    await registrar.getPrices({ tlds: ['net'] });
    await registrar.getPrices({ tlds: ['com'], operations: ['registerDomain'] });
    expect(driver.log).toHaveLength(3);
    await clock.advance(5_000);
    await registrar.getPrices({ tlds: ['com'] }, { maxAgeMs: 0 });
    await clock.advance(5_000);
    await registrar.getPrices({ tlds: ['com'] }, { maxAgeMs: 4_000 });
    await registrar.getPrices({ tlds: ['com'] }, { maxAgeMs: 4_000 });
    expect(driver.log).toHaveLength(5);
  });

  it('is not kept at all where the capability does not say so', async () => {
    const { driver, registrar } = setUp(0);
    await registrar.getTldRequirements({ tld: 'us' });
    await registrar.getTldRequirements({ tld: 'us' });
    expect(driver.log).toHaveLength(2);
  });

  it('is kept for each page of the endings', async () => {
    const { driver, registrar } = setUp();
    const tlds = await collect(registrar.listTlds());
    expect(await collect(registrar.listTlds())).toEqual(tlds);
    expect(driver.log).toHaveLength(2);
    expect(await registrar.listTlds().page()).toMatchObject({ readAt: '2026-03-01T12:00:00.000Z' });
  });

  it('is given to each caller as a copy, which they may change', async () => {
    const { driver, registrar } = setUp();
    const answers = () =>
      Promise.all([
        registrar.getPrices(),
        registrar.listTlds().page(),
        registrar.getTldRequirements({ tld: 'us' }),
        registrar.getCapabilities({ tld: 'com' }),
        registrar.getCapabilities(),
      ]);
    const before = structuredClone(await answers());
    for (const answer of await answers()) spoil(answer);
    expect(await answers()).toEqual(before);
    expect(driver.capabilities.registerDomain).toEqual({ support: 'supported', maxYears: 10 });
  });

  it('is never a failure', async () => {
    const { driver, registrar } = setUp();
    const { getPrices } = driver;
    driver.getPrices = () => Promise.reject(new Error('broken'));
    await rejectionOf(registrar.getPrices());
    Object.assign(driver, { getPrices });
    expect((await registrar.getPrices()).prices).toHaveLength(1);
  });

  test.each([[-1], ['1'], [Number.NaN]])('cannot be %j old', async (maxAgeMs) => {
    const { registrar } = setUp();
    const error = await rejectionOf(registrar.getPrices({}, { maxAgeMs: maxAgeMs as number }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain('maxAgeMs');
  });
});

/** Changes every text and number in an answer, and empties its lists. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    spoil(inner);
    if (typeof inner !== 'object') Object.assign(value, { [key]: 'spoilt' });
  }
  if (Array.isArray(value)) value.length = 0;
}

describe('getCapabilities for one ending', () => {
  it('says what the list of endings states', async () => {
    const { registrar } = setUp();
    const table = await registrar.getCapabilities({ tld: '.COM' });
    expect(table.setLock).toEqual({ support: 'supported' });
    expect(table.registerDomain).toEqual({ support: 'supported', maxYears: 5 });
    // Depends on the account, which the list of endings does not know.
    expect(table.getLock).toMatchObject({ support: 'conditional', on: 'account' });
  });

  it('rules out what the registry does not have, with the reason', async () => {
    const { registrar } = setUp();
    const table = await registrar.getCapabilities({ tld: 'de' });
    const reason = '.de names have no registrar lock';
    expect(table.setLock).toEqual({ support: 'unsupported', reason });
    expect(table.getLock).toEqual({ support: 'unsupported', reason });
    expect(table.transferDomain).toEqual({
      support: 'unsupported',
      reason: '.de names cannot be transferred to this provider',
    });
    expect(table.registerDomain).toEqual({ support: 'supported', maxYears: 10 });
    expect((await registrar.getCapabilities({ tld: 'old' })).registerDomain.support).toBe(
      'unsupported',
    );
  });

  it('sells nothing under an ending that is not in the list, and lets what is there be managed', async () => {
    const { registrar } = setUp();
    const table = await registrar.getCapabilities({ tld: 'xyz' });
    expect(table.registerDomain).toMatchObject({
      support: 'unsupported',
      reason: 'the provider does not list .xyz among its endings',
    });
    expect(table.setLock.support).toBe('conditional');
  });

  it('does not take an ending for unknown when the list could not be read whole', async () => {
    const { driver, registrar } = setUp();
    const items = [{ tld: 'com', registrable: true }];
    driver.listTlds = async () => ({ items, total: 2 });
    expect(await registrar.getCapabilities({ tld: 'xyz' })).toEqual(driver.capabilities);
    expect((await registrar.getCapabilities({ tld: 'com' })).registerDomain.support).toBe(
      'supported',
    );
  });

  it('is the whole table without an ending, or where there is no list', async () => {
    const { driver, registrar } = setUp();
    expect(await registrar.getCapabilities()).toEqual(driver.capabilities);
    const listless = scriptedDriver({ getLock: async (domain) => ({ domain, locked: true }) });
    expect(await new PortableRegistrar(listless).getCapabilities({ tld: 'com' })).toEqual(
      listless.capabilities,
    );
  });

  test.each([[''], ['a b'], ['%'], ['127.0.0.1'], [7]])('refuses %j as an ending', async (tld) => {
    const { registrar } = setUp();
    const error = await rejectionOf(registrar.getCapabilities({ tld: tld as string }));
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
  });
});
