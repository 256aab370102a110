import { describe, expect, it } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  TransportError,
  type DriverAvailability,
  type DomainName,
} from '@registrar-kit/core';
import { scriptedDriver } from '../support/scripted-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `d${String(index)}.com`);

function setUp(failing: (domains: readonly DomainName[]) => boolean = () => false) {
  const driver = scriptedDriver(
    {
      checkAvailability: async (domains, call): Promise<readonly DriverAvailability[]> => {
        if (failing(domains))
          throw new TransportError({ ...call.origin, detail: 'gone', phase: 'sent' });
        return domains.map((domain) => ({ domain, availability: 'available' }));
      },
    },
    { checkAvailability: { namesPerRequest: 5 } },
  );
  Object.assign(driver.capabilities, { streamAvailability: { support: 'supported' } });
  return { driver, registrar: new PortableRegistrar(driver) };
}

describe('streamAvailability', () => {
  it('gives a row for each input in order, doubles and faulty names too', async () => {
    const { registrar } = setUp();
    const domains = [...names(47), 'd3.com', 'not a name'];
    const rows = [];
    for await (const row of registrar.streamAvailability({ domains })) rows.push(row);
    expect(rows.map((row) => row.input)).toEqual(domains);
    expect(rows.at(-1)).toMatchObject({
      availability: 'unknown',
      reason: 'invalid_name',
      error: { issues: [{ path: 'domains.48' }] },
    });
  });

  it('asks for no more than what is taken and the requests that follow', async () => {
    const { driver, registrar } = setUp();
    const stream = registrar.streamAvailability({ domains: names(100_000) });
    const rows = stream[Symbol.asyncIterator]();
    await rows.next();
    expect(driver.log).toHaveLength(4);
    for (let taken = 1; taken < 20; taken += 1) await rows.next();
    expect(driver.log).toHaveLength(4);
    await rows.next();
    expect(driver.log).toHaveLength(8);
    await rows.return?.();
    expect(driver.log).toHaveLength(8);
  });

  it('keeps a failed request to its own names, and ends when a whole stretch fails', async () => {
    const { registrar } = setUp((domains) => domains.includes('d7.com' as DomainName));
    const rows = [];
    for await (const row of registrar.streamAvailability({ domains: names(20) })) rows.push(row);
    const failed = rows.filter((row) => row.availability === 'unknown');
    expect(failed.map((row) => row.input)).toEqual(names(10).slice(5));

    const broken = setUp((domains) => Number(domains[0]?.slice(1, -4)) >= 20).registrar;
    const given: string[] = [];
    const work = (async () => {
      for await (const row of broken.streamAvailability({ domains: names(60) }))
        given.push(row.input);
    })();
    expect(isRegistrarError(await rejectionOf(work), 'TRANSPORT_FAILED')).toBe(true);
    expect(given).toEqual(names(20));
  });

  it('refuses an empty list when it is read', async () => {
    const { registrar } = setUp();
    const rows = registrar.streamAvailability({ domains: [] })[Symbol.asyncIterator]();
    expect(isRegistrarError(await rejectionOf(rows.next()), 'INVALID_INPUT')).toBe(true);
  });

  it('ends when the caller ends it', async () => {
    const { registrar } = setUp();
    const controller = new AbortController();
    const stream = registrar.streamAvailability(
      { domains: names(60) },
      { signal: controller.signal },
    );
    const rows = stream[Symbol.asyncIterator]();
    await rows.next();
    controller.abort();
    const work = (async () => {
      while ((await rows.next()).done !== true);
    })();
    expect(isRegistrarError(await rejectionOf(work), 'CANCELLED')).toBe(true);
  });
});
