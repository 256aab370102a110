import { parseCalendarDate, type CalendarDate, type Clock } from '@registrar-kit/core';

const dayMs = 86_400_000;

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to move, so that tests about time need not wait. */
export class ManualClock implements Clock {
  #now: number;
  readonly #start: number;
  #sleepers: Sleeper[] = [];

  /** @param start - ISO instant or epoch milliseconds. @defaultValue '2026-01-15T12:00:00.000Z' */
  constructor(start: string | number = '2026-01-15T12:00:00.000Z') {
    this.#now = typeof start === 'number' ? start : Date.parse(start);
    if (!Number.isFinite(this.#now)) throw new Error(`"${String(start)}" is not an instant`);
    this.#start = this.#now;
  }

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now - this.#start;
  }

  /** The day in UTC. */
  today(): CalendarDate {
    return parseCalendarDate(new Date(this.#now).toISOString().slice(0, 10));
  }

  /** How many delays wait for the clock to move. */
  get waiting(): number {
    return this.#sleepers.length;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        // The reason is the caller's own value, handed on as it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
      };
      const wake = (): void => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper: Sleeper = { dueAt: this.#now + Math.max(0, ms), wake };
      if (signal?.aborted === true) abort();
      else if (ms <= 0) resolve();
      else {
        this.#sleepers.push(sleeper);
        signal?.addEventListener('abort', abort, { once: true });
      }
    });
  }

  /**
   * Moves time on. Delays that fall due end in their order, each at its own instant, and what they start may fall due too.
   */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new Error('time does not go back');
    const end = this.#now + ms;
    for (;;) {
      // What woke up, or was about to sleep, gets to run before time moves on.
      await settled();
      const next = this.#sleepers
        .filter((sleeper) => sleeper.dueAt <= end)
        .sort((left, right) => left.dueAt - right.dueAt)[0];
      if (next === undefined) break;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.dueAt);
      next.wake();
    }
    this.#now = end;
    await settled();
  }

  advanceDays(days: number): Promise<void> {
    return this.advance(days * dayMs);
  }
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
