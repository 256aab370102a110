import { afterEach, describe, expect, it, jest, test } from '@jest/globals';
import type * as core from '@registrar-kit/core';
import {
  isRegistrarError,
  JournalError,
  journalScopeOf,
  volatileJournal,
  type DnsRecord,
  type OperationJournal,
  type Registrar,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { aZone, type ZoneShop } from '../support/a-zone.js';
import { settled, TestClock } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com';
const scope = 'test-registrar api.example.com account-1';
const lease = `zone ${domain}`;
const turns = Symbol.for('registrar-kit.zones.v1');
const base: DnsRecord = { type: 'TXT', name: '@', value: 'base' };
const record = (index: number): DnsRecord => ({
  type: 'A',
  name: `h${String(index)}`,
  value: '192.0.2.1',
});

afterEach(() => {
  // Whoever ends leaves nothing behind.
  expect(linesOf()?.size ?? 0).toBe(0);
});

function linesOf(): Map<string, unknown> | undefined {
  return Reflect.get(globalThis, turns) as Map<string, unknown> | undefined;
}

/** Begins a call as it would begin in another process, which knows nothing of the turns in this one. */
function inAnotherProcess<Result>(begin: () => Promise<Result>): Promise<Result> {
  const own = linesOf();
  Reflect.set(globalThis, turns, undefined);
  const call = begin();
  Reflect.set(globalThis, turns, own);
  return call;
}

type Writer = Pick<Registrar, 'planRecords' | 'applyRecords'>;

/** Plans and applies until it is done; answers how often it was told to plan again. */
async function insist(registrar: Writer, wanted: DnsRecord): Promise<number> {
  for (let refused = 0; ; refused += 1) {
    const plan = await registrar.planRecords({ domain, change: { add: [wanted] } });
    try {
      const { missing, unexpected } = await registrar.applyRecords({ plan });
      expect([missing, unexpected]).toEqual([[], []]);
      return refused;
    } catch (error) {
      if (!isRegistrarError(error, 'INVALID_DOMAIN_STATE')) throw error;
    }
  }
}

describe('20 writers to one zone', () => {
  const indices = Array.from({ length: 20 }, (_, index) => index);
  const all = [base, ...indices.map(record)];
  const sorted = (shop: ZoneShop) => [...shop.zone.records].sort(byName);
  const byName = (left: DnsRecord, right: DnsRecord) => (left.name < right.name ? -1 : 1);

  it('in one process lose nothing of each other', async () => {
    const shop = aZone([base]);
    const refusals = await Promise.all(
      indices.map((index) => insist(shop.another(), record(index))),
    );
    expect(sorted(shop)).toEqual([...all].sort(byName));
    // They really got in each other's way.
    expect(Math.max(...refusals)).toBeGreaterThan(0);
  });

  it('in several processes that share a journal with leases lose nothing of each other', async () => {
    const clock = new TestClock();
    const journal = volatileJournal({ now: () => clock.now() });
    const shop = aZone([base], { clock, journal });
    const progress = { done: false };
    const work = Promise.all(
      indices.map(async (index) => {
        const registrar = shop.another();
        const apart: Writer = {
          planRecords: (input) => registrar.planRecords(input),
          applyRecords: (input) =>
            inAnotherProcess(() => registrar.applyRecords(input, { timeoutMs: 1e9 })),
        };
        return insist(apart, record(index));
      }),
    ).finally(() => {
      progress.done = true;
    });
    while (!progress.done) await clock.advance(250);
    await work;
    expect(sorted(shop)).toEqual([...all].sort(byName));
  });

  it('with nothing in common would lose some: the proof that these races bite', async () => {
    const shop = aZone([base]);
    await Promise.all(
      indices.map(async (index) => {
        const registrar = shop.another();
        const change = { add: [record(index)] };
        const plan = await registrar.planRecords({ domain, change });
        return inAnotherProcess(() => registrar.applyRecords({ plan }));
      }),
    );
    expect(shop.zone.records.length).toBeLessThan(all.length);
  });
});

describe('the turn in a process', () => {
  /** A registrar whose writes wait until they are let go, one by one. */
  function held(runtime: RegistrarRuntime = {}) {
    const shop = aZone([base], runtime);
    const waiting: (() => void)[] = [];
    shop.instead.applyRecords = async (change) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      shop.zone = { records: change.target };
    };
    const plan = (registrar = shop.registrar) =>
      registrar.planRecords({ domain, change: { add: [record(1)] } });
    return { shop, waiting, plan };
  }

  it('is waited for by every write to the zone, in order', async () => {
    const { shop, waiting, plan } = held();
    const first = shop.registrar.applyRecords({ plan: await plan() });
    await settled();
    const forward = { domain, target: 'https://example.net/' };
    const others = [
      shop.another().setUrlForward(forward),
      shop.another().setEmailForwards({ domain, forwards: [] }),
      shop.another().deleteUrlForward({ domain }),
    ];
    await settled();
    await settled();
    expect(waiting).toHaveLength(1);
    expect(shop.operations().slice(-1)).toEqual(['applyRecords']);
    waiting[0]?.();
    await Promise.all([first, ...others]);
    expect(shop.operations().slice(-4)).toEqual([
      'listRecords',
      'setUrlForward',
      'setEmailForwards',
      'deleteUrlForward',
    ]);
  });

  it('is of one zone only', async () => {
    const { shop, waiting, plan } = held();
    const first = shop.registrar.applyRecords({ plan: await plan() });
    await settled();
    await settled();
    await shop.registrar.deleteUrlForward({ domain: 'example.net' });
    expect(shop.operations().slice(-1)).toEqual(['deleteUrlForward']);
    waiting[0]?.();
    await first;
  });

  it('is shared by copies of this package', async () => {
    let copy: typeof core | undefined;
    jest.isolateModules(() => {
      copy = jest.requireActual<typeof core>('@registrar-kit/core');
    });
    const { shop, waiting, plan } = held();
    const there = new copy!.PortableRegistrar(shop.driver);
    const first = shop.registrar.applyRecords({ plan: await plan() });
    await settled();
    const second = there.deleteUrlForward({ domain });
    await settled();
    await settled();
    expect(shop.operations()).not.toContain('deleteUrlForward');
    waiting[0]?.();
    await Promise.all([first, second]);
  });

  test.each(['caller', 'deadline'] as const)(
    'is waited for until the call ends: %s',
    async (end) => {
      const clock = new TestClock();
      const { shop, waiting, plan } = held({ clock });
      const ready = await plan();
      const first = shop.registrar.applyRecords({ plan: ready }, { timeoutMs: 60_000 });
      await settled();
      const caller = new AbortController();
      const options = { timeoutMs: 5000, signal: caller.signal };
      const second = rejectionOf(shop.registrar.applyRecords({ plan: ready }, options));
      const third = shop.registrar.deleteUrlForward({ domain }, { timeoutMs: 60_000 });
      await settled();
      if (end === 'caller') caller.abort();
      else await clock.advance(5000);
      expect(await second).toMatchObject({
        code: end === 'caller' ? 'CANCELLED' : 'TIMEOUT',
        effect: 'none',
        message: expect.stringContaining('while it waited for another write to the same zone'),
      });
      // Who gave up lets nobody past who is still at work.
      await settled();
      expect(shop.operations()).not.toContain('deleteUrlForward');
      expect(shop.operations().filter((one) => one === 'applyRecords')).toHaveLength(1);
      waiting[0]?.();
      await Promise.all([first, third]);
    },
  );

  it('passes on when a write fails', async () => {
    const { shop, plan } = held();
    shop.instead.applyRecords = async () => {
      throw new Error('broken');
    };
    const ready = await plan();
    const failed = rejectionOf(shop.registrar.applyRecords({ plan: ready }));
    await shop.registrar.deleteUrlForward({ domain });
    expect(await failed).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'unknown' });
  });
});

