import type { JournalRow, Testimony } from '@registrar-kit/core';
import { serveSimulator, type RegistryWorld, type ServedSimulator } from '@registrar-kit/testing';
import { Dice } from './dice.js';
import type { Engine } from './engines.js';
import type { EpisodePlan, LifePlan, PlannedOrder } from './episode-plan.js';
import { judge, type Judgement } from './judge.js';
import { withMeaninglessAnswers } from './meaningless-answers.js';
import { OrderStory } from './order-story.js';
import { holdsSecret } from './orders.js';
import { PanelProcess } from './panel-process.js';
import { openJournal } from './panel/open-journal.js';
import type { BuyTask, PanelTask, ReconcileTask } from './panel/panel-job.js';
import type { PanelLine } from './panel/panel-line.js';
import type { StrikeMoment } from './strike.js';
import { Striker } from './striker.js';
import { openSimulator, openWorld, vendorAccounts, type VendorName } from './vendors.js';
import { VendorWatch } from './vendor-watch.js';

/** Where an episode takes place. */
export interface EpisodeSetting {
  readonly vendor: VendorName;
  readonly engine: Engine;
  /** The panel's program. */
  readonly program: string;
  /** Whether another kill is wanted. */
  mayKill(): boolean;
  /** A panel was killed. */
  onKill(moment: StrikeMoment): void;
}

/** What became of one order. */
export interface JudgedOrder extends Judgement {
  readonly id: string;
  readonly calls: number;
  /** What a person saw who had to look, since no reading settled it. */
  readonly witnessed: Testimony | undefined;
  /** Everything about it, for whoever has to find out what went wrong. */
  readonly story: string;
}

// So that nobody waits long for the lease of a panel that was killed.
const leaseMs = 400;
const calm = { hands: 2, timeoutMs: 20_000 };
// Longer than anything waits before it is done again.
const anHourMs = 3_600_000;

/** Lets a panel live and be killed, life after life, until its orders have an end; then judges them. */
export async function runEpisode(
  plan: EpisodePlan,
  setting: EpisodeSetting,
): Promise<readonly JudgedOrder[]> {
  const world = openWorld(vendorAccounts[setting.vendor]);
  for (const { setUp } of plan.orders) setUp(world, vendorAccounts[setting.vendor]);
  const episode = new Episode(plan, setting, world);
  const served = await serveSimulator(episode.watch, {
    onHandled: () => episode.watch.noteCharges(),
  });
  try {
    return await episode.play(served);
  } finally {
    await served.close();
  }
}

interface Placed extends PlannedOrder {
  readonly story: OrderStory;
}

class Episode {
  readonly watch: VendorWatch;
  readonly #plan: EpisodePlan;
  readonly #setting: EpisodeSetting;
  readonly #world: RegistryWorld;
  readonly #orders: readonly Placed[];
  readonly #startedAt = performance.now();
  #life = 0;
  #calm = false;
  readonly #witnessed = new Map<Placed, Testimony>();
  #scope = '';
  #clockAheadMs = 0;

