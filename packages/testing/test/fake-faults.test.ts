import { describe, expect, it } from '@jest/globals';
import { isRegistrarError, type OperationHandle } from '@registrar-kit/core';
import {
  aContactSet,
  FakeRegistrar,
  faultNames,
  ManualClock,
  RegistryWorld,
  type FaultName,
} from '@registrar-kit/testing';

const order = {
  domain: 'example-bakery.com',
  years: 1,
  contacts: aContactSet(),
  price: 'listed',
} as const;

function aRegistrar() {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const registrar = new FakeRegistrar({ world: new RegistryWorld({ clock }) });
  return { registrar, clock, world: registrar.world };
}

async function handleOf(attempt: Promise<unknown>): Promise<OperationHandle> {
  const error: unknown = await attempt.catch((thrown: unknown) => thrown);
  if (isRegistrarError(error, 'OUTCOME_UNKNOWN')) return error.handle;
  throw new Error('the outcome is known');
}

describe('lost answers of a purchase', () => {
  it('before the commit: unknown, and nothing was bought', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'answer-lost-before-commit', operation: 'registerDomain' });
    const operation = await handleOf(registrar.registerDomain(order));
    expect(world.ledger()).toEqual([]);
    expect(await registrar.reconcileOperation({ operation })).toEqual({ status: 'unknown' });
  });

  it('after the commit: recovered by reading, and bought once', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'answer-lost-after-commit', operation: 'registerDomain' });
    const result = await registrar.registerDomain(order);
    expect(result).toMatchObject({ status: 'done', recovered: true, expiresOn: '2027-01-15' });
    await registrar.registerDomain(order);
    expect(world.ledger()).toHaveLength(1);
  });

  it('committed after the reconcile read: unknown at first, proved later', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'commit-after-reconcile-read', operation: 'registerDomain' });
    const operation = await handleOf(registrar.registerDomain(order));
    expect(world.ledger()).toHaveLength(1);
    expect(await registrar.reconcileOperation({ operation })).toMatchObject({
      status: 'done',
      result: { recovered: true },
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it('of a renewal: recovered by the date that moved', async () => {
    const { registrar, world } = aRegistrar();
    registrar.seed('own-bakery.com');
    world.faults.add({ fault: 'answer-lost-after-commit', operation: 'renewDomain' });
    const renewal = {
      domain: 'own-bakery.com',
      years: 1,
      expectedExpiresOn: '2027-01-15',
      price: 'listed',
    } as const;
    expect(await registrar.renewDomain(renewal)).toMatchObject({
      recovered: true,
      expiresOn: '2028-01-15',
    });
    expect(world.ledger()).toHaveLength(1);
  });

  it.each(['truncated-answer', 'empty-answer'] as const)(
    '%s: the order was executed',
    async (fault) => {
      const { registrar, world } = aRegistrar();
      world.faults.add({ fault, operation: 'registerDomain' });
      expect(await registrar.registerDomain(order)).toMatchObject({ recovered: true });
      expect(world.ledger()).toHaveLength(1);
    },
  );

  it.each(['html-page', 'other-redirect', 'server-error'] as const)(
    '%s: unknown, although nothing was executed',
    async (fault) => {
      const { registrar, world } = aRegistrar();
      world.faults.add({ fault, operation: 'registerDomain' });
      await handleOf(registrar.registerDomain(order));
      expect(world.ledger()).toEqual([]);
    },
  );

  it.each([
    ['rate-limited', 'RATE_LIMITED'],
    ['login-redirect', 'AUTHENTICATION_FAILED'],
    ['key-rejected', 'AUTHENTICATION_FAILED'],
    ['ip-not-allowed', 'ACCESS_DENIED'],
    ['account-locked', 'ACCESS_DENIED'],
  ] as const)('%s: refused with %s, and the order can be repeated', async (fault, code) => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault, operation: 'registerDomain' });
    await expect(registrar.registerDomain(order)).rejects.toMatchObject({ code, effect: 'none' });
    expect(world.ledger()).toEqual([]);
    expect((await registrar.registerDomain(order)).status).toBe('done');
  });
});

