import type { OperationName } from '@registrar-kit/core';
import { faultNames, type FaultName, type WorldFault } from './world-fault.js';

/** What a request is, for finding the fault that strikes it. */
export interface FaultQuestion {
  /** The operations of the contract that such a request serves. */
  readonly operation: OperationName | readonly OperationName[];
  /** The domain or domains that it is about. */
  readonly domain?: string | readonly string[];
  /** Only these faults, for a simulator that applies some early and some late. */
  readonly among?: readonly FaultName[];
}

interface PlannedFault {
  readonly fault: WorldFault;
  passesLeft: number;
  timesLeft: number;
}

/** The faults to come, in the order in which they were planned. Simulators take them, one for each request. */
export class FaultPlan {
  #planned: PlannedFault[] = [];
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
    this.#planned.push({ fault, passesLeft: fault.after ?? 0, timesLeft: fault.times ?? 1 });
    return this;
  }

  /** Takes the fault that strikes this request, or `undefined`. Taking uses it up once. */
  take(question: FaultQuestion): WorldFault | undefined {
    const { among } = question;
    for (const planned of this.#planned) {
      if (!matches(planned.fault, question)) continue;
      if (among !== undefined && !among.includes(planned.fault.fault)) continue;
      if (planned.passesLeft > 0) {
        planned.passesLeft -= 1;
        continue;
      }
      planned.timesLeft -= 1;
      if (planned.timesLeft === 0)
        this.#planned = this.#planned.filter((other) => other !== planned);
      return planned.fault;
    }
    return undefined;
  }

  /**
   * Declares which faults a simulator can express. A fault outside of them is refused when it is planned, and one planned
   * before is refused now. Call it when the simulator is made.
   */
  limitTo(by: string, faults: readonly FaultName[]): void {
    for (const { fault } of this.#planned) refuseUnless(faults, fault.fault, by);
    this.#limits.push({ by, faults });
  }

  /** What has not struck yet, with the counts that are left. */
  pending(): readonly WorldFault[] {
    return this.#planned.map(({ fault, passesLeft, timesLeft }) => ({
      ...fault,
      after: passesLeft,
      times: timesLeft,
    }));
  }

  clear(): void {
    this.#planned = [];
  }
}

function matches(fault: WorldFault, question: FaultQuestion): boolean {
  const operations = [question.operation].flat();
  if (fault.operation !== undefined && !operations.includes(fault.operation)) return false;
  if (fault.domain === undefined) return true;
  const domains = question.domain === undefined ? [] : [question.domain].flat();
  return domains.includes(fault.domain);
}

function refuseUnless(possible: readonly FaultName[], fault: FaultName, by: string): void {
  if (possible.includes(fault)) return;
  throw new Error(
    `${by} cannot express the fault "${fault}"; it can express ${possible.join(', ')}`,
  );
}

function checkCount(field: string, value: number, min: number): void {
  if (Number.isSafeInteger(value) && value >= min) return;
  throw new Error(
    `a fault's ${field} must be a whole number from ${String(min)}, not ${String(value)}`,
  );
}
