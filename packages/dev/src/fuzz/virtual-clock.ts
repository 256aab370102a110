import type { Clock } from '@registrar-kit/core';

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

/** What makes the clock wait before it takes everybody for asleep. */
export interface Patience {
  /** Turns of the event loop in which nothing happens. */
  readonly turns: number;
  /** Milliseconds of the machine's clock in which nothing happens. */
  readonly ms: number;
}

const start = Date.parse('2026-01-15T12:00:00.000Z');

/**
 * A clock that jumps to the next alarm once everybody sleeps, so that pauses and retries cost no time and the same case takes
 * the same course each time.
 */
export class VirtualClock implements Clock {
  patience: Patience = { turns: 300, ms: 0 };
  #now = start;
  #sleepers: Sleeper[] = [];
  #quietTurns = 0;
  #quietSince = 0;
  #running = false;

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now - start;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    this.stir();
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        // The reason is the caller's own value, handed on as it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        dueAt: this.#now + Math.max(0, ms),
        wake: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      if (signal?.aborted === true) {
        abort();
        return;
      }
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Something happened. */
  stir(): void {
    this.#quietTurns = 0;
    this.#quietSince = performance.now();
  }

  /** Runs the clock until `work` has ended. @throws Error when it never will: nobody sleeps and nothing happens */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#running = true;
    const begunAt = performance.now();
    this.stir();
    const stuck = new Promise<never>((_resolve, reject) => {
      const turn = (): void => {
        if (!this.#running) return;
        this.#quietTurns += 1;
        const quietMs = performance.now() - this.#quietSince;
        if (this.#quietTurns > this.patience.turns && quietMs >= this.patience.ms) {
          if (this.elapsed() > mostMs) reject(new Error('goes on for days'));
          else if (performance.now() - begunAt > longestMs) reject(new Error('does not end'));
          else if (this.#sleepers.length > 0) this.#wakeNext();
          else if (quietMs > hangMs) reject(new Error('hangs: nothing happens any more'));
        }
        // Others work on threads of their own or in slices; whoever waits for them need not spin.
        if (this.#quietTurns > spinning && this.patience.ms > 0) setTimeout(turn, 2);
        else setImmediate(turn);
      };
      setImmediate(turn);
    });
    try {
      return await Promise.race([work(), stuck]);
    } finally {
      this.#running = false;
    }
  }

  #wakeNext(): void {
    let next = this.#sleepers[0];
    for (const sleeper of this.#sleepers)
      if (next === undefined || sleeper.dueAt < next.dueAt) next = sleeper;
    if (next === undefined) return;
    const awake = next;
    this.#sleepers = this.#sleepers.filter((other) => other !== awake);
    this.#now = Math.max(this.#now, awake.dueAt);
    this.stir();
    awake.wake();
  }
}

const spinning = 500;
const hangMs = 10_000;
/** Of the machine's clock, waiting included. */
const longestMs = 30_000;
const mostMs = 3 * 86_400_000;