describe('the lease over processes', () => {
  type Leases = Pick<OperationJournal, 'takeLease' | 'dropLease'>;

  function leased(changes: Partial<Leases> = {}) {
    const clock = new TestClock();
    const engine = volatileJournal({ now: () => clock.now() });
    const taken: string[] = [];
    const dropped: string[] = [];
    const leases: Leases = {
      takeLease: (...given) => {
        taken.push(given[2]);
        return changes.takeLease?.(...given) ?? engine.takeLease(...given);
      },
      dropLease: (...given) => {
        dropped.push(given[2]);
        return changes.dropLease?.(...given) ?? engine.dropLease(...given);
      },
    };
    // Zones need nothing else of a journal.
    const journal = { leaseMs: engine.leaseMs, ...leases } as OperationJournal;
    const shop = aZone([base], { clock, journal });
    const plan = () => shop.registrar.planRecords({ domain, change: { add: [record(1)] } });
    return { clock, engine, shop, plan, taken, dropped };
  }

  it('stands under the account, and is held from before the reading until after the read-back', async () => {
    expect(journalScopeOf(aZone([]).registrar.scope)).toBe(scope);
    const { engine, shop, plan } = leased();
    const ready = await plan();
    const free: boolean[] = [];
    const look = async (): Promise<void> => {
      free.push(await engine.takeLease(scope, lease, 'somebody'));
    };
    shop.instead.listRecords = async (_, zone) => {
      await look();
      return zone;
    };
    shop.instead.applyRecords = async (change) => {
      await look();
      shop.zone = { records: change.target };
    };
    await shop.registrar.applyRecords({ plan: ready });
    expect(free).toEqual([false, false, false]);
    await look();
    expect(free.at(-1)).toBe(true);
  });

  it('is taken by a holder of its own for each call', async () => {
    const { shop, plan, taken, dropped } = leased();
    await shop.registrar.applyRecords({ plan: await plan() });
    await shop.registrar.setUrlForward({ domain, target: 'https://example.net/' });
    await shop.registrar.setEmailForwards({ domain, forwards: [] });
    await shop.registrar.deleteUrlForward({ domain });
    expect(new Set(dropped).size).toBe(4);
    expect([...new Set(taken)]).toEqual(dropped);
  });

  it('is waited for while another process has it, and taken when that is done', async () => {
    const { clock, engine, shop, plan } = leased();
    const ready = await plan();
    await engine.takeLease(scope, lease, 'elsewhere');
    const call = shop.registrar.applyRecords({ plan: ready });
    await clock.advance(5000);
    expect(shop.operations()).toEqual(['listRecords', 'planRecords']);
    await engine.dropLease(scope, lease, 'elsewhere');
    await clock.advance(250);
    expect((await call).missing).toEqual([]);
  });

  it('is taken from a process that died', async () => {
    const { clock, engine, shop, plan } = leased();
    const ready = await plan();
    await engine.takeLease(scope, lease, 'dead');
    const call = shop.registrar.applyRecords({ plan: ready });
    await clock.advance(engine.leaseMs - 250);
    expect(shop.operations()).toHaveLength(2);
    await clock.advance(500);
    expect((await call).missing).toEqual([]);
  });

  it('is waited for until the call ends', async () => {
    const { clock, engine, shop, plan } = leased();
    const ready = await plan();
    await engine.takeLease(scope, lease, 'elsewhere');
    const call = rejectionOf(shop.registrar.applyRecords({ plan: ready }, { timeoutMs: 1000 }));
    await clock.advance(1000);
    expect(await call).toMatchObject({
      code: 'TIMEOUT',
      effect: 'none',
      message: expect.stringContaining('while it waited for another write to the same zone'),
    });
    expect(shop.operations()).toHaveLength(2);
    // What another holds is left alone.
    expect(await engine.takeLease(scope, lease, 'third')).toBe(false);
    expect(clock.waiting).toBe(0);
  });

  it('is extended as long as a slow write takes', async () => {
    const { clock, engine, shop, plan } = leased();
    const ready = await plan();
    shop.instead.applyRecords = async (change) => {
      for (let minute = 0; minute < 20; minute += 1) {
        await clock.advance(30_000);
        expect(await engine.takeLease(scope, lease, 'impatient')).toBe(false);
      }
      shop.zone = { records: change.target };
    };
    const options = { timeoutMs: 3_600_000 };
    expect((await shop.registrar.applyRecords({ plan: ready }, options)).missing).toEqual([]);
    expect(await engine.takeLease(scope, lease, 'patient')).toBe(true);
    expect(clock.waiting).toBe(0);
  });

  it('is given back after an extension that is on its way, which would take it again', async () => {
    let answer = (): void => undefined;
    const { clock, engine, shop, plan, taken, dropped } = leased({
      takeLease: async (...given) => {
        // The first takes it, the second extends it and is slow, the third confirms it.
        if (taken.length === 2)
          await new Promise<void>((resolve) => {
            answer = resolve;
          });
        return engine.takeLease(...given);
      },
    });
    const ready = await plan();
    shop.instead.planRecords = async () => {
      await clock.advance(engine.leaseMs / 3);
      return { losses: [], issues: [] };
    };
    const call = shop.registrar.applyRecords({ plan: ready });
    while (!shop.operations().includes('applyRecords')) await settled();
    for (let turn = 0; turn < 5; turn += 1) await settled();
    expect(taken).toHaveLength(3);
    expect(dropped).toEqual([]);
    answer();
    await call;
    expect(await engine.takeLease(scope, lease, 'next')).toBe(true);
  });

  it('that was lost on the way keeps the write back', async () => {
    const { engine, shop, plan } = leased();
    const ready = await plan();
    shop.instead.planRecords = async () => {
      // As when the machine slept: the lease ran out, and another has it.
      jest.spyOn(engine, 'takeLease').mockResolvedValue(false);
      return { losses: [], issues: [] };
    };
    expect(await rejectionOf(shop.registrar.applyRecords({ plan: ready }))).toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
      message: expect.stringContaining('another process took its turn'),
    });
    expect(shop.operations()).not.toContain('applyRecords');
  });

  it('that the journal cannot give keeps everything back', async () => {
    const { shop, plan, dropped } = leased({
      takeLease: async () => {
        throw new JournalError('full', 'the disk is full');
      },
    });
    const ready = await plan();
    const calls = [
      () => shop.registrar.applyRecords({ plan: ready }),
      () => shop.registrar.deleteUrlForward({ domain }),
    ];
    for (const call of calls)
      expect(await rejectionOf(call())).toMatchObject({
        code: 'CONFIGURATION_INVALID',
        effect: 'none',
        retryable: true,
        issues: [
          {
            path: 'runtime.journal',
            problem: expect.stringContaining('the disk is full'),
            cure: 'check the storage of the journal, then try again',
          },
        ],
      });
    expect(shop.operations()).toEqual(['listRecords', 'planRecords']);
    // It may have been taken without the engine being able to say so.
    expect(dropped).toHaveLength(2);
  });

  it('that cannot be given back changes nothing of what was done', async () => {
    const { shop, plan } = leased({
      dropLease: async () => {
        throw new JournalError('full', 'the disk is full');
      },
    });
    expect((await shop.registrar.applyRecords({ plan: await plan() })).missing).toEqual([]);
  });

  it('is not asked of an engine that has none', async () => {
    const old = { leaseMs: 30_000 } as OperationJournal;
    const shop = aZone([base], { journal: old });
    const plan = await shop.registrar.planRecords({ domain, change: { add: [record(1)] } });
    expect((await shop.registrar.applyRecords({ plan })).missing).toEqual([]);
  });

  it('is not needed to read', async () => {
    const { engine, shop, plan, taken } = leased();
    await engine.takeLease(scope, lease, 'elsewhere');
    await plan();
    await shop.registrar.listRecords({ domain });
    expect(taken).toEqual([]);
  });
});
