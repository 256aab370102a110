import { describe, expect, it } from '@jest/globals';
import {
  isRegistrarError,
  journalScopeOf,
  money,
  systemClock,
  type OperationJournal,
  type RegisterDomainInput,
} from '@registrar-kit/core';
import { aContactSet, FakeRegistrar, RegistryWorld } from '@registrar-kit/testing';

/** Something that befalls the store of a journal. */
export interface Outage {
  strike(): Promise<void> | void;
  mend(): Promise<void> | void;
  /** What an operator must be able to read in the refusal. */
  readonly told: RegExp;
}

/** A store with a journal open on it, as a panel has it. */
export interface OutageStore {
  /** The same object through the whole test: a panel is not started again. */
  readonly journal: OperationJournal;
  /** Opens the store as another process would. */
  another(): OperationJournal;
  /** Everything that is on the store, in whatever form, as text. */
  raw(): Promise<string> | string;
}

/** Beside a contact that must turn up nowhere. */
const order: RegisterDomainInput = {
  domain: 'harbour-books.com',
  years: 1,
  contacts: aContactSet({ lastName: 'CANARYson', email: 'CANARY@example.com' }),
  price: { atMost: money('500.00', 'USD') },
};
const options = { idempotencyKey: 'invoice 4711', timeoutMs: 20_000 };

/**
 * What must hold for a paid call whose journal fails, whatever befalls the engine: it is refused before anything is sent, or known
 * or unknown afterwards, never silently unrecorded; and all goes on by itself when the engine is back.
 *
 * @param open - opens a new store for each test; its leases should be short
 */
export function describeOutages<Store extends OutageStore>(
  open: () => Promise<Store>,
  close: () => Promise<void>,
  outages: Readonly<Record<string, (store: Store) => Outage>>,
): void {
  describe.each(Object.entries(outages))('%s', (_title, outageOf) => {
    const play = async (scene: (stage: Stage<Store>) => Promise<void>): Promise<void> => {
      const stage = new Stage(await open(), outageOf);
      try {
        await scene(stage);
      } finally {
        await stage.outage.mend();
        await close();
      }
    };

    it(
      'before an order: it is refused, nothing is sent, and the same key goes through afterwards',
      () =>
        play(async (stage) => {
          const panel = stage.panel(stage.store.journal);
          await stage.outage.strike();
          const error = await failureOf(panel.registerDomain(order, options));
          expect(isRegistrarError(error, 'CONFIGURATION_INVALID') && error.effect).toBe('none');
          expect((error as Error).message).toMatch(stage.outage.told);
          expect(stage.sent(panel)).toBe(0);
          await stage.outage.mend();
          expect(await panel.registerDomain(order, options)).toMatchObject({ replayed: false });
          expect([stage.sent(panel), stage.charges]).toEqual([1, 1]);
        }),
      40_000,
    );

    it(
      'while an order is under way: the answer is kept, and the same key gives it again',
      () =>
        play(async (stage) => {
          const panel = stage.panel(stage.strikingAfterBegin());
          const first = await panel.registerDomain(order, options);
          expect(first).toMatchObject({ status: 'done', replayed: false });
          await stage.outage.mend();
          expect(await panel.registerDomain(order, options)).toEqual({ ...first, replayed: true });
          const row = await stage.onlyRow();
          expect(row).toMatchObject({ state: { status: 'done', charged: first.charged } });
          expect([stage.sent(panel), stage.charges]).toEqual([1, 1]);
        }),
      40_000,
    );

    it(
      'while an order is under way and its answer is lost: it is read or unknown, and on record afterwards',
      () =>
        play(async (stage) => {
          const panel = stage.panel(stage.strikingAfterBegin());
          stage.world.faults.add({
            fault: 'answer-lost-after-commit',
            operation: 'registerDomain',
          });
          // A reading settles it where the journal can still be read; else nobody may say more than that it is unknown.
          const told: unknown = await panel
            .registerDomain(order, options)
            .catch((error: unknown) => error);
          await stage.outage.mend();
          const state = isRegistrarError(told, 'OUTCOME_UNKNOWN')
            ? await panel.waitForOperation({ operation: told.handle, maxPauseMs: 1000 })
            : { status: 'done', result: told };
          expect(state).toMatchObject({ status: 'done', result: { recovered: true } });
          expect(await panel.registerDomain(order, options)).toMatchObject({ replayed: true });
          expect([stage.sent(panel), stage.charges]).toEqual([1, 1]);
        }),
      40_000,
    );

    it(
      'while an order is under way, and the process ends: another one finds it by reading',
      () =>
        play(async (stage) => {
          const dead = stage.panel(stage.strikingAfterBegin());
          await dead.registerDomain(order, options);
          await stage.outage.mend();
          const next = stage.panel(stage.store.another());
          const again = await next.registerDomain(order, options);
          expect(again).toMatchObject({ status: 'done', domain: order.domain });
          // What was on its way to a server that stood still may have arrived when it went on.
          expect(again.recovered || again.replayed).toBe(true);
          expect(await stage.onlyRow()).toMatchObject({ state: { status: 'done' } });
          expect([stage.sent(dead), stage.sent(next), stage.charges]).toEqual([1, 0, 1]);
          expect(await stage.store.raw()).toContain('harbour-books');
          expect(await stage.store.raw()).not.toContain('CANARY');
        }),
      40_000,
    );
  });
}

/** One order, one registrar, and one outage. */
class Stage<Store extends OutageStore> {
  readonly store: Store;
  readonly outage: Outage;
  readonly world = new RegistryWorld({ clock: systemClock });
  readonly account = 'harbourbooks';

  constructor(store: Store, outageOf: (store: Store) => Outage) {
    this.store = store;
    this.outage = outageOf(store);
    this.world.addAccount({ id: this.account, balances: [money('1000.00', 'USD')] });
  }

  panel(journal: OperationJournal): FakeRegistrar {
    const { account, world } = this;
    return new FakeRegistrar({ world, account, runtime: { journal, clock: systemClock } });
  }

  /** The journal, struck just after it has recorded an order and before that is sent. */
  strikingAfterBegin(): OperationJournal {
    const { journal } = this.store;
    const begin: OperationJournal['begin'] = async (entry) => {
      const outcome = await journal.begin(entry);
      if (outcome.status === 'begun') await this.outage.strike();
      return outcome;
    };
    return new Proxy(journal, {
      get: (target, name) => {
        if (name === 'begin') return begin;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  async onlyRow(): Promise<unknown> {
    const journal = this.store.another();
    const rows = await journal.list(journalScopeOf(this.panel(journal).scope));
    expect(rows).toHaveLength(1);
    return rows[0];
  }

  sent(panel: FakeRegistrar): number {
    return panel.calls.filter(({ operation }) => operation === 'registerDomain').length;
  }

  /** The registrar's own books judge. */
  get charges(): number {
    return this.world.ledger({ domain: order.domain }).length;
  }
}

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => {
      throw new Error('nothing was thrown');
    },
    (error: unknown) => error,
  );
}
