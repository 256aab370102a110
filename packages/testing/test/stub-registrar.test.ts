import { describe, expect, it, test } from '@jest/globals';
import { money, operationNames, type OperationName, type Registrar } from '@registrar-kit/core';
import {
  aBalance,
  aDomain,
  aDomainSummary,
  anAvailability,
  aQuote,
  aRegistrarError,
  aRegistration,
  fakeCapabilities,
  stubRegistrar,
  type StubAnswers,
} from '@registrar-kit/testing';

const lists: readonly OperationName[] = [
  'listTlds',
  'listDomains',
  'listTransfers',
  'streamAvailability',
];

async function rowsOf<Row>(list: AsyncIterable<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of list) rows.push(row);
  return rows;
}

describe('a stub', () => {
  it('answers with values and functions', async () => {
    const stub = stubRegistrar({
      getBalance: aBalance(money('3.00', 'USD')),
      checkAvailability: ({ domains }) => domains.map((input) => anAvailability({ input })),
      getDomain: async ({ domain }) => aDomain({ domain }),
      deleteDomain: () => {},
    });
    expect(await stub.getBalance()).toEqual({ available: [money('3.00', 'USD')] });
    expect(await stub.checkAvailability({ domains: ['a.com', 'b.com'] })).toMatchObject([
      { domain: 'a.com' },
      { domain: 'b.com' },
    ]);
    expect(await stub.getDomain({ domain: 'c.com' })).toMatchObject({ domain: 'c.com' });
    await expect(stub.deleteDomain({ domain: 'c.com' })).resolves.toBeUndefined();
  });

  it('throws the errors that it was given', async () => {
    const stub = stubRegistrar({
      getDomain: aRegistrarError('DOMAIN_NOT_FOUND'),
      getLock: () => aRegistrarError('TIMEOUT'),
      listDomains: aRegistrarError('RATE_LIMITED'),
    });
    await expect(stub.getDomain({ domain: 'a.com' })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    await expect(stub.getLock({ domain: 'a.com' })).rejects.toMatchObject({ code: 'TIMEOUT' });
    await expect(rowsOf(stub.listDomains())).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(stub.listDomains().page()).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('makes lists of arrays and of what can be iterated', async () => {
    const rows = [aDomainSummary({ domain: 'a.com' }), aDomainSummary({ domain: 'b.com' })];
    const stub = stubRegistrar({ listDomains: rows, streamAvailability: [anAvailability()] });
    expect(await rowsOf(stub.listDomains())).toEqual(rows);
    expect(await stub.listDomains({ search: 'a' }).page()).toEqual({ items: rows, total: 2 });
    expect(await rowsOf(stub.streamAvailability({ domains: [] }))).toEqual([anAvailability()]);
    const through = stubRegistrar({ listDomains: () => stub.listDomains() });
    expect(await rowsOf(through.listDomains())).toEqual(rows);
    expect(await through.listDomains().page('2')).toEqual({ items: rows, total: 2 });
  });

  it('tells how far a stream is, as any registrar does', async () => {
    const stub = stubRegistrar({ streamAvailability: [anAvailability(), anAvailability()] });
    const stream = stub.streamAvailability({ domains: ['a.com', 'b.com'] });
    const seen = [{ ...stream.progress, token: stream.resumeToken }];
    for await (const { availability } of stream) {
      expect(availability).toBe('available');
      seen.push({ ...stream.progress, token: stream.resumeToken });
    }
    expect(seen).toEqual(
      [0, 1, 2].map((done) => ({ done, total: 2, resumedAt: 0, token: `stub-${String(done)}` })),
    );
  });

  it('gives each row of a stream once, and an error in every loop', async () => {
    const rows = [anAvailability({ input: 'a.com' }), anAvailability({ input: 'b.com' })];
    const stream = stubRegistrar({ streamAvailability: rows }).streamAvailability({
      domains: ['a.com', 'b.com'],
    });
    const seen: string[] = [];
    for await (const { input } of stream) {
      seen.push(input);
      break;
    }
    seen.push(...(await rowsOf(stream)).map(({ input }) => input));
    expect([seen, stream.progress.done]).toEqual([['a.com', 'b.com'], 2]);
    const failing = stubRegistrar({
      streamAvailability: aRegistrarError('RATE_LIMITED'),
    }).streamAvailability({ domains: ['a.com'] });
    await expect(rowsOf(failing)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(rowsOf(failing)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('answers purchases, dry runs too', async () => {
    const quote = aQuote();
    const stub = stubRegistrar({
      registerDomain: ({ domain, years }, options) =>
        options?.dryRun === true ? { status: 'not_sent', quote } : aRegistration({ domain, years }),
    });
    const order = { domain: 'a.com', years: 3, contacts: {} as never, price: 'listed' } as const;
    expect(await stub.registerDomain(order, { dryRun: true })).toEqual({
      status: 'not_sent',
      quote,
    });
    expect((await stub.registerDomain(order)).years).toBe(3);
  });

  test.each(operationNames)('%s without an answer says what to add', async (operation) => {
    const stub = stubRegistrar({});
    const input = { domain: 'a.com', authCode: 'CANARY-auth-code' };
    const answer: unknown = Reflect.apply(Reflect.get(stub, operation), stub, [input]);
    const failure = lists.includes(operation)
      ? rowsOf(answer as AsyncIterable<unknown>)
      : (answer as Promise<unknown>);
    await expect(failure).rejects.toThrow(
      `the stub registrar was asked for ${operation} (a.com) and has no answer; add ${operation} to stubRegistrar({ … }) (it has no answers at all)`,
    );
    await expect(failure).rejects.not.toMatchObject({ code: expect.anything() });
  });

  it('names what it does answer', async () => {
    const stub: Registrar = stubRegistrar({ getBalance: aBalance(), listTlds: [] });
    await expect(stub.verifyAccess()).rejects.toThrow('(it answers only: getBalance, listTlds)');
  });

  it('remembers what it was asked for', async () => {
    const stub = stubRegistrar({ getBalance: aBalance() });
    const options = { timeoutMs: 5 };
    await stub.getBalance(options);
    await stub.getLock({ domain: 'a.com' }).catch(() => undefined);
    stub.listTlds();
    expect(stub.calls).toEqual([
      { operation: 'getBalance', given: [options] },
      { operation: 'getLock', given: [{ domain: 'a.com' }] },
      { operation: 'listTlds', given: [] },
    ]);
  });

  it('says of itself what it was told', () => {
    expect(stubRegistrar({})).toMatchObject({
      provider: 'stub',
      environment: 'test',
      simulated: true,
      capabilities: fakeCapabilities,
    });
    const described = { provider: 'namecheap', environment: 'live' } as const;
    expect(stubRegistrar({}, described)).toMatchObject(described);
  });

  it('refuses answers to operations that there are not', () => {
    expect(() => stubRegistrar({ registerDomains: [] } as StubAnswers)).toThrow(
      'there is no operation "registerDomains" to stub',
    );
    // @ts-expect-error a balance is no domain
    expect(stubRegistrar({ getDomain: aBalance() })).toBeDefined();
    // @ts-expect-error rows of a list are of its kind
    expect(stubRegistrar({ listDomains: [aBalance()] })).toBeDefined();
  });
});
