import type { ErrorOperation } from '@registrar-kit/core';
import type { DriverOperation, InputOf } from './fake-operation.js';

/** One request that reached the registrar, as the driver got it: parsed, complete, one batch or page each. */
export type FakeCall = {
  [Operation in DriverOperation]: {
    readonly operation: Operation;
    readonly input: InputOf<Operation>;
    /** The operation that the caller asked for; a registration reads the price with `quote` first. */
    readonly within: ErrorOperation;
    /** ISO instant of the world's clock. */
    readonly at: string;
  };
}[DriverOperation];
