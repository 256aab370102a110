import type { Figures } from '../benchmark.js';
import { loadBenchmark } from '../list-benchmarks.js';
import { noise, noiseName } from '../noise.js';
import type { BenchmarkReport, ContenderReport } from '../reporting/report.js';
import { measureInChild } from './measure-in-child.js';
import { spreadOf, type Spread } from './spread.js';

export interface RunOptions {
  readonly rounds: number;
  readonly quick: boolean;
  /** Called before each measurement. */
  readonly onProgress: (text: string) => void;
}

/** Measures every contender once per round, one after the other, and the machine's noise beside them. */
export async function runBenchmark(
  name: string,
  { rounds, quick, onProgress }: RunOptions,
): Promise<BenchmarkReport> {
  const benchmark = await loadBenchmark(name);
  const { setting, close } = await benchmark.prepare(quick);
  const contenders = Object.keys(benchmark.contenders);
  const found: Round[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) {
      const figures = new Map<string, Figures>();
      for (const contender of [noiseName, ...rotated(contenders, round)]) {
        onProgress(`${name}: round ${round + 1} of ${rounds}, ${contender}`);
        const measurement =
          contender === noiseName
            ? { benchmark: noiseName, contender: noise.subject, setting: undefined }
            : { benchmark: name, contender, setting };
        figures.set(contender, await measureInChild(measurement));
      }
      found.push(figures);
    }
  } finally {
    await close();
  }
  const { title, metrics, subject, peer } = benchmark;
  return {
    name,
    title,
    metrics,
    subject,
    peer,
    contenders: contenders.map((contender): ContenderReport => ({
      name: contender,
      title: benchmark.contenders[contender]?.title ?? contender,
      figures: spreads(metrics, found, (round, metric) => round.get(contender)?.[metric]),
    })),
    ratios: spreads(metrics, found, (round, metric) =>
      ratio(round.get(subject)?.[metric], round.get(peer)?.[metric]),
    ),
    noise: spreads(noise.metrics, found, (round, metric) => round.get(noiseName)?.[metric]),
  };
}

/** What each contender, and the noise, came to in one round. */
type Round = ReadonlyMap<string, Figures>;

/** Everybody is first in some round, in case the machine tires. */
function rotated(names: readonly string[], by: number): readonly string[] {
  const start = by % names.length;
  return [...names.slice(start), ...names.slice(0, start)];
}

function ratio(subject: number | undefined, peer: number | undefined): number | undefined {
  return subject === undefined || peer === undefined || peer <= 0 ? undefined : subject / peer;
}

function spreads(
  metrics: Readonly<Record<string, unknown>>,
  rounds: readonly Round[],
  figureOf: (round: Round, metric: string) => number | undefined,
): Readonly<Record<string, Spread>> {
  const entries = Object.keys(metrics).flatMap((metric) => {
    const figures = rounds.flatMap((round) => figureOf(round, metric) ?? []);
    return figures.length === 0 ? [] : [[metric, spreadOf(figures)] as const];
  });
  return Object.fromEntries(entries);
}
