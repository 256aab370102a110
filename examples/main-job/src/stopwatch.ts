import type { RegistrarEvent } from '@registrar-kit/core';

/** Counts, from the events, what a step cost: requests, and time spent waiting for the quota. */
export class Stopwatch {
  #requests = 0;
  #waitedMs = 0;
  #waitsUntil = 0;
  #startedAt = performance.now();

  readonly listen = (event: RegistrarEvent): void => {
    if (event.type === 'request.sent') this.#requests += 1;
    if (event.type === 'quota.waiting') {
      // Requests wait side by side; time counts once, however many wait.
      const now = performance.now();
      const until = Math.max(this.#waitsUntil, now + event.waitMs);
      this.#waitedMs += until - Math.max(this.#waitsUntil, now);
      this.#waitsUntil = until;
    }
  };

  /** What passed since the last lap, in words. */
  lap(): string {
    const now = performance.now();
    const requests = `${String(this.#requests)} ${this.#requests === 1 ? 'request' : 'requests'}`;
    const waited =
      this.#waitedMs > 0 ? `, of it ${seconds(this.#waitedMs)} waiting for the quota` : '';
    const lap = `${requests}, ${seconds(now - this.#startedAt)}${waited}`;
    this.#requests = 0;
    this.#waitedMs = 0;
    this.#startedAt = now;
    return lap;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
