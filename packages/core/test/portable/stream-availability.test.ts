import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  TransportError,
  type Availability,
  type AvailabilityStream,
  type DriverAvailability,
  type DomainName,
  type Lane,
  type StreamAvailabilityInput,
} from '@registrar-kit/core';
import { scriptedDriver } from '../support/scripted-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `d${String(index)}.com`);

function setUp(failing: (domains: readonly DomainName[]) => boolean = () => false) {
  const lanes: Lane[] = [];
  const driver = scriptedDriver(
    {
      checkAvailability: async (domains, call): Promise<readonly DriverAvailability[]> => {
        lanes.push(call.lane);
        if (failing(domains))
          throw new TransportError({ ...call.origin, detail: 'gone', phase: 'sent' });
        return domains.map((domain) => ({ domain, availability: 'available' }));
      },
    },
    { checkAvailability: { namesPerRequest: 5 } },
  );
  Object.assign(driver.capabilities, { streamAvailability: { support: 'supported' } });
  return { driver, lanes, registrar: new PortableRegistrar(driver) };
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
    const { driver, lanes, registrar } = setUp();
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
    expect(lanes.every((lane) => lane === 'bulk')).toBe(true);
  });

  it('competes like a waiting customer where it is told to', async () => {
    const { lanes, registrar } = setUp();
    for await (const row of registrar.streamAvailability(
      { domains: names(3) },
      { lane: 'interactive' },
    ))
      expect(row.availability).toBe('available');
    expect(lanes).toEqual(['interactive']);
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
    // The rows that had been answered were given all the same, and the token stands behind them.
    expect(stream.progress).toEqual({ done: 20, total: 60, resumedAt: 0 });
    const rest = registrar.streamAvailability({
      domains: names(60),
      resumeFrom: stream.resumeToken,
    });
    expect((await inputsOf(rest))[0]).toBe('d20.com');
  });

  it('keeps no row that it has given', async () => {
    const { registrar } = setUp();
    const given: WeakRef<Availability>[] = [];
    const stream = registrar.streamAvailability({ domains: names(1000) });
    for await (const row of stream) given.push(new WeakRef(row));
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(given.filter((row) => row.deref() !== undefined).length).toBeLessThan(5);
    expect(stream.progress.done).toBe(1000);
  });
});

