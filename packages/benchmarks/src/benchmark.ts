/** What one measurement found: a number for every metric, or none where the metric says nothing about it. */
export type Figures = Readonly<Record<string, number | undefined>>;

/** Something that is measured. Less is better in all of them. */
export interface Metric {
  readonly title: string;
  readonly unit: string;
  /** What the subject may reach at most. */
  readonly must?: number;
  /** What the subject should reach. */
  readonly aim?: number;
  /** What the ratio to the peer may be at most. */
  readonly mostRatio?: number;
}

/** Somebody who does the job that is measured. */
interface Contender<Setting> {
  readonly title: string;
  /**
   * Does the job in a process of its own, which ends after it, and throws when the job was not done.
   */
  measure(setting: Setting): Promise<Figures>;
}

/** What all contenders of a benchmark share while it runs, such as a server. */
export interface Stage<Setting> {
  /** Plain JSON, handed to the processes of the contenders. */
  readonly setting: Setting;
  readonly close: () => Promise<void>;
}

/**
 * One job and those who do it. Each file of `src/benchmarks` exports one as `benchmark`; its name is that of the file.
 *
 * The methods stand as methods so that benchmarks with different settings fit into one list.
 */
export interface Benchmark<Setting = unknown> {
  /** What the job is, as one sentence without a full stop. */
  readonly title: string;
  /** By name, in the order in which they are shown. */
  readonly metrics: Readonly<Record<string, Metric>>;
  /** By name, in the order in which they are shown. */
  readonly contenders: Readonly<Record<string, Contender<Setting>>>;
  /** The contender whose figures are held against the goals. */
  readonly subject: string;
  /** The contender by whose figures those of the subject are divided, round by round. */
  readonly peer: string;
  /** Why it cannot be run on this machine; absent or `undefined` where it can. */
  readonly unavailable?: () => string | undefined;
  /**
   * Runs once, in the process of the command.
   *
   * @param quick - as little as proves that everything works; nothing is learnt from the figures
   */
  prepare(quick: boolean): Promise<Stage<Setting>>;
}
