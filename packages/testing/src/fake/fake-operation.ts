import type { CallContext, DriverOperations } from '@registrar-kit/core';
import type { FakeDesk } from './fake-desk.js';
import type { MissingRow } from './fake-gate.js';

/** The operations that reach the driver. */
export type DriverOperation = keyof DriverOperations;

/** What the driver is given beside the call; `undefined` where there is nothing to say. */
export type InputOf<Operation extends DriverOperation> =
  Parameters<DriverOperations[Operation]> extends [infer Input, CallContext] ? Input : undefined;

/** A request that has passed the gate. */
interface Admitted {
  readonly call: CallContext;
  /** Which row the answer is to leave out. */
  readonly missing: MissingRow | undefined;
}

/** How an operation is carried out on the world, at once. @throws WorldRefusal */
export type FakeOperation<Operation extends DriverOperation> = (
  input: InputOf<Operation>,
  desk: FakeDesk,
  admitted: Admitted,
) => Awaited<ReturnType<DriverOperations[Operation]>>;

/** A group of operations. */
export type FakeOperations<Operations extends DriverOperation = DriverOperation> = {
  readonly [Operation in Operations]: FakeOperation<Operation>;
};
