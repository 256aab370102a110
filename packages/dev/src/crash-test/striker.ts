import type { Strike, StrikeMoment } from './strike.js';

/** Ends one life of a panel when its moment comes. */
export class Striker {
  readonly carriedOut: boolean;
  /** Resolves when the process is gone. */
  readonly dead: Promise<unknown>;
  readonly #strike: Strike;
  readonly #kill: () => boolean;
  #passesLeft: number;
  #timer: NodeJS.Timeout | undefined;

  /** @param kill - kills the process; `false` when that cannot be or must not be */
  constructor(strike: Strike, kill: () => boolean, dead: Promise<unknown>) {
    this.carriedOut = strike.carriedOut;
    this.dead = dead;
    this.#strike = strike;
    this.#kill = kill;
    this.#passesLeft = strike.passes;
  }

  /** Says that a moment has come. `true` when the process was killed at once. */
  strikesAt(moment: StrikeMoment): boolean {
    const { moment: planned, afterMs } = this.#strike;
    if (moment !== planned || this.#passesLeft < 0) return false;
    this.#passesLeft -= 1;
    if (this.#passesLeft >= 0) return false;
    if (afterMs === 0) return this.#kill();
    this.#timer = setTimeout(this.#kill, afterMs);
    return false;
  }

  /** The process has ended. */
  stop(): void {
    clearTimeout(this.#timer);
  }
}
