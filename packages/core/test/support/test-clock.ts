import type { Clock } from '@registrar-kit/core';

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

/** A clock that stands still until it is told to move. */
export class TestClock implements Clock {
  #now = Date.parse('2026-03-01T12:00:00.000Z');
  readonly #start = this.#now;
  readonly #sleepers = new Set<Sleeper>();

  now(): number {
    return this.#now;
  }

  elapsed(): number {
    return this.#now - this.#start;
  }

  /** How many delays are still waited for. */
  get waiting(): number {
    return this.#sleepers.size;
  }

  delay(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper = { dueAt: this.#now + ms, wake };
      const stop = (): void => {
        this.#sleepers.delete(sleeper);
        // The reason is the caller's own value, handed on as it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
      };
      if (signal?.aborted === true) {
        stop();
        return;
      }
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
    });
  }

  /** Moves time on, and lets run what falls due on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settled();
      const [next] = [...this.#sleepers]
        .filter(({ dueAt }) => dueAt <= end)
        .sort((left, right) => left.dueAt - right.dueAt);
      if (next === undefined) break;
      this.#sleepers.delete(next);
      this.#now = Math.max(this.#now, next.dueAt);
      next.wake();
    }
    this.#now = end;
    await settled();
  }
}

/** Lets everything run that does not wait for time. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