describe('progress of a stream', () => {
  it('counts the rows that were given, the one being worked on included', async () => {
    const { registrar } = setUp();
    const stream = registrar.streamAvailability({ domains: names(7) });
    expect(stream.progress).toEqual({ done: 0, total: 7, resumedAt: 0 });
    const seen: number[] = [];
    for await (const row of stream) {
      expect(row.input).toBe(`d${String(seen.length)}.com`);
      seen.push(stream.progress.done);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('goes on within one stream after a break, and after an error', async () => {
    let broken = true;
    const { driver, registrar } = setUp(
      (domains) => broken && domains.includes('d20.com' as DomainName),
    );
    const stream = registrar.streamAvailability({ domains: names(25) });
    const given: string[] = [];
    for await (const { input } of stream) if (given.push(input) === 3) break;
    expect(driver.log).toHaveLength(4);
    const rest = async (): Promise<void> => {
      for await (const { input } of stream) given.push(input);
    };
    expect(isRegistrarError(await rejectionOf(rest()), 'TRANSPORT_FAILED')).toBe(true);
    expect(given).toEqual(names(20));
    broken = false;
    await rest();
    expect(given).toEqual(names(25));
    await rest();
    expect(given).toHaveLength(25);
  });

  it('gives each row once to those who do not wait for the one before', async () => {
    const { registrar } = setUp();
    const rows = registrar.streamAvailability({ domains: names(23) })[Symbol.asyncIterator]();
    const results = await Promise.all(Array.from({ length: 25 }, () => rows.next()));
    const given = results.flatMap((result) => (result.done === true ? [] : [result.value.input]));
    expect(given).toEqual(names(23));
  });
});

describe('the token of a stream', () => {
  const list = [...names(30), 'not a name', 'd3.com', 'MÜNCHEN.de'];

  it.each([0, 1, 5, 19, 20, 21, 32, 33])(
    'stands for the %d rows that were given',
    async (count) => {
      const first = setUp().registrar.streamAvailability({ domains: list });
      const before: string[] = [];
      if (count > 0) for await (const { input } of first) if (before.push(input) === count) break;
      const token = JSON.parse(JSON.stringify(first.resumeToken)) as string;
      // Another process knows the list and the token only.
      const second = setUp().registrar.streamAvailability({
        domains: [...list],
        resumeFrom: token,
      });
      expect(second.progress).toEqual({ done: count, total: 33, resumedAt: count });
      expect(second.resumeToken).toBe(token);
      expect([...before, ...(await inputsOf(second))]).toEqual(list);
      expect(second.progress.done).toBe(33);
    },
  );

  it('stays good through many hands, one row each', async () => {
    const { driver, registrar } = setUp();
    const given: string[] = [];
    let resumeFrom: string | undefined;
    for (let hand = 0; hand < 12; hand += 1) {
      const goOn = resumeFrom === undefined ? {} : { resumeFrom };
      const stream = registrar.streamAvailability({ domains: names(12), ...goOn });
      for await (const { input } of stream) {
        given.push(input);
        break;
      }
      resumeFrom = stream.resumeToken;
    }
    expect(given).toEqual(names(12));
    expect(driver.log.length).toBeGreaterThan(12);
  });

  it('names the place of a faulty name in the whole list', async () => {
    const { registrar } = setUp();
    const first = registrar.streamAvailability({ domains: list });
    await first[Symbol.asyncIterator]().next();
    const second = registrar.streamAvailability({ domains: list, resumeFrom: first.resumeToken });
    const rows: Availability[] = [];
    for await (const row of second) rows.push(row);
    expect(rows[29]).toMatchObject({ error: { issues: [{ path: 'domains.30' }] } });
  });

  it('is short, and holds no name', async () => {
    const { registrar } = setUp();
    const stream = registrar.streamAvailability({ domains: ['secret-project.com'] });
    expect(stream.resumeToken).toMatch(/^[\w-]{30,40}$/);
    expect(Buffer.from(stream.resumeToken, 'base64url').toString('latin1')).not.toContain('secret');
  });

  it.each<[string, readonly string[], string]>([
    ['a shorter list', list.slice(1), 'belongs to a list of 33 names, and this one has 32'],
    [
      'the same in another order',
      [...list].reverse(),
      'belongs to a list of other names, or of the same in another order',
    ],
    [
      'a list with one letter more',
      [...list.slice(0, -1), 'MÜNCHEN.dee'],
      'belongs to a list of other names, or of the same in another order',
    ],
    [
      'names that only join to the same text',
      ['d0.comd1.', 'com', ...list.slice(2)],
      'belongs to a list of other names, or of the same in another order',
    ],
  ])('is refused for %s, before anything is asked', async (_, domains, problem) => {
    const { driver, registrar } = setUp();
    const { resumeToken } = registrar.streamAvailability({ domains: list });
    const stream = registrar.streamAvailability({ domains, resumeFrom: resumeToken });
    const cure = 'give the same names in the same order, or leave resumeFrom out to begin anew';
    expect(await rejectionOf(inputsOf(stream))).toMatchObject({
      code: 'INVALID_INPUT',
      operation: 'streamAvailability',
      issues: [{ path: 'resumeFrom', problem, cure }],
    });
    expect(stream.progress).toEqual({ done: 0, total: 0, resumedAt: 0 });
    expect(() => stream.resumeToken).toThrow('resumeFrom: belongs to');
    expect(driver.log).toHaveLength(0);
  });

  it('is refused when a single letter of it changed, or it is something else', async () => {
    const { registrar } = setUp();
    const { resumeToken } = registrar.streamAvailability({ domains: list });
    const changed = Array.from(resumeToken, (letter, index) => {
      const other = letter === 'A' ? 'B' : 'A';
      return resumeToken.slice(0, index) + other + resumeToken.slice(index + 1);
    });
    const garbled: unknown[] = [
      ...changed,
      '',
      ' ',
      `${resumeToken} `,
      resumeToken.slice(1),
      'x',
      7,
      null,
      {},
      [resumeToken],
    ];
    for (const resumeFrom of garbled) {
      const input = { domains: list, resumeFrom } as StreamAvailabilityInput;
      expect(await rejectionOf(inputsOf(registrar.streamAvailability(input)))).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [
          { path: 'resumeFrom', problem: 'is no token of streamAvailability, or was changed' },
        ],
      });
    }
  });
});

async function inputsOf(stream: AvailabilityStream): Promise<string[]> {
  const inputs: string[] = [];
  for await (const { input } of stream) inputs.push(input);
  return inputs;
}

/** Node keeps it out of sight unless it is asked for. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
