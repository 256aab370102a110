import { parseCalendarDate, type CalendarDate } from '@registrar-kit/core';
import { settled, Sleepers } from './sleepers.js';
import type { TestClock } from './test-clock.js';

const dayMs = 86_400_000;

/** A clock that stands still until it is told to move, so that tests about time need not wait. */
export class ManualClock implements TestClock {
  #now: number;
  readonly #start: number;
  readonly #sleepers = new Sleepers();

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

  get advancedMs(): number {
    return this.elapsed();
  }

  /** The day in UTC. */
  today(): CalendarDate {
    return parseCalendarDate(new Date(this.#now).toISOString().slice(0, 10));
  }

  /** How many delays wait for the clock to move. */
  get waiting(): number {
    return this.#sleepers.count;
  }

  async delay(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 && signal?.aborted !== true) return;
    await this.#sleepers.sleep(this.#now + Math.max(0, ms), signal);
  }

  /**
   * Moves time on. Delays that fall due end in their order, each at its own instant, and what they start may fall due too.
   */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new Error('time does not go back');
    const end = this.#now + ms;
    await this.#sleepers.wakeUntil(end, (instant) => {
      this.#now = Math.max(this.#now, instant);
    });
    this.#now = end;
    await settled();
  }

  advanceDays(days: number): Promise<void> {
    return this.advance(days * dayMs);
  }

  rewindTo(advancedMs: number): void {
    this.#sleepers.forget();
    this.#now = this.#start + advancedMs;
  }
}
