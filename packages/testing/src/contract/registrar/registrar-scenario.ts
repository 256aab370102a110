import type { OperationName } from '@registrar-kit/core';
import type { Situation } from './situation.js';
import type { Stage } from './stage.js';

/** One thing that every registrar must do, on a subject of its own. */
export interface RegistrarScenario {
  /** A sentence of the specification whose subject is the registrar. */
  readonly title: string;
  /** The operations that it is about: where one is not offered, its refusal is looked at instead. */
  readonly operations: readonly OperationName[];
  /** What the harness has to bring about. */
  readonly situations: readonly Situation[];
  /** Whether failures that it plans may rightly meet no request; in all other scenarios each has to strike. */
  readonly mayMiss: boolean;
  readonly run: (stage: Stage) => Promise<void>;
}

/** Scenarios about one promise. */
export interface ScenarioGroup {
  readonly title: string;
  readonly scenarios: readonly RegistrarScenario[];
}

interface Needs<Name extends Situation> {
  readonly operations?: readonly OperationName[];
  readonly situations?: readonly Name[];
  readonly mayMiss?: boolean;
}

/** A scenario that can bring about the situations that it names, and no others. */
export function scenario<const Name extends Situation = never>(
  title: string,
  { operations = [], situations = [], mayMiss = false }: Needs<Name>,
  run: (stage: Stage<Name>) => Promise<void>,
): RegistrarScenario {
  // A stage brings about every situation; the narrower type only keeps the list complete.
  return { title, operations, situations, mayMiss, run: run };
}
