import { describe, expect, it, test } from '@jest/globals';
import {
  AccessDeniedError,
  AuthenticationError,
  CancelledError,
  isRegistrarError,
  PortableRegistrar,
  RateLimitError,
  TimeoutError,
  type Availability,
  type CallContext,
  type DomainName,
  type DriverAvailability,
} from '@registrar-kit/core';
import { settled } from '../support/test-clock.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

type Batch = readonly DomainName[];

/** A registrar over a driver that answers batches as told, and the batches that it was asked. */
function setUp(
  answer?: (batch: Batch, call: CallContext) => Promise<readonly DriverAvailability[]>,
) {
  const driver = new TestDriver();
  const batches: Batch[] = [];
  const usual = driver.checkAvailability.bind(driver);
  driver.checkAvailability = (batch, call) => {
    batches.push(batch);
    return (answer ?? usual)(batch, call);
  };
  return { driver, batches, registrar: new PortableRegistrar(driver) };
}

const available = (domain: DomainName): DriverAvailability => ({
  domain,
  availability: 'available',
});
const rateLimited = (call: CallContext): RateLimitError =>
  new RateLimitError({
    ...call.origin,
    detail: 'slow down',
    reason: 'minute',
    source: 'registrar',
  });
const short = (rows: readonly Availability[]): unknown[] =>
  rows.map(({ input, domain, availability, reason }) => [input, domain, availability, reason]);

