import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type {
  FaultQuestion,
  RegistrarSimulator,
  RegistryWorld,
  SimulatorRequest,
  SimulatorResponse,
  WorldFault,
} from '@registrar-kit/testing';
import { doubtfulFaults } from './doubtful-faults.js';
import type { OrderStory } from './order-story.js';
import type { Order } from './panel/panel-job.js';
import type { Striker } from './striker.js';

/** An order that the registrar may see, and what is noted of it. */
export interface WatchedOrder {
  readonly order: Order;
  readonly story: OrderStory;
}

/** What one request turned out to be. */
interface Asking {
  placed?: WatchedOrder;
  /** Whether whoever sent it can no longer hear the answer, or never will. */
  unheard?: boolean;
  lateMs?: number;
  /** An order of before that is carried out now. */
  readonly late?: boolean;
}

const lost: WorldFault = { fault: 'answer-lost-before-commit' };

/**
 * The registrar under the eyes of the judge: notes every request and every charge in the story of its order, kills the panel at
 * the moments that can only be seen here, and carries some orders out long after their answer was lost.
 */
export class VendorWatch implements RegistrarSimulator {
  readonly provider: string;
  readonly hosts: readonly string[];
  readonly basePath: string;
  readonly world: RegistryWorld;
  /** Who ends the present life of the panel. */
  striker: Striker | undefined;
  /** How much later the next order for a domain is carried out. */
  readonly lateMs = new Map<string, number>();
  readonly #simulator: RegistrarSimulator;
  readonly #orders: ReadonlyMap<string, WatchedOrder>;
  readonly #asking = new AsyncLocalStorage<Asking>();
  readonly #late: Promise<void>[] = [];
  #charges = 0;

  /** @param orders - by domain */
  constructor(simulator: RegistrarSimulator, orders: ReadonlyMap<string, WatchedOrder>) {
    const { provider, hosts, basePath, world } = simulator;
    this.provider = provider;
    this.hosts = hosts;
    this.basePath = basePath;
    this.world = world;
    this.#simulator = simulator;
    this.#orders = orders;
    // Every request asks the plan of faults just before it is carried out, whatever the vendor.
    const take = world.faults.take.bind(world.faults);
    world.faults.take = (question) => this.#passing(question, () => take(question));
  }

  config(baseUrl: string): Record<string, unknown> {
    return this.#simulator.config(baseUrl);
  }

  async handle(request: SimulatorRequest): Promise<SimulatorResponse> {
    const asking: Asking = {};
    const before = this.#charges;
    const answer = await this.#asking.run(asking, () => this.#simulator.handle(request));
    this.noteCharges();
    const { placed, lateMs } = asking;
    if (placed === undefined) return answer;
    if (lateMs !== undefined) this.#late.push(this.#carryOutLate(request, lateMs));
    if (this.#charges > before && this.striker?.strikesAt('held') === true) {
      asking.unheard = true;
      await this.striker.dead;
    }
    placed.story.underWay -= 1;
    if (asking.unheard === true) placed.story.inDoubt = true;
    else this.striker?.strikesAt('answered');
    return asking.unheard === true ? { kind: 'drop' } : answer;
  }

  /** Notes what was carried out since the last time. To be called after whatever may carry something out. */
  noteCharges(): void {
    const entries = this.world.ledger().slice(this.#charges);
    this.#charges += entries.length;
    for (const { domain, amount } of entries)
      this.#orders.get(domain)?.story.add({ what: 'charged', amount: amount.amount });
  }

  /** Resolves when nothing is left that is to be carried out late. */
  async settled(): Promise<void> {
    await Promise.all(this.#late);
  }

  #passing(question: FaultQuestion, take: () => WorldFault | undefined): WorldFault | undefined {
    const asking = this.#asking.getStore();
    if (asking?.late === true) return undefined;
    const operations = [question.operation].flat();
    const domains = question.domain === undefined ? [] : [question.domain].flat();
    const watched = domains.flatMap((domain) => this.#orders.get(domain) ?? []);
    const placed = watched.find(({ order }) => operations.includes(order.kind));
    if (asking === undefined || placed === undefined) {
      const fault = take();
      for (const { story } of watched)
        story.add({ what: 'asked', operations, fault: fault?.fault });
      return fault;
    }
    asking.placed = placed;
    const fault = this.#fateOf(placed, asking, take);
    const { story, order } = placed;
    // A name is registered once, so a registration may be placed again.
    const stands = story.charges > 0 || story.inDoubt || story.underWay > 0;
    const needless = stands && order.kind !== 'registerDomain';
    const what = asking.lateMs === undefined ? fault?.fault : 'carried out late';
    story.add({ what: 'arrived', fault: what, needless });
    story.underWay += 1;
    if (fault !== undefined && doubtfulFaults.includes(fault.fault)) story.inDoubt = true;
    return fault;
  }

  #fateOf(
    { order }: WatchedOrder,
    asking: Asking,
    take: () => WorldFault | undefined,
  ): WorldFault | undefined {
    const { striker } = this;
    if (striker?.strikesAt('arrived') === true) {
      asking.unheard = true;
      return striker.carriedOut ? undefined : lost;
    }
    const { domain } = order.input;
    const lateMs = this.lateMs.get(domain);
    if (lateMs === undefined) return take();
    this.lateMs.delete(domain);
    asking.lateMs = lateMs;
    return lost;
  }

  async #carryOutLate(request: SimulatorRequest, lateMs: number): Promise<void> {
    await delay(lateMs);
    await this.#asking.run({ late: true }, () => this.#simulator.handle(request));
    this.noteCharges();
  }
}
