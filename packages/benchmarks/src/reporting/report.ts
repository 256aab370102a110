import type { Metric } from '../benchmark.js';
import type { Spread } from '../measuring/spread.js';
import type { MachineFacts } from './machine-facts.js';

/** What `bench --json` prints. */
export interface Report {
  readonly machine: MachineFacts;
  readonly rounds: number;
  /** The figures mean nothing: inputs were small. */
  readonly quick: boolean;
  readonly benchmarks: readonly BenchmarkReport[];
}

/** One job and what it took. */
export interface BenchmarkReport {
  readonly name: string;
  readonly title: string;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly subject: string;
  readonly peer: string;
  readonly contenders: readonly ContenderReport[];
  /** Per metric: the subject's figure divided by the peer's, round by round. */
  readonly ratios: Readonly<Record<string, Spread>>;
  /** A fixed job, measured in every round beside the contenders. */
  readonly noise: Readonly<Record<string, Spread>>;
}

export interface ContenderReport {
  readonly name: string;
  readonly title: string;
  /** Per metric; one that says nothing about this contender is left out. */
  readonly figures: Readonly<Record<string, Spread>>;
}
