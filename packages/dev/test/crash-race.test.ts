import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { pricedOperations, type PricedOperation } from '@registrar-kit/core';
import nock from 'nock';
import { bundlePanel, type PanelBundle } from '../src/crash-test/bundle-panel.js';
import { Dice } from '../src/crash-test/dice.js';
import {
  engineNames,
  startEngine,
  type Engine,
  type EngineName,
} from '../src/crash-test/engines.js';
import { planOrder, type OrderPlan } from '../src/crash-test/orders.js';
import type { PanelTask } from '../src/crash-test/panel/panel-job.js';
import type { Told } from '../src/crash-test/panel/panel-line.js';
import { vendorNames, type VendorName } from '../src/crash-test/vendors.js';
import { describeWithServer } from '../src/test-servers/index.js';
import { Counter } from './support/crash/counter.js';

// Processes of their own that share nothing but the journal order the same at the same moment, over real sockets.

let bundle: PanelBundle;
beforeAll(async () => {
  // It disturbs real sockets.
  nock.restore();
  bundle = await bundlePanel();
}, 60_000);
afterAll(() => bundle.remove());

const today = new Date().toISOString().slice(0, 10);
const buy = ({ order }: OrderPlan, idempotencyKey?: string): PanelTask => ({
  ...{ do: 'buy', order },
  options: idempotencyKey === undefined ? {} : { idempotencyKey },
});

/** All that a caller can act on. That it was recorded before is the only thing that may differ. */
function said({ outcome, text }: Told): unknown {
  const result = JSON.parse(text) as Record<string, unknown>;
  delete result['replayed'];
  return { outcome, result };
}

function suite(engineName: EngineName): void {
  let engine: Engine;
  let counter: Counter | undefined;
  beforeAll(async () => {
    engine = await startEngine(engineName);
  }, 60_000);
  afterAll(() => engine.stop());
  afterEach(() => counter?.close());

  const open = async (
    vendor: VendorName,
    topic: string,
    kinds: readonly PricedOperation[],
    balance?: string,
  ): Promise<{ counter: Counter; plans: readonly OrderPlan[] }> => {
    const dice = new Dice(1);
    const plans = kinds.map((kind, index) =>
      planOrder(kind, `${topic}-${vendor}-${String(index)}`, today, dice),
    );
    counter = await Counter.open({
      ...{ vendor, engine, program: bundle.file, orders: plans },
      ...(balance === undefined ? {} : { balance }),
    });
    return { counter, plans };
  };

  describe.each(vendorNames)('at %s', (vendor) => {
    it('carries out each order of four racing processes once, and tells all four the same', async () => {
      const race = await open(vendor, 'race', pricedOperations);
      const tasks = race.plans.map((plan) => buy(plan, `key of ${plan.order.id}`));
      const told = await race.counter.race([tasks, tasks, tasks, tasks]);
      for (const [index, plan] of race.plans.entries()) {
        expect(race.counter.countsOf(plan)).toEqual({ sent: 1, charged: 1 });
        const ofOrder = told.map((each) => each[index]!);
        expect(ofOrder.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done', 'done']);
        for (const other of ofOrder) expect(said(other)).toEqual(said(ofOrder[0]!));
        const first = ofOrder.filter(({ text }) => text.includes('"replayed":false'));
        expect(first).toHaveLength(1);
      }
    }, 120_000);

    it('renews once on a double click, under one key, without a key and under two', async () => {
      const double = await open(vendor, 'double', ['renewDomain', 'renewDomain', 'renewDomain']);
      const [named, unnamed, twoNames] = double.plans as [OrderPlan, OrderPlan, OrderPlan];
      const click = (name: string): readonly PanelTask[] => [
        buy(named, 'the order'),
        buy(unnamed),
        buy(twoNames, name),
      ];
      const told = await double.counter.race([click('one'), click('other')]);
      for (const plan of double.plans)
        expect(double.counter.countsOf(plan)).toEqual({ sent: 1, charged: 1 });
      for (const index of [0, 1]) {
        const [one, other] = told.map((each) => each[index]!);
        expect(one?.outcome).toBe('done');
        expect(said(one!)).toEqual(said(other!));
      }
      // A second order that comes too late, and says so.
      const outcomes = told.map((each) => each[2]!).map(({ outcome, code }) => code ?? outcome);
      expect(outcomes.sort()).toEqual(['INVALID_DOMAIN_STATE', 'done']);
    }, 60_000);

    it('lets the same key go through after a refusal for want of money and a top-up', async () => {
      const kinds = ['registerDomain', 'renewDomain'] as const;
      const { counter: poor, plans } = await open(vendor, 'top-up', kinds, '1.00');
      const tasks = plans.map((plan) => buy(plan, `key of ${plan.order.id}`));
      const outcomes = async (): Promise<readonly (string | undefined)[]> =>
        (await poor.race([tasks])).flat().map(({ outcome, code }) => code ?? outcome);
      expect(await outcomes()).toEqual(['INSUFFICIENT_FUNDS', 'INSUFFICIENT_FUNDS']);
      for (const plan of plans) expect(poor.countsOf(plan).charged).toBe(0);
      poor.deposit('500.00');
      expect(await outcomes()).toEqual(['done', 'done']);
      expect(await outcomes()).toEqual(['done', 'done']);
      for (const plan of plans) expect(poor.countsOf(plan).charged).toBe(1);
    }, 60_000);
  });
}

for (const engine of engineNames) {
  if (engine === 'sqlite') {
    describe('processes that share sqlite', () => {
      suite(engine);
    });
  } else {
    describeWithServer(engine, `processes that share ${engine}`, () => suite(engine));
  }
}
