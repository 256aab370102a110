import type { OperationName } from '@registrar-kit/core';
import type { RegistrarScenario } from '../registrar-scenario.js';

/** One scenario for each of some operations; the types demand one for those that join the contract. */
export type RoundTrips<Operations extends OperationName = OperationName> = {
  readonly [Operation in Operations]: RegistrarScenario;
};
