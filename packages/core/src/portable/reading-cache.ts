import type { Clock } from '../config/clock.js';

const mostEntries = 200;

/** An answer and when it was read. */
export interface Reading<Value> {
  readonly value: Value;
  /** ISO instant. */
  readonly readAt: string;
}

/**
 * Keeps answers that change rarely and cost much, such as endings and prices. Nothing on the way of a payment reads from here.
 */
export class ReadingCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, { readonly reading: Reading<unknown>; readonly at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The answer kept under `key` where it is no older than `maxAgeMs`, else what `read` gives now. */
  async read<Value>(
    key: string,
    maxAgeMs: number,
    read: () => Promise<Value>,
  ): Promise<Reading<Value>> {
    const kept = this.#kept.get(key);
    // Elapsed time: a clock that is set back must not make an answer young again.
    if (kept !== undefined && this.#clock.elapsed() - kept.at < maxAgeMs)
      return kept.reading as Reading<Value>;
    const at = this.#clock.elapsed();
    const readAt = new Date(this.#clock.now()).toISOString();
    const reading = { value: await read(), readAt };
    this.#kept.delete(key);
    this.#kept.set(key, { reading, at });
    const oldest = this.#kept.keys().next();
    if (this.#kept.size > mostEntries && oldest.done !== true) this.#kept.delete(oldest.value);
    return reading;
  }
}