describe('faults of a read', () => {
  const codes: Record<Exclude<FaultName, 'slow-answer' | 'missing-row'>, string> = {
    'answer-lost-before-commit': 'TRANSPORT_FAILED',
    'answer-lost-after-commit': 'TRANSPORT_FAILED',
    'commit-after-reconcile-read': 'TRANSPORT_FAILED',
    'html-page': 'UNEXPECTED_RESPONSE',
    'login-redirect': 'AUTHENTICATION_FAILED',
    'other-redirect': 'UNEXPECTED_RESPONSE',
    'rate-limited': 'RATE_LIMITED',
    'server-error': 'PROVIDER_UNAVAILABLE',
    'truncated-answer': 'UNEXPECTED_RESPONSE',
    'empty-answer': 'UNEXPECTED_RESPONSE',
    'ip-not-allowed': 'ACCESS_DENIED',
    'key-rejected': 'AUTHENTICATION_FAILED',
    'account-locked': 'ACCESS_DENIED',
  };

  it.each(Object.entries(codes))('%s gives %s and no effect', async (fault, code) => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: fault as FaultName });
    await expect(registrar.getBalance()).rejects.toMatchObject({ code, effect: 'none' });
    await expect(registrar.getBalance()).resolves.toBeDefined();
  });

  it('are all covered here', () => {
    expect([...Object.keys(codes), 'slow-answer', 'missing-row'].sort()).toEqual(
      [...faultNames].sort(),
    );
  });

  it('a slow answer comes when the clock says so', async () => {
    const { registrar, world, clock } = aRegistrar();
    world.faults.add({ fault: 'slow-answer', delayMs: 2000 });
    let answered = false;
    const balance = registrar.getBalance().then(() => (answered = true));
    await clock.advance(1999);
    expect(answered).toBe(false);
    await clock.advance(1);
    await balance;
    expect(answered).toBe(true);
  });

  it('a slow answer meets the deadline', async () => {
    const { registrar, world, clock } = aRegistrar();
    world.faults.add({ fault: 'slow-answer', delayMs: 5000 });
    const failure = registrar.getBalance({ timeoutMs: 1000 }).catch((error: unknown) => error);
    await clock.advance(1000);
    expect(await failure).toMatchObject({ code: 'TIMEOUT', effect: 'none' });
  });

  it('a slow answer of a purchase meets the caller, and the order stands', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'slow-answer', operation: 'registerDomain', delayMs: 5000 });
    const caller = new AbortController();
    const bought = handleOf(registrar.registerDomain(order, { signal: caller.signal }));
    while (world.ledger().length === 0) await new Promise((resolve) => setImmediate(resolve));
    caller.abort();
    const operation = await bought;
    expect(world.ledger()).toHaveLength(1);
    expect(await registrar.reconcileOperation({ operation })).toMatchObject({ status: 'done' });
  });
});

describe('a missing row', () => {
  it('makes the name unknown, never available', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'missing-row', domain: 'b-bakery.com' });
    const rows = await registrar.checkAvailability({ domains: ['a-bakery.com', 'b-bakery.com'] });
    expect(rows.map(({ availability, reason }) => [availability, reason])).toEqual([
      ['available', undefined],
      ['unknown', 'missing_from_answer'],
    ]);
  });

  it('is the first one where none is named', async () => {
    const { registrar, world } = aRegistrar();
    registrar.seed('a-bakery.com', 'b-bakery.com');
    world.faults.add({ fault: 'missing-row', operation: 'listDomains' });
    const { items } = await registrar.listDomains().page();
    expect(items.map(({ domain }) => domain)).toEqual(['b-bakery.com']);
  });

  it('stops a purchase whose name was left out of the search', async () => {
    const { registrar, world } = aRegistrar();
    world.faults.add({ fault: 'missing-row', operation: 'quote' });
    await expect(registrar.registerDomain(order)).rejects.toMatchObject({ effect: 'none' });
    expect(world.ledger()).toEqual([]);
  });
});
