import type {
  PastRequest,
  QuotaBucket,
  QuotaGrant,
  QuotaKey,
  QuotaLimits,
  QuotaRequest,
  QuotaStore,
} from '@registrar-kit/core';
import { describe, expect, it } from '@jest/globals';
import { quotaFor, type Quota, type QuotaPass } from '@registrar-kit/provider-kit';
import { caught } from '../support/caught.js';
import { FakeClock, settled } from '../support/fake-clock.js';
import { testCall, type TestCall } from '../support/test-call.js';

const scope = { provider: 'example', host: 'api.example.com', account: 'someone' };
const key = { ...scope, bucket: 'api' };
const api: QuotaBucket = {
  windows: [{ limit: 4, windowMs: 1000 }],
  countsFrom: 'completion',
};

/** What a store is asked, one by one; it grants what it was told to grant, and else everything. */
class TestStore implements QuotaStore {
  readonly leaseMs = 30_000;
  readonly whenUnreachable: QuotaStore['whenUnreachable'];
  readonly log: unknown[][] = [];
  readonly grants: (Partial<QuotaGrant> | Error)[] = [];
  memory = 'first';
  isDown = false;
  #issued = 0;

  constructor(whenUnreachable: QuotaStore['whenUnreachable'] = { share: 0.5 }) {
    this.whenUnreachable = whenUnreachable;
  }

  async admit(_key: QuotaKey, _bucket: QuotaBucket, request: QuotaRequest): Promise<QuotaGrant> {
    const { waiting, memory } = request;
    this.#hear('admit', waiting, memory);
    const { memory: own } = this;
    if (memory !== undefined && memory !== own) return { tickets: [], waitMs: 0, memory: own };
    const grant = this.grants.shift();
    if (grant instanceof Error) throw grant;
    if (grant !== undefined) return { tickets: [], memory: own, ...grant };
    const tickets = [
      ...this.ticketsFor('interactive', waiting.interactive),
      ...this.ticketsFor('bulk', waiting.bulk),
    ];
    return { tickets, memory: own };
  }

  ticketsFor(lane: 'interactive' | 'bulk', count: number): QuotaGrant['tickets'] {
    return Array.from({ length: count }, () => ({ id: `ticket-${(this.#issued += 1)}`, lane }));
  }

  async stamp(_key: QuotaKey, _bucket: QuotaBucket, ticket: string): Promise<void> {
    this.#hear('stamp', ticket);
  }

  async complete(_key: QuotaKey, _bucket: QuotaBucket, ticket: string, use: string): Promise<void> {
    this.#hear('complete', ticket, use);
  }

  async extend(_key: QuotaKey, ticket: string): Promise<void> {
    this.#hear('extend', ticket);
  }

  async leave(): Promise<void> {
    this.#hear('leave');
  }

  async pause(asked: QuotaKey, forMs: number): Promise<void> {
    this.#hear('pause', asked, forMs);
  }

  async restore(
    _key: QuotaKey,
    _bucket: QuotaBucket,
    requests: readonly PastRequest[],
  ): Promise<void> {
    this.#hear('restore', ...requests.map(({ ageMs }) => ageMs));
    await this.whileRestoring();
  }

  watch(listener: (isThere: boolean) => void): void {
    this.connection = listener;
  }

  /** What happens before the store has answered that it was told. */
  whileRestoring: () => Promise<void> | void = () => undefined;

  /** What becomes of the connection. */
  connection: (isThere: boolean) => void = () => undefined;

  #hear(...what: unknown[]): void {
    this.log.push(what.filter((each) => each !== undefined));
    if (this.isDown) throw new Error('CANARY');
  }
}

function start(
  store = new TestStore(),
  bucket = api,
): { quota: Quota; clock: FakeClock; store: TestStore } {
  const clock = new FakeClock();
  const limits: QuotaLimits = { api: bucket };
  return { quota: quotaFor(scope, limits, { clock, quotaStore: store }), clock, store };
}

