import type { Lane, QuotaBucket } from '@registrar-kit/core';

/** Sends one request; tells when it leaves, to a scheduler that wants to know. */
export type Task = (sent?: () => void) => Promise<unknown>;

/** Starts tasks as fast as the limits permit; resolves when the task has ended. */
export type Scheduler = (task: Task, lane: Lane) => Promise<unknown>;

/** How a library is set up for limits; `undefined` where it cannot keep them. */
export interface SchedulerKind {
  readonly title: string;
  readonly countsFrom: QuotaBucket['countsFrom'];
  /** Knows that one lane goes before the other. */
  readonly hasLanes: boolean;
  /** Keeps several windows at once. */
  readonly hasNestedWindows: boolean;
  readonly create: (windows: QuotaBucket['windows']) => Promise<Scheduler>;
}
