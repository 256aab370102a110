import { money } from '@registrar-kit/core';
import { serveSimulator, type RegistryWorld, type ServedSimulator } from '@registrar-kit/testing';
import type { Engine } from '../../../src/crash-test/engines.js';
import { OrderStory } from '../../../src/crash-test/order-story.js';
import type { OrderPlan } from '../../../src/crash-test/orders.js';
import { PanelProcess } from '../../../src/crash-test/panel-process.js';
import type { PanelTask } from '../../../src/crash-test/panel/panel-job.js';
import type { Told } from '../../../src/crash-test/panel/panel-line.js';
import { VendorWatch } from '../../../src/crash-test/vendor-watch.js';
import {
  openSimulator,
  openWorld,
  vendorAccounts,
  type VendorName,
} from '../../../src/crash-test/vendors.js';

/** Where a counter stands. */
export interface CounterSetting {
  readonly vendor: VendorName;
  readonly engine: Engine;
  /** The panel's program. */
  readonly program: string;
  readonly orders: readonly OrderPlan[];
  readonly balance?: string;
}

/** A registrar at which several processes order the same, and what it saw of them. */
export class Counter {
  readonly world: RegistryWorld;
  readonly #setting: CounterSetting;
  readonly #served: ServedSimulator;
  readonly #stories: ReadonlyMap<string, OrderStory>;

  private constructor(
    setting: CounterSetting,
    served: ServedSimulator,
    world: RegistryWorld,
    stories: ReadonlyMap<string, OrderStory>,
  ) {
    this.world = world;
    this.#setting = setting;
    this.#served = served;
    this.#stories = stories;
  }

  static async open(setting: CounterSetting): Promise<Counter> {
    const { vendor, orders, balance = '100000.00' } = setting;
    const account = vendorAccounts[vendor];
    const world = openWorld(account, { balance });
    const startedAt = performance.now();
    const now = () => ({ atMs: performance.now() - startedAt, life: 0 });
    const watched = orders.map(({ order }) => ({ order, story: new OrderStory(now) }));
    for (const { setUp, order } of orders) {
      setUp(world, account);
      // So long that the others come while the first one waits.
      const { kind: operation, input } = order;
      world.faults.add({ fault: 'slow-answer', operation, domain: input.domain, delayMs: 400 });
    }
    const watch = new VendorWatch(
      openSimulator(vendor, world),
      new Map(watched.map((entry) => [entry.order.input.domain, entry])),
    );
    const served = await serveSimulator(watch, { onHandled: () => watch.noteCharges() });
    return new Counter(
      setting,
      served,
      world,
      new Map(watched.map(({ order, story }) => [order.id, story])),
    );
  }

  /**
   * Starts a process for each list of tasks and lets all of them begin at once; each does its tasks at once too.
   *
   * @returns what each was told, in the order of its tasks
   */
  async race(processes: readonly (readonly PanelTask[])[]): Promise<readonly (readonly Told[])[]> {
    const { program, engine } = this.#setting;
    const panels: PanelProcess[] = [];
    const ready = new Set<PanelProcess>();
    const told = await Promise.all(
      processes.map(async (tasks) => {
        const heard = new Map<string, Told>();
        const job = {
          ...{ config: this.#served.config, journal: engine.place, tasks },
          ...{ timeoutMs: 30_000, clockAheadMs: 0, hands: tasks.length },
        };
        const panel: PanelProcess = new PanelProcess(program, job, (line) => {
          if (line.say === 'ready') {
            ready.add(panel);
            if (ready.size === processes.length) for (const each of panels) each.go();
          } else if (line.say === 'told') {
            heard.set(line.order, line);
          }
        });
        panels.push(panel);
        const { code, complaints } = await panel.ended;
        if (code !== 0) throw new Error(`a panel ended with ${String(code)}: ${complaints}`);
        return tasks.map(({ order }) => heard.get(order.id)!);
      }),
    );
    return told;
  }

  /** How often an order came to the registrar, and how often it was charged. */
  countsOf({ order }: OrderPlan): { readonly sent: number; readonly charged: number } {
    const { events = [], charges = 0 } = this.#stories.get(order.id) ?? {};
    return { sent: events.filter(({ what }) => what === 'arrived').length, charged: charges };
  }

  deposit(dollars: string): void {
    this.world.deposit(vendorAccounts[this.#setting.vendor], money(dollars, 'USD'));
  }

  close(): Promise<void> {
    return this.#served.close();
  }
}