/** Enters, and notes whether it is in. */
function enter(
  quota: Quota,
  call: TestCall = testCall(),
): { readonly pass: Promise<QuotaPass>; isIn: boolean } {
  const visit = { pass: quota.enter('api', call), isIn: false };
  visit.pass.then(
    () => (visit.isIn = true),
    () => undefined,
  );
  return visit;
}

describe('a quota with a store', () => {
  it('takes a slot there, and tells when the request has ended', async () => {
    const { quota, store, clock } = start();
    const pass = await quota.enter('api', testCall());
    expect(quota.snapshot().api).toMatchObject({ running: 1 });
    pass.sent();
    pass.leave();
    pass.leave();
    await settled();
    expect(store.log).toEqual([
      ['admit', { interactive: 1, bulk: 0 }],
      ['complete', 'ticket-1', 'sent'],
    ]);
    expect(quota.snapshot().api).toMatchObject({ running: 0, used: [{ count: 1, free: 3 }] });
    expect(clock.sleeping).toBe(0);
  });

  it('asks once for all that wait, as long as the store says before it asks again', async () => {
    const { quota, store, clock } = start();
    store.grants.push({
      tickets: store.ticketsFor('interactive', 1),
      waitMs: 3000,
      waitsFor: 'time',
    });
    const calls = [testCall(), testCall(), testCall({ lane: 'bulk' })];
    const visits = calls.map((call) => enter(quota, call));
    await settled();
    expect(visits.map(({ isIn }) => isIn)).toEqual([true, false, false]);
    await clock.advance(2999);
    expect(visits[1]!.isIn).toBe(false);
    await clock.advance(1);
    expect(visits.map(({ isIn }) => isIn)).toEqual([true, true, true]);
    expect(store.log.length).toBeLessThanOrEqual(3);
  });

  it('gives a slot to whoever comes first when it is granted', async () => {
    const { quota, store, clock } = start();
    store.grants.push({ waitMs: 1000 }, { tickets: store.ticketsFor('bulk', 1), waitMs: 1000 });
    const bulk = enter(quota, testCall({ lane: 'bulk' }));
    await settled();
    // A lane that the store has not heard of is told at once.
    const customer = enter(quota);
    await settled();
    expect(store.log.slice(0, 2)).toEqual([
      ['admit', { interactive: 0, bulk: 1 }],
      ['admit', { interactive: 1, bulk: 1 }, 'first'],
    ]);
    expect([bulk.isIn, customer.isIn]).toEqual([true, false]);
    await clock.advance(1000);
    expect(customer.isIn).toBe(true);
  });

  it.each([
    ['cancel', { code: 'CANCELLED', effect: 'none' }],
    ['reachDeadline', { code: 'RATE_LIMITED', source: 'quota', retryAfterMs: 3000 }],
  ] as const)('stops waiting on %s and gives its place in line up', async (how, expected) => {
    const { quota, store, clock } = start();
    store.grants.push({ waitMs: 3000 });
    const call = testCall();
    const waiting = caught(quota.enter('api', call));
    await settled();
    call[how]();
    expect(await waiting).toMatchObject(expected);
    await settled();
    expect(store.log.at(-1)).toEqual(['leave']);
    expect(quota.snapshot().api).toMatchObject({ running: 0, waiting: { interactive: 0 } });
    expect(clock.sleeping).toBe(0);
  });

  it('gives a slot back for which nobody waits any more', async () => {
    const { quota, store } = start();
    const call = testCall();
    const waiting = caught(quota.enter('api', call));
    call.cancel();
    await waiting;
    await settled();
    expect(store.log).toEqual([
      ['admit', { interactive: 1, bulk: 0 }],
      ['complete', 'ticket-1', 'unused'],
    ]);
  });

  it('gives the slot of a request back that never left, and asks again at once for those that wait', async () => {
    const { quota, store, clock } = start();
    const pass = await quota.enter('api', testCall());
    store.grants.push({ waitMs: 60_000, waitsFor: 'time' });
    const next = enter(quota);
    await settled();
    pass.leave('unused');
    await settled();
    expect(next.isIn).toBe(true);
    expect(store.log.slice(2)).toEqual([
      ['complete', 'ticket-1', 'unused'],
      ['admit', { interactive: 1, bulk: 0 }, 'first'],
    ]);
    (await next.pass).leave();
    await clock.advance(60_000);
    expect(clock.sleeping).toBe(0);
  });

  it('asks again as soon as its own request ends, where the store waits for that', async () => {
    const { quota, store } = start();
    const pass = await quota.enter('api', testCall());
    store.grants.push({ waitMs: 60_000, waitsFor: 'release' });
    const next = enter(quota);
    await settled();
    expect(next.isIn).toBe(false);
    pass.leave();
    await settled();
    expect(next.isIn).toBe(true);
  });

  it('says that a long request lives', async () => {
    const { quota, store, clock } = start();
    const pass = await quota.enter('api', testCall());
    await clock.advance(25_000);
    pass.leave();
    await clock.advance(60_000);
    expect(store.log.filter(([what]) => what === 'extend')).toHaveLength(2);
    expect(clock.sleeping).toBe(0);
  });

  it('hands a pause on', () => {
    const { quota, store } = start();
    quota.pause('api', 2000, testCall());
    expect(store.log).toEqual([['pause', key, 2000]]);
    expect(quota.snapshot().api?.pausedForMs).toBe(2000);
  });
});