  constructor(plan: EpisodePlan, setting: EpisodeSetting, world: RegistryWorld) {
    this.#plan = plan;
    this.#setting = setting;
    this.#world = world;
    const now = () => ({ atMs: performance.now() - this.#startedAt, life: this.#life });
    this.#orders = plan.orders.map((planned) => ({ ...planned, story: new OrderStory(now) }));
    const weather = { dice: new Dice(plan.seed), share: 0.15, isCalm: () => this.#calm };
    this.watch = new VendorWatch(
      withMeaninglessAnswers(openSimulator(setting.vendor, world), weather),
      new Map(this.#orders.map((placed) => [placed.order.input.domain, placed])),
    );
  }

  async play(served: ServedSimulator): Promise<readonly JudgedOrder[]> {
    for (const life of this.#plan.lives) {
      if (!this.#orders.some(isOpen) || !this.#setting.mayKill()) break;
      const orders = life.turns.flatMap((turn) => this.#orders[turn] ?? []);
      const wanted = orders.filter(
        (placed) => isOpen(placed) || (life.repeatsAll && !isGivenUp(placed)),
      );
      const tasks = wanted.flatMap((placed): readonly PanelTask[] => {
        const reconciling = life.reconciles ? reconciliations([placed]) : [];
        return reconciling.length > 0 ? reconciling : [taskOf(placed)];
      });
      this.#clockAheadMs += life.clockAheadMs;
      this.#orders.forEach(({ order }, index) => {
        const { faults = [], lateMs } = life.weather[index] ?? {};
        for (const fault of faults) this.#world.faults.add(fault);
        if (lateMs !== undefined) this.watch.lateMs.set(order.input.domain, lateMs);
      });
      await this.#live(served, tasks, life);
      this.#world.faults.clear();
      this.watch.lateMs.clear();
    }
    await this.watch.settled();
    await this.#end(served);
    const rows = await this.#rows();
    return this.#orders.map((placed) => this.#judge(placed, rows));
  }

  /** Calm weather and nobody kills: every order gets its last word. */
  async #end(served: ServedSimulator): Promise<void> {
    this.#calm = true;
    this.#clockAheadMs += anHourMs;
    const orders = this.#orders.filter((placed) => !isGivenUp(placed));
    const buys = (which: readonly Placed[]) => which.map((placed) => taskOf(placed));
    await this.#live(served, buys(orders), calm);
    // The first reading may let a late order be executed, the second one must see it.
    for (let reading = 0; reading < 2; reading += 1)
      await this.#live(served, reconciliations(orders), calm);
    // What was never read again is carried out all the same, some day.
    for (const { order } of this.#orders) this.#world.find(order.input.domain);
    this.#world.runDueCommits();
    this.watch.noteCharges();
    await this.#testify(served, orders);
    await this.#live(served, buys([...this.#witnessed.keys()].filter(isOpen)), calm);
  }

  /** A person looks at the registrar what became of the orders that no reading settles. */
  async #testify(served: ServedSimulator, orders: readonly Placed[]): Promise<void> {
    this.#clockAheadMs += anHourMs;
    const tasks = orders.flatMap((placed) =>
      reconciliations([placed]).map((task) => {
        const executed = this.#world.ledger({ domain: placed.order.input.domain }).length > 0;
        const witnessed = executed ? 'executed' : 'not_executed';
        this.#witnessed.set(placed, witnessed);
        placed.story.inDoubt = false;
        return { ...task, witnessed } as const;
      }),
    );
    await this.#live(served, tasks, calm);
  }

  async #live(
    served: ServedSimulator,
    tasks: readonly PanelTask[],
    life: Pick<LifePlan, 'hands' | 'timeoutMs'> & Partial<Pick<LifePlan, 'strike'>>,
  ): Promise<void> {
    const { program, engine } = this.#setting;
    const { hands, timeoutMs, strike } = life;
    if (tasks.length === 0) return;
    const job = {
      config: served.config,
      journal: engine.place,
      clockAheadMs: this.#clockAheadMs,
      ...{ leaseMs, timeoutMs, hands, tasks },
    };
    const panel: PanelProcess = new PanelProcess(program, job, (line) => this.#hear(line, panel));
    if (strike !== undefined) {
      const kill = (): boolean => this.#kill(panel, strike.moment);
      this.watch.striker = new Striker(strike, kill, panel.ended);
      this.watch.striker.strikesAt('starting');
    }
    const { code, complaints } = await panel.ended;
    this.watch.striker?.stop();
    this.watch.striker = undefined;
    if ((code !== 0 && !panel.killed) || complaints !== '')
      throw new Error(`a panel ended by itself with ${String(code)}: ${complaints}`);
    if (holdsSecret(panel.printed)) throw new Error('a secret got out into what a panel was told');
    this.#life += 1;
  }

  #hear(line: PanelLine, panel: PanelProcess): void {
    if (line.say === 'ready') {
      this.#scope = line.scope;
      panel.go();
      return;
    }
    const placed = this.#orders.find(({ order }) => order.id === line.order);
    if (placed === undefined) throw new Error(`nobody ordered ${line.order}`);
    if (line.say === 'told') {
      placed.story.add({ what: 'told', told: line });
      return;
    }
    placed.story.add({ what: 'step', step: line.say });
    this.watch.striker?.strikesAt(line.say);
  }

  #kill(panel: PanelProcess, moment: StrikeMoment): boolean {
    if (!this.#setting.mayKill() || !panel.kill()) return false;
    this.#setting.onKill(moment);
    for (const { story } of this.#orders) story.add({ what: 'killed', moment });
    return true;
  }

  async #rows(): Promise<readonly JournalRow[]> {
    const journal = openJournal(this.#setting.engine.place);
    try {
      const rows = await journal.list(this.#scope, 1000);
      if (holdsSecret(JSON.stringify(rows))) throw new Error('the journal holds a secret');
      return rows;
    } finally {
      await journal.close();
    }
  }

  #judge(placed: Placed, rows: readonly JournalRow[]): JudgedOrder {
    const { order, key, givesUp, story, wished } = placed;
    const row = rows.find(({ operation }) => operation.domain === order.input.domain);
    const judgement = judge(story, { row, wished: wished(this.#world), testified: true });
    return {
      ...judgement,
      id: order.id,
      witnessed: this.#witnessed.get(placed),
      calls: story.events.filter((event) => event.what === 'step' && event.step === 'asked').length,
      story: [
        `${order.id}, under the key "${key}"${givesUp ? ', given up once refused' : ''}`,
        story.toText(),
        `journal: ${row === undefined ? 'no record' : JSON.stringify(row)}`,
      ].join('\n'),
    };
  }
}

function isOpen(placed: Placed): boolean {
  return placed.story.told.at(-1)?.outcome !== 'done' && !isGivenUp(placed);
}

/** The customer was told that it was refused, and has gone. */
function isGivenUp({ givesUp, story }: Placed): boolean {
  return givesUp && story.told.at(-1)?.outcome === 'refused';
}

function taskOf({ order, key }: Placed): BuyTask {
  return { do: 'buy', order, options: { idempotencyKey: key } };
}

/** For the orders of which the last word is that nobody knows. */
function reconciliations(orders: readonly Placed[]): readonly ReconcileTask[] {
  return orders.flatMap(({ order, story }) => {
    const last = story.told.at(-1);
    if (last?.outcome !== 'unknown' || last.handle === undefined) return [];
    return [{ do: 'reconcile', order, handle: last.handle }];
  });
}
