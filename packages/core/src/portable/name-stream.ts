import type { Availability } from '../operations/check-availability.js';
import type { AvailabilityStream, StreamProgress } from '../operations/stream-availability.js';
import { digestOfNames, writeResumeToken } from './resume-token.js';

/** Gives the rows of a list one by one, whoever reads them. Keeps those that were answered and not given yet, and no others. */
export class NameStream implements AvailabilityStream {
  readonly #readFrom: (start: number) => Promise<readonly Availability[]>;
  readonly #domains: readonly string[];
  readonly #start: number;
  /** Answered and not given yet. */
  #waiting: Availability[] = [];
  #given: number;
  #turn: Promise<unknown> = Promise.resolve();
  #list: string | undefined;

  /** @param readFrom - the answers for the names from a place on, in order: for one of them at least. */
  constructor(
    domains: readonly string[],
    start: number,
    readFrom: (start: number) => Promise<readonly Availability[]>,
  ) {
    this.#domains = domains;
    this.#start = this.#given = start;
    this.#readFrom = readFrom;
  }

  get progress(): StreamProgress {
    return { done: this.#given, total: this.#domains.length, resumedAt: this.#start };
  }

  get resumeToken(): string {
    // Most streams are never asked, and the list stays the same.
    this.#list ??= digestOfNames(this.#domains);
    return writeResumeToken({
      given: this.#given,
      total: this.#domains.length,
      list: this.#list,
    });
  }

  [Symbol.asyncIterator](): AsyncIterator<Availability> {
    // Without a way to end it: whoever leaves a loop, or is thrown out of it, can go on with the next row.
    return { next: () => this.#next() };
  }

  /** One after another, also for those who do not wait. */
  #next(): Promise<IteratorResult<Availability>> {
    const turn = this.#turn.then(() => this.#take());
    this.#turn = turn.then(
      () => undefined,
      () => undefined,
    );
    return turn;
  }

  async #take(): Promise<IteratorResult<Availability>> {
    if (this.#given === this.#domains.length) return { done: true, value: undefined };
    if (this.#waiting.length === 0) this.#waiting = [...(await this.#readFrom(this.#given))];
    const row = this.#waiting.shift();
    if (row === undefined) return { done: true, value: undefined };
    this.#given += 1;
    return { done: false, value: row };
  }
}

/** Stands for a stream whose input cannot be used. */
export function refusedStream(error: unknown): AvailabilityStream {
  const refuse = (): never => {
    throw error;
  };
  return {
    progress: { done: 0, total: 0, resumedAt: 0 },
    get resumeToken(): string {
      return refuse();
    },
    [Symbol.asyncIterator]: () => ({ next: () => new Promise(refuse) }),
  };
}
