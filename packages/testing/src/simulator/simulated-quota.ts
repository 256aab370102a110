import type { Clock, QuotaWindow } from '@registrar-kit/core';

/** What a vendor permits. */
export interface SimulatedQuotaOptions {
  readonly windows: readonly QuotaWindow[];
  /** @defaultValue unlimited */
  readonly maxConcurrent?: number;
  /** The world's clock. */
  readonly clock: Clock;
  /** Whether a refused request counts as well. @defaultValue false */
  readonly countsRefused?: boolean;
}

/** Whether the vendor takes a request. */
export type QuotaVerdict =
  /** Call `done` when the answer has been made. */
  | { readonly admitted: true; readonly done: () => void }
  | {
      readonly admitted: false;
      /** The window that is full; absent when too many requests are under way. */
      readonly window?: QuotaWindow;
      /** Until there is room in that window; 0 where nobody can know. */
      readonly retryAfterMs: number;
    };

/** The vendor's side of a rate limit: rolling windows, counted when a request arrives. One counter for each key. */
export class SimulatedQuota {
  readonly #options: SimulatedQuotaOptions;
  readonly #arrivals = new Map<string, number[]>();
  readonly #underWay = new Map<string, number>();

  constructor(options: SimulatedQuotaOptions) {
    this.#options = options;
  }

  /** Counts a request on arrival. `key` is what the vendor counts by: the account, or the account and a route. */
  arrive(key: string): QuotaVerdict {
    const { windows, maxConcurrent = Infinity, clock, countsRefused = false } = this.#options;
    const now = clock.now();
    const arrivals = this.#recent(key, now);
    for (const window of windows) {
      const inside = arrivals.filter((at) => at > now - window.windowMs);
      const oldestThatMustLeave = inside[inside.length - window.limit];
      if (oldestThatMustLeave === undefined) continue;
      if (countsRefused) arrivals.push(now);
      return { admitted: false, window, retryAfterMs: oldestThatMustLeave + window.windowMs - now };
    }
    const underWay = this.#underWay.get(key) ?? 0;
    if (underWay >= maxConcurrent) {
      if (countsRefused) arrivals.push(now);
      return { admitted: false, retryAfterMs: 0 };
    }
    arrivals.push(now);
    this.#underWay.set(key, underWay + 1);
    let done = false;
    return {
      admitted: true,
      done: () => {
        if (done) return;
        done = true;
        this.#underWay.set(key, (this.#underWay.get(key) ?? 1) - 1);
      },
    };
  }

  #recent(key: string, now: number): number[] {
    const longest = Math.max(0, ...this.#options.windows.map(({ windowMs }) => windowMs));
    const recent = (this.#arrivals.get(key) ?? []).filter((at) => at > now - longest);
    this.#arrivals.set(key, recent);
    return recent;
  }
}
