import { createHash } from 'node:crypto';
import type { Engine, EngineName } from './engines.js';
import { planEpisode, type EpisodeTopic } from './episode-plan.js';
import { runEpisode, type JudgedOrder } from './episode.js';
import type { StrikeMoment } from './strike.js';
import { tallyOf, type Tally } from './tally.js';
import type { VendorName } from './vendors.js';

/** One engine with one vendor, and what happened there. */
export class Station {
  readonly engine: Engine;
  readonly vendor: VendorName;
  readonly orders: JudgedOrder[] = [];
  readonly violations: Violation[] = [];
  readonly moments: StrikeMoment[] = [];
  /** How many episodes were begun. */
  begun = 0;
  readonly #target: number;

  /** @param target - how many kills are wanted */
  constructor(engine: Engine, vendor: VendorName, target: number) {
    this.engine = engine;
    this.vendor = vendor;
    this.#target = target;
  }

  get wantsMore(): boolean {
    return this.moments.length < this.#target;
  }

  get tally(): Tally {
    return tallyOf(this.moments.length, this.orders);
  }

  /** Plays one episode; the same number, seed and day give the same plan, whatever else is tested. */
  async play(episode: number, { seed, program, onKill, ...topic }: EpisodeTerms): Promise<void> {
    this.begun += 1;
    const { engine, vendor } = this;
    const name = `crash-${engine.name}-${vendor}-${String(episode)}`;
    const plan = planEpisode({
      ...topic,
      name,
      seed: createHash('sha256')
        .update(`${String(seed)} ${name}`)
        .digest()
        .readInt32LE(),
      today: new Date().toISOString().slice(0, 10),
    });
    const orders = await runEpisode(plan, {
      ...{ vendor, engine, program },
      mayKill: () => this.wantsMore,
      onKill: (moment) => {
        this.moments.push(moment);
        onKill();
      },
    });
    this.orders.push(...orders);
    for (const order of orders)
      if (order.violations.length > 0)
        this.violations.push({ engine: engine.name, vendor, episode, order });
  }
}

/** What all episodes of a test have in common. */
export interface EpisodeTerms extends Pick<EpisodeTopic, 'kinds' | 'lateShare'> {
  readonly seed: number;
  /** The panel's program. */
  readonly program: string;
  readonly onKill: () => void;
}

/** An order to which something happened that must never happen. */
export interface Violation {
  readonly engine: EngineName;
  readonly vendor: VendorName;
  readonly episode: number;
  readonly order: JudgedOrder;
}