describe('a store that cannot be reached', () => {
  // A window of what others may have sent, and what may be on its way.
  const holdMs = 2000;

  it('leaves a share of every limit once a window has passed, and says so once', async () => {
    const { quota, store, clock } = start();
    store.isDown = true;
    const calls = [testCall(), testCall(), testCall()];
    const visits = calls.map((call) => enter(quota, call));
    await clock.advance(holdMs - 1);
    expect(visits.map(({ isIn }) => isIn)).toEqual([false, false, false]);
    await clock.advance(1);
    expect(visits.map(({ isIn }) => isIn)).toEqual([true, true, false]);
    const told = calls.flatMap(({ events }) => events);
    const degraded = told.filter((event) => event.type === 'quota.degraded');
    expect(degraded).toHaveLength(1);
    expect(degraded[0]?.note).toContain('goes on with 0.5 of every limit');
    expect(JSON.stringify(told)).not.toContain('CANARY');
    for (const { pass } of visits.slice(0, 2)) (await pass).leave();
    await clock.advance(1000);
    expect(visits[2]!.isIn).toBe(true);
  });

  it('is tried twice a second while somebody waits, hears what it missed, and is used from then on', async () => {
    const { quota, store, clock } = start();
    store.isDown = true;
    const calls = [testCall(), testCall(), testCall()];
    const visits = calls.map((call) => enter(quota, call));
    await clock.advance(holdMs);
    for (const { pass } of visits.slice(0, 2)) (await pass).leave();
    expect(store.log.filter(([step]) => step === 'admit').length).toBeGreaterThanOrEqual(4);
    store.isDown = false;
    store.log.length = 0;
    await clock.advance(600);
    expect(visits[2]!.isIn).toBe(true);
    expect(store.log[0]).toEqual(['restore', expect.any(Number), expect.any(Number)]);
    expect(store.log[1]).toEqual(['admit', { interactive: 1, bulk: 0 }]);
    expect(calls[2]!.events).toContainEqual(expect.objectContaining({ type: 'quota.resumed' }));
    (await visits[2]!.pass).leave();
    await clock.advance(600);
    expect(clock.sleeping).toBe(0);
  });

  it('hears what it missed from a process that asks for nothing, as soon as it is there again', async () => {
    const { quota, store, clock } = start();
    const pass = await quota.enter('api', testCall());
    store.connection(false);
    store.isDown = true;
    pass.leave();
    await clock.advance(300);
    store.isDown = false;
    store.log.length = 0;
    store.connection(true);
    await settled();
    expect(store.log).toEqual([
      ['restore', 300],
      ['admit', { interactive: 0, bulk: 0 }, 'first'],
    ]);
  });

  it('is missed from the moment at which the connection broke, not from the next request on', async () => {
    const { quota, store, clock } = start();
    (await quota.enter('api', testCall())).leave();
    store.connection(false);
    store.isDown = true;
    await clock.advance(holdMs);
    const late = enter(quota);
    await settled();
    expect(late.isIn).toBe(true);
  });

  it('is asked by the next request although the last conversation was told to wait for long', async () => {
    const { quota, store, clock } = start(new TestStore('refuse'));
    const running = await quota.enter('api', testCall());
    store.grants.push({ waitMs: 60_000, waitsFor: 'time' });
    const waiting = enter(quota);
    await settled();
    store.isDown = true;
    running.leave();
    expect(await caught(waiting.pass)).toMatchObject({ code: 'RATE_LIMITED' });
    store.isDown = false;
    await clock.advance(600);
    (await quota.enter('api', testCall())).leave();
    expect(clock.sleeping).toBe(0);
  });

  it('refuses requests where it is set to, and only for as long as it is gone', async () => {
    const { quota, store, clock } = start(new TestStore('refuse'));
    store.isDown = true;
    expect(await caught(quota.enter('api', testCall()))).toMatchObject({
      code: 'RATE_LIMITED',
      source: 'quota',
      effect: 'none',
      diagnosis: [{ cause: 'quota_store_unreachable' }],
    });
    store.isDown = false;
    await clock.advance(1000);
    (await quota.enter('api', testCall())).leave();
    expect(store.log.at(-1)).toEqual(['complete', 'ticket-1', 'sent']);
  });

  it('is told what it has forgotten before anything more is asked of it', async () => {
    const { quota, store, clock } = start();
    (await quota.enter('api', testCall())).leave();
    const running = await quota.enter('api', testCall());
    await clock.advance(300);
    store.memory = 'second';
    store.log.length = 0;
    await quota.enter('api', testCall());
    expect(store.log).toEqual([
      ['admit', { interactive: 1, bulk: 0 }, 'first'],
      ['restore', 300, 0],
      ['admit', { interactive: 1, bulk: 0 }, 'second'],
    ]);
    running.leave();
  });

  it('that fails at the end of a request is told of it later', async () => {
    const { quota, store, clock } = start();
    const pass = await quota.enter('api', testCall());
    store.isDown = true;
    pass.leave();
    await settled();
    await clock.advance(1200);
    store.isDown = false;
    store.log.length = 0;
    await quota.enter('api', testCall());
    await settled();
    await quota.enter('api', testCall());
    expect(store.log[0]).toEqual(['restore', 1200]);
  });
});

