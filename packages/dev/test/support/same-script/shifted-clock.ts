import { systemClock, type Clock } from '@registrar-kit/core';

const dayMs = 86_400_000;

/** The machine's clock, which can be put forward: sockets and pauses go on as usual. */
export class ShiftedClock implements Clock {
  #shiftMs = 0;

  now(): number {
    return systemClock.now() + this.#shiftMs;
  }

  elapsed(): number {
    return systemClock.elapsed() + this.#shiftMs;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return systemClock.delay(ms, signal);
  }

  advanceDays(days: number): void {
    this.#shiftMs += days * dayMs;
  }
}
