import { setImmediate } from 'node:timers';

/** Somebody who waits for a clock to get somewhere. */
interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
  /** Takes it away without waking it. */
  readonly remove: () => void;
}

/** Those who wait for a clock that tests move. */
export class Sleepers {
  #asleep: Sleeper[] = [];

  get count(): number {
    return this.#asleep.length;
  }

  /** Waits until the clock gets to `dueAt`, or until `signal` is aborted. `timer` wakes a sleeper whose clock goes by itself. */
  sleep(
    dueAt: number,
    signal: AbortSignal | undefined,
    timer?: (wake: () => void) => () => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      const remove = (): void => {
        this.#asleep = this.#asleep.filter((other) => other !== sleeper);
        signal?.removeEventListener('abort', abort);
        timing.stop?.();
      };
      const abort = (): void => {
        remove();
        // The reason is the caller's own value, handed on as it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        dueAt,
        remove,
        wake: () => {
          remove();
          resolve();
        },
      };
      const timing: { stop?: (() => void) | undefined } = {};
      if (signal?.aborted === true) {
        abort();
        return;
      }
      this.#asleep.push(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
      timing.stop = timer?.(sleeper.wake);
    });
  }

  /** Wakes those who are due by `end`, each at its own instant; what they start may fall due too. */
  async wakeUntil(end: number, arriveAt: (instant: number) => void): Promise<void> {
    for (;;) {
      // What woke up, or was about to sleep, gets to run before time moves on.
      await settled();
      const next = this.#asleep
        .filter((sleeper) => sleeper.dueAt <= end)
        .sort((left, right) => left.dueAt - right.dueAt)[0];
      if (next === undefined) return;
      arriveAt(next.dueAt);
      next.wake();
    }
  }

  /** Those who sleep now never wake. */
  forget(): void {
    for (const sleeper of this.#asleep) sleeper.remove();
  }
}

/** Kept, since test runners replace timers. */
const soon = setImmediate;

export function settled(): Promise<void> {
  return new Promise((resolve) => soon(resolve));
}
