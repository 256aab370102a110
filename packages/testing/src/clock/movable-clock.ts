import { settled, Sleepers } from './sleepers.js';
import type { TestClock } from './test-clock.js';

/** The machine's clock, which goes by itself and can be moved ahead, so that nothing hangs and nobody need wait. */
export class MovableClock implements TestClock {
  readonly #sleepers = new Sleepers();
  #advancedMs = 0;

  now(): number {
    return Date.now() + this.#advancedMs;
  }

  elapsed(): number {
    return performance.now() + this.#advancedMs;
  }

  get advancedMs(): number {
    return this.#advancedMs;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#sleepers.sleep(this.elapsed() + ms, signal, (wake) => {
      const timer = setTimeout(wake, ms);
      return () => clearTimeout(timer);
    });
  }

  /** Moves time on. Delays that fall due end in their order, each at its own instant, and what they start may fall due too. */
  async advance(ms: number): Promise<void> {
    if (!(ms >= 0)) throw new Error('time does not go back');
    const advancedMs = this.#advancedMs + ms;
    await this.#sleepers.wakeUntil(this.elapsed() + ms, (instant) => {
      const ahead = instant - performance.now();
      this.#advancedMs = Math.min(Math.max(this.#advancedMs, ahead), advancedMs);
    });
    this.#advancedMs = advancedMs;
    await settled();
  }

  rewindTo(advancedMs: number): void {
    this.#sleepers.forget();
    this.#advancedMs = advancedMs;
  }
}
