import type { Clock } from '@registrar-kit/core';

/** A clock that tests move. */
export interface TestClock extends Clock {
  /** How far it was moved, in milliseconds. */
  readonly advancedMs: number;
  /** Moves time on; delays that fall due end in their order. */
  advance(ms: number): Promise<void>;
  /** Goes back to where it stood when it had been moved so far. Delays under way then never end. */
  rewindTo(advancedMs: number): void;
}

/** Whether a clock can be moved. */
export function isTestClock(clock: Clock): clock is TestClock {
  return 'advance' in clock && 'rewindTo' in clock;
}
