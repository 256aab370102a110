import type { Clock } from '@registrar-kit/core';

const longMs = 1_000_000_000_000;

/** A world's clock as the registrars over it see it. Between two sessions so much time seems to pass that no kept answer is young enough. */
export class SessionClock implements Clock {
  readonly #clock: Clock;
  #sessions = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  startAnew(): void {
    this.#sessions += 1;
  }

  now(): number {
    return this.#clock.now();
  }

  elapsed(): number {
    return this.#clock.elapsed() + this.#sessions * longMs;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return this.#clock.delay(ms, signal);
  }
}
