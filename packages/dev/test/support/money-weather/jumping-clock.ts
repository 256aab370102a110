import { systemClock, type Clock } from '@registrar-kit/core';

const dayMs = 86_400_000;

/** The machine's clock, which can be put forward and back. What measures stretches of time does not notice. */
export class JumpingClock implements Clock {
  #shiftMs = 0;

  now(): number {
    return systemClock.now() + this.#shiftMs;
  }

  elapsed(): number {
    return systemClock.elapsed();
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.delay(ms, signal);
  }

  jump(days: number): void {
    this.#shiftMs += days * dayMs;
  }
}
