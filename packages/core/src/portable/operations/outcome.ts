import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { OperationInput, OperationState } from '../../operations/outcome-operations.js';
import { pricedOperations } from '../../operations/get-prices.js';
import type { OperationHandle } from '../../outcome/operation-handle.js';
import { domainField } from '../input-fields.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({
  operation: z
    .object({
      id: z.string().min(1),
      provider: z.string(),
      environment: z.enum(['test', 'live']),
      kind: z.enum(pricedOperations),
      domain: domainField,
      vendorRef: z.string().optional(),
    })
    .transform(({ vendorRef, ...handle }): OperationHandle =>
      vendorRef === undefined ? handle : { ...handle, vendorRef },
    ),
});

/** What the journal knows of a purchase. */
export async function getOperation(
  context: PortableContext,
  input: OperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const origin = context.originFor('getOperation', input);
  const { operation } = parseInput(inputSchema, input, origin);
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
  const origin = context.originFor('reconcileOperation', input);
  const { operation } = parseInput(inputSchema, input, origin);
  context.assertOffered('reconcileOperation');
  return context.read(
    'reconcileOperation',
    options,
    (call) => context.purchases.reconcile(operation, call),
    operation.domain,
  );
}
