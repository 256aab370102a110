import { availableParallelism } from 'node:os';
import { bundlePanel } from './bundle-panel.js';
import { startEngine, type Engine, type EngineName } from './engines.js';
import { Station, type EpisodeTerms, type Violation } from './station.js';
import type { StrikeMoment } from './strike.js';
import { tallyOf, type Tally } from './tally.js';
import type { VendorName } from './vendors.js';

/** What is to be tested, and how long. */
export interface CrashTest extends Omit<EpisodeTerms, 'program' | 'onKill'> {
  /** How many kills there are in all, in equal shares for each engine and vendor. */
  readonly kills: number;
  readonly engines: readonly EngineName[];
  readonly vendors: readonly VendorName[];
  /** Only this episode of each engine and vendor, to look at it again. */
  readonly episode?: number;
  /** The source of the panel's program. @defaultValue the one that keeps the rules */
  readonly program?: string;
  /** Hears of each kill how many there were by then. */
  readonly onProgress?: (kills: number) => void;
}

/** What came of it. */
export interface CrashReport {
  readonly seed: number;
  readonly durationMs: number;
  readonly rows: readonly (Tally & {
    readonly engine: EngineName;
    readonly vendor: VendorName;
  })[];
  readonly total: Tally;
  /** Where the kills struck. */
  readonly moments: readonly StrikeMoment[];
  readonly violations: readonly Violation[];
}

/** Kills panels at random moments until there were enough kills, and judges what became of their orders. */
export async function runCrashTest(test: CrashTest): Promise<CrashReport> {
  const startedAt = performance.now();
  const bundle = await bundlePanel(test.program);
  const engines: Engine[] = [];
  try {
    for (const name of test.engines) engines.push(await startEngine(name));
    const stations = openStations(engines, test);
    const killed = (): StrikeMoment[] => stations.flatMap(({ moments }) => moments);
    const terms = {
      ...test,
      program: bundle.file,
      onKill: () => test.onProgress?.(killed().length),
    };
    if (test.episode === undefined) {
      const lane = async (): Promise<void> => {
        for (let next = furthestBehind(stations); next; next = furthestBehind(stations))
          await next.play(next.begun, terms);
      };
      // Panels wait a lot, so there are more of them than processors.
      await Promise.all(Array.from({ length: availableParallelism() * 3 }, lane));
    } else {
      for (const station of stations) await station.play(test.episode, terms);
    }
    const orders = stations.flatMap((station) => station.orders);
    return {
      seed: test.seed,
      durationMs: performance.now() - startedAt,
      rows: stations.map(({ engine, vendor, tally }) => ({
        engine: engine.name,
        vendor,
        ...tally,
      })),
      total: tallyOf(killed().length, orders),
      moments: killed(),
      violations: stations.flatMap(({ violations }) => violations),
    };
  } finally {
    bundle.remove();
    for (const engine of engines) await engine.stop();
  }
}

function openStations(engines: readonly Engine[], { vendors, kills }: CrashTest): Station[] {
  const places = engines.flatMap((engine) => vendors.map((vendor) => ({ engine, vendor })));
  const { length } = places;
  return places.map(({ engine, vendor }, index) => {
    // What is left over goes to the first ones.
    return new Station(engine, vendor, Math.floor((kills + length - 1 - index) / length));
  });
}

function furthestBehind(stations: readonly Station[]): Station | undefined {
  const open = stations.filter(({ wantsMore }) => wantsMore);
  return open.sort((one, other) => one.begun - other.begun)[0];
}
