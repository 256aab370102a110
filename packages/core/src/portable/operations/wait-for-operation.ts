import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { OperationState, WaitForOperationInput } from '../../operations/outcome-operations.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { handleField } from './outcome.js';

const shortestMs = 1000;
// The longest that a timer can be set to.
const longestMs = 2_147_483_647;

const pauseField = z.unknown().transform((value, context): number => {
  if (typeof value === 'number' && value >= shortestMs && value <= longestMs) return value;
  addFault(context, 'is not a usable pause', `give milliseconds, ${String(shortestMs)} at least`);
  return z.NEVER;
});

const listenerField = z.unknown().transform((value, context): ((state: OperationState) => void) => {
  if (typeof value === 'function') return value as (state: OperationState) => void;
  addFault(context, 'is not a function', 'give one, or leave it out');
  return z.NEVER;
});

const inputSchema = z.strictObject({
  operation: handleField,
  maxPauseMs: pauseField.optional(),
  onProgress: listenerField.optional(),
});

/** Waits until an order is settled; each look is an ordinary read. */
export async function waitForOperation(
  context: PortableContext,
  input: WaitForOperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const parsed = context.parse('waitForOperation', inputSchema, input);
  const { operation, maxPauseMs = 60_000, onProgress } = parsed;
  return context.readAtLength(
    'waitForOperation',
    options,
    (call) => context.states.wait(operation, { maxPauseMs, onProgress }, call),
    { domain: operation.domain },
  );
}