describe('a bucket that counts from the start', () => {
  const fromStart = (
    store = new TestStore(),
  ): { quota: Quota; clock: FakeClock; store: TestStore } =>
    start(store, { ...api, countsFrom: 'start', guardMs: 0 });
  const holdMs = 2000;

  it('tells the store when a request has left, once, and that it has ended', async () => {
    const { quota, store, clock } = fromStart();
    const pass = await quota.enter('api', testCall());
    await clock.advance(200);
    pass.sent();
    pass.sent();
    await clock.advance(300);
    pass.leave('unused');
    pass.sent();
    await settled();
    expect(store.log).toEqual([
      ['admit', { interactive: 1, bulk: 0 }],
      ['stamp', 'ticket-1'],
      ['complete', 'ticket-1', 'sent'],
    ]);
    await clock.advance(699);
    expect(quota.snapshot().api).toMatchObject({ running: 0, used: [{ count: 1 }] });
    await clock.advance(1);
    expect(quota.snapshot().api).toMatchObject({ used: [{ count: 0 }] });
  });

  it('stamps nothing that was given back before', async () => {
    const { quota, store } = fromStart();
    const pass = await quota.enter('api', testCall());
    pass.leave('unused');
    pass.sent();
    await settled();
    expect(store.log.at(-1)).toEqual(['complete', 'ticket-1', 'unused']);
  });

  it('tells a store that has forgotten everything of each request once, whether it has left or not', async () => {
    const { quota, store, clock } = fromStart();
    const [ended, running, leaving] = [
      await quota.enter('api', testCall()),
      await quota.enter('api', testCall()),
      await quota.enter('api', testCall()),
    ];
    ended.sent();
    ended.leave();
    await clock.advance(100);
    running.sent();
    await clock.advance(300);
    store.memory = 'second';
    store.log.length = 0;
    await quota.enter('api', testCall());
    expect(store.log[1]).toEqual(['restore', 400, 300, 0]);
    leaving.sent();
    expect(store.log.at(-1)).toEqual(['stamp', 'ticket-3']);
  });

  it('tells a store that was lost before the request left of it later, with its true age', async () => {
    const { quota, store, clock } = fromStart();
    const [first, second] = [
      await quota.enter('api', testCall()),
      await quota.enter('api', testCall()),
    ];
    await clock.advance(5000);
    store.isDown = true;
    // One finds out, and the other knows by then.
    first.sent();
    await clock.advance(100);
    second.sent();
    second.leave();
    await clock.advance(400);
    store.isDown = false;
    store.log.length = 0;
    store.connection(true);
    await settled();
    expect(store.log).toEqual([
      ['restore', 500, 400],
      ['admit', { interactive: 0, bulk: 0 }, 'first'],
    ]);
    first.leave();
    await settled();
    expect(store.log.at(-1)).toEqual(['complete', 'ticket-1', 'sent']);
    expect(clock.sleeping).toBe(0);
  });

  it('goes on alone as requests leave, and tells the store of those that did', async () => {
    const { quota, store, clock } = fromStart();
    store.isDown = true;
    const visits = [enter(quota), enter(quota), enter(quota)];
    await clock.advance(holdMs);
    expect(visits.map(({ isIn }) => isIn)).toEqual([true, true, false]);
    await clock.advance(2000);
    expect(visits[2]!.isIn).toBe(false);
    (await visits[0]!.pass).sent();
    await clock.advance(999);
    expect(visits[2]!.isIn).toBe(false);
    (await visits[1]!.pass).leave('unused');
    await settled();
    expect(visits[2]!.isIn).toBe(true);
    (await visits[0]!.pass).leave();
    (await visits[2]!.pass).leave('unused');
    store.isDown = false;
    store.log.length = 0;
    store.connection(true);
    await settled();
    expect(store.log).toEqual([
      ['restore', 999],
      ['admit', { interactive: 0, bulk: 0 }],
    ]);
  });

  it('forgets nothing that happens while the store is told of what it missed', async () => {
    const store = new TestStore();
    const { quota, clock } = fromStart(store);
    store.isDown = true;
    const visit = enter(quota);
    await clock.advance(holdMs);
    const pass = await visit.pass;
    store.isDown = false;
    store.log.length = 0;
    store.whileRestoring = () => pass.sent();
    store.connection(true);
    await settled();
    await clock.advance(200);
    pass.leave();
    await quota.enter('api', testCall());
    expect(store.log.filter(([step]) => step === 'restore')).toEqual([
      ['restore', 0],
      ['restore', 200],
    ]);
  });

  it('tells again what a store did not take in', async () => {
    const { quota, store, clock } = fromStart();
    store.isDown = true;
    const visit = enter(quota);
    await clock.advance(holdMs);
    const pass = await visit.pass;
    pass.sent();
    store.isDown = false;
    store.whileRestoring = () => Promise.reject(new Error('lost again'));
    store.connection(true);
    await clock.advance(500);
    store.whileRestoring = () => undefined;
    store.log.length = 0;
    store.connection(true);
    await settled();
    expect(store.log).toEqual([
      ['restore', 500],
      ['admit', { interactive: 0, bulk: 0 }],
    ]);
    pass.leave();
    await quota.enter('api', testCall());
    expect(store.log.filter(([step]) => step === 'restore')).toHaveLength(1);
  });
});