describe('checkAvailability', () => {
  it('answers each input in order, as it was typed, duplicates kept and asked once', async () => {
    const { driver, batches, registrar } = setUp();
    driver.own('taken.com');
    const domains = ['Free.COM.', 'taken.com', 'www.free.com', 'münchen.de', 'free.com', ''];
    expect(short(await registrar.checkAvailability({ domains }))).toEqual([
      ['Free.COM.', 'free.com', 'available', undefined],
      ['taken.com', 'taken.com', 'taken', undefined],
      ['www.free.com', null, 'unknown', 'invalid_name'],
      ['münchen.de', 'xn--mnchen-3ya.de', 'available', undefined],
      ['free.com', 'free.com', 'available', undefined],
      ['', null, 'unknown', 'invalid_name'],
    ]);
    expect(batches).toEqual([['free.com', 'taken.com', 'xn--mnchen-3ya.de']]);
  });

  it('says what is wrong with an invalid name and where it stands', async () => {
    const { registrar } = setUp();
    const [, row] = await registrar.checkAvailability({ domains: ['a.com', 'i❤.ws'] });
    expect(isRegistrarError(row?.error, 'INVALID_INPUT') && row.error.issues).toMatchObject([
      { path: 'domains.1', problem: '"i❤.ws" holds an emoji' },
    ]);
    expect(row?.error).toMatchObject({
      operation: 'checkAvailability',
      provider: 'test-registrar',
    });
  });

  it('keeps what the driver says beside the availability', async () => {
    const premium = { registration: { amount: '900.00', currency: 'USD' } };
    const { registrar } = setUp(async (batch) =>
      batch.map((domain) => ({ ...available(domain), premium })),
    );
    expect(await registrar.checkAvailability({ domains: ['a.com'] })).toEqual([
      { input: 'a.com', domain: 'a.com', availability: 'available', premium },
    ]);
  });

  it('asks in batches of the size that the provider takes', async () => {
    const { batches, registrar } = setUp();
    const domains = Array.from({ length: 8 }, (_, index) => `n${String(index)}.com`);
    await registrar.checkAvailability({ domains });
    expect(batches.map((batch) => batch.length)).toEqual([3, 3, 2]);
    expect(batches.flat()).toEqual(domains);
  });

  it('takes no name for available that is missing from the answer', async () => {
    const { registrar } = setUp(async ([first]) => [available(first!)]);
    const rows = await registrar.checkAvailability({ domains: ['a.com', 'b.com'] });
    expect(short(rows)).toEqual([
      ['a.com', 'a.com', 'available', undefined],
      ['b.com', 'b.com', 'unknown', 'missing_from_answer'],
    ]);
  });

  it('passes over rows that were not asked in that request', async () => {
    const [stray, nobodys] = ['d.com', 'z.com'] as DomainName[];
    const { registrar } = setUp(async (batch) => {
      if (batch.includes(stray!)) return [{ domain: stray!, availability: 'taken' }];
      // It comes last, so that it would win.
      await settled();
      return [...batch, stray!, nobodys!].map(available);
    });
    const rows = await registrar.checkAvailability({
      domains: ['a.com', 'b.com', 'c.com', 'd.com'],
    });
    expect(rows.map(({ availability }) => availability)).toEqual([
      'available',
      'available',
      'available',
      'taken',
    ]);
  });

  it('loses the names of a failed request and no others', async () => {
    const { registrar } = setUp(async (batch, call) => {
      if (batch.includes('d.com' as DomainName)) throw rateLimited(call);
      return batch.map(available);
    });
    const domains = ['a.com', 'b.com', 'c.com', 'd.com', 'e.com', 'f.com', 'g.com'];
    const rows = await registrar.checkAvailability({ domains });
    expect(rows.map(({ reason }) => reason)).toEqual([
      undefined,
      undefined,
      undefined,
      'request_failed',
      'request_failed',
      'request_failed',
      undefined,
    ]);
    expect(isRegistrarError(rows[3]?.error, 'RATE_LIMITED')).toBe(true);
  });

  it('throws the last error when every request failed', async () => {
    const { batches, registrar } = setUp(async (batch, call) => {
      throw new RateLimitError({
        ...call.origin,
        detail: `refused ${batch.join()}`,
        reason: 'hour',
        source: 'registrar',
      });
    });
    const error = await rejectionOf(
      registrar.checkAvailability({ domains: ['a.com', 'b.com', 'c.com', 'd.com', ''] }),
    );
    expect(isRegistrarError(error, 'RATE_LIMITED') && error.message).toContain('refused d.com');
    expect(batches).toHaveLength(2);
  });

  test.each([
    [
      'AUTHENTICATION_FAILED',
      (call: CallContext) =>
        new AuthenticationError({ ...call.origin, detail: 'no', reason: 'invalid_api_key' }),
    ],
    [
      'ACCESS_DENIED',
      (call: CallContext) =>
        new AccessDeniedError({ ...call.origin, detail: 'no', reason: 'ip_not_allowed' }),
    ],
    ['CANCELLED', (call: CallContext) => new CancelledError({ ...call.origin, detail: 'stop' })],
  ] as const)('throws %s, which concerns all names, and asks no further', async (code, errorOf) => {
    const { batches, registrar } = setUp(async (batch, call) => {
      if (batch.includes('a.com' as DomainName)) throw errorOf(call);
      return batch.map(available);
    });
    const domains = ['a.com', ...Array.from({ length: 60 }, (_, index) => `n${String(index)}.com`)];
    const error = await rejectionOf(registrar.checkAvailability({ domains }));
    expect(isRegistrarError(error, code)).toBe(true);
    expect(batches.length).toBeLessThan(21);
  });

  it('throws a fault of the adapter instead of calling it a failed request', async () => {
    const { registrar } = setUp(async () => {
      throw new TypeError('CANARY in an internal text');
    });
    const error = await rejectionOf(registrar.checkAvailability({ domains: ['a.com'] }));
    expect(isRegistrarError(error, 'PROVIDER_ERROR') && error.message).toContain('TypeError');
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('stops sending when the call is ended on the way', async () => {
    const controller = new AbortController();
    const { batches, registrar } = setUp(async (batch) => {
      controller.abort();
      return batch.map(available);
    });
    const domains = Array.from({ length: 30 }, (_, index) => `n${String(index)}.com`);
    const error = await rejectionOf(
      registrar.checkAvailability({ domains }, { signal: controller.signal }),
    );
    expect(isRegistrarError(error, 'CANCELLED')).toBe(true);
    expect(batches).toHaveLength(1);
  });

  it('keeps the answers that came before the deadline', async () => {
    let asked = 0;
    const { registrar } = setUp(async (batch, call) => {
      asked += 1;
      if (asked > 1) throw new TimeoutError({ ...call.origin, detail: 'late' });
      return batch.map(available);
    });
    const rows = await registrar.checkAvailability({
      domains: ['a.com', 'b.com', 'c.com', 'd.com'],
    });
    expect(rows.map(({ availability }) => availability)).toEqual([
      'available',
      'available',
      'available',
      'unknown',
    ]);
  });

  test.each([
    [{ domains: [] }, 'domains: is an empty list'],
    [{ domains: 'a.com' }, 'domains: is not a list of names'],
    [{}, 'domains: is not a list of names'],
    [{ domains: ['a.com'], tlds: ['com'] }, 'tlds: is not a field of this input'],
    [undefined, 'input: is missing'],
    [['a.com'], 'input: is not of type object'],
  ])('refuses %j: %s', async (input, words) => {
    const { batches, registrar } = setUp();
    const error = await rejectionOf(registrar.checkAvailability(input as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(batches).toEqual([]);
  });

  it('answers a list of nothing but invalid names without asking', async () => {
    const { batches, registrar } = setUp();
    const rows = await registrar.checkAvailability({ domains: ['com', '..', 'www.example.com'] });
    expect(rows.map(({ reason }) => reason)).toEqual(Array(3).fill('invalid_name'));
    expect(batches).toEqual([]);
  });

  it('answers entries that are no text at all, and holes, in their place', async () => {
    const { registrar } = setUp();
    const domains: unknown[] = [42, null, Object.create(null), Symbol('x'), 'a.com'];
    domains[6] = 'b.com';
    const rows = await registrar.checkAvailability({ domains: domains as string[] });
    expect(rows).toHaveLength(7);
    expect(rows.map(({ domain }) => domain)).toEqual([
      null,
      null,
      null,
      null,
      'a.com',
      null,
      'b.com',
    ]);
    expect(rows.every(({ input }) => typeof input === 'string')).toBe(true);
  });

  test.each([0, -1, Number.NaN, 0.5])(
    'comes to an end even where an adapter states %p names per request',
    async (namesPerRequest) => {
      const usual = new TestDriver();
      const driver = new TestDriver({
        capabilities: {
          ...usual.capabilities,
          checkAvailability: { support: 'supported', namesPerRequest },
        },
      });
      const rows = await new PortableRegistrar(driver).checkAvailability({
        domains: ['a.com', 'b.com'],
      });
      expect(rows.map(({ availability }) => availability)).toEqual(['available', 'available']);
    },
  );

  it('takes ten thousand names', async () => {
    const { batches, registrar } = setUp();
    const domains = Array.from({ length: 10_000 }, (_, index) =>
      index % 10 === 0 ? `-bad-${String(index)}` : `name-${String(index % 5000)}.com`,
    );
    const rows = await registrar.checkAvailability({ domains });
    expect(rows.map(({ input }) => input)).toEqual(domains);
    expect(rows.filter(({ reason }) => reason === 'invalid_name')).toHaveLength(1000);
    expect(rows.filter(({ availability }) => availability === 'available')).toHaveLength(9000);
    expect(batches.flat()).toHaveLength(4500);
  });
});
