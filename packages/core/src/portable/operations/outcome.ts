import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { OperationInput, OperationState } from '../../operations/outcome-operations.js';
import type { OperationHandle } from '../../outcome/operation-handle.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({
  operation: z.object({ id: z.string() }).transform((handle) => handle as OperationHandle),
});

/** What the journal knows of a purchase. */
export async function getOperation(
  context: PortableContext,
  input: OperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const { operation } = parseInput(inputSchema, input, context.calls.originOf('getOperation'));
  context.assertOffered('getOperation');
  return context.read(
    'getOperation',
    options,
    (call) => context.purchases.state(operation, call),
    operation.domain,
  );
}

/** Settles a purchase whose answer was lost, by reading only. */
export async function reconcileOperation(
  context: PortableContext,
  input: OperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const { operation } = parseInput(
    inputSchema,
    input,
    context.calls.originOf('reconcileOperation'),
  );
  context.assertOffered('reconcileOperation');
  return context.read(
    'reconcileOperation',
    options,
    (call) => context.purchases.reconcile(operation, call),
    operation.domain,
  );
}
