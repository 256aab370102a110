import { Schedule, type OccasionQuestion } from './schedule.js';
import { faultNames, type FaultName, type WorldFault } from './world-fault.js';

/** What a request is, for finding the fault that strikes it. */
export interface FaultQuestion extends OccasionQuestion {
  /** Only these faults, for a simulator that applies some early and some late. */
  readonly among?: readonly FaultName[];
}

/** The faults to come, in the order in which they were planned. Simulators take them, one for each request. */
export class FaultPlan {
  readonly #schedule = new Schedule<WorldFault>();
  readonly #limits: { readonly by: string; readonly faults: readonly FaultName[] }[] = [];

  /** @throws Error when a simulator over this world cannot express the fault: a test must not pass by its absence. */
  add(fault: WorldFault): this {
    for (const { by, faults } of this.#limits) refuseUnless(faults, fault.fault, by);
    checkCount('times', fault.times ?? 1, 1);
    checkCount('after', fault.after ?? 0, 0);
    checkCount('delayMs', fault.delayMs ?? 0, 0);
    if (!faultNames.includes(fault.fault)) {
      throw new Error(`there is no fault "${fault.fault}"; choose from ${faultNames.join(', ')}`);
    }
    this.#schedule.add(fault);
    return this;
  }

  /** Takes the fault that strikes this request, or `undefined`. Taking uses it up once. */
  take({ among, ...question }: FaultQuestion): WorldFault | undefined {
    return this.#schedule.take(question, ({ fault }) => among?.includes(fault) ?? true);
  }

  /**
   * Declares which faults a simulator can express. A fault outside of them is refused when it is planned, and one planned
   * before is refused now. Call it when the simulator is made.
   */
  limitTo(by: string, faults: readonly FaultName[]): void {
    for (const { fault } of this.pending()) refuseUnless(faults, fault, by);
    this.#limits.push({ by, faults });
  }

  /** What has not struck yet, with the counts that are left. */
  pending(): readonly WorldFault[] {
    return this.#schedule.pending();
  }

  /** What was planned and has not struck once. */
  unstruck(): readonly WorldFault[] {
    return this.#schedule.unstruck();
  }

  clear(): void {
    this.#schedule.clear();
  }
}

function refuseUnless(possible: readonly FaultName[], fault: FaultName, by: string): void {
  if (possible.includes(fault)) return;
  throw new Error(
    `${by} cannot express the fault "${fault}"; it can express ${possible.join(', ')}`,
  );
}

/** @throws Error unless it is a whole number of at least `min` */
export function checkCount(field: string, value: number, min: number): void {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new Error(
    `a fault's ${field} must be a whole number from ${String(min)}, not ${String(value)}`,
  );
}
