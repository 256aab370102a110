import type { CallContext, DriverOperations, ErrorOperation } from '@registrar-kit/core';

/** The operations that reach the driver. */
export type DriverOperation = keyof DriverOperations;

type InputOf<Operation extends DriverOperation> =
  Parameters<DriverOperations[Operation]> extends [infer Input, CallContext] ? Input : undefined;

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
