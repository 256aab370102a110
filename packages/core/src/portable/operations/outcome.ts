import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type {
  OperationInput,
  OperationState,
  ReconcileOperationInput,
} from '../../operations/outcome-operations.js';
import { pricedOperations } from '../../operations/get-prices.js';
import type { PurchaseHandle, RawCallHandle } from '../../outcome/operation-handle.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

const handleFields = {
  id: z.string().min(1),
  provider: z.string(),
  environment: z.enum(['test', 'live']),
};

/** An order as a result or an error named it; it may have been through JSON and another process. */
export const handleField = z.discriminatedUnion('kind', [
  z
    .object({ ...handleFields, kind: z.literal('raw'), command: z.string() })
    .transform((handle): RawCallHandle => handle),
  z
    .object({
      ...handleFields,
      kind: z.enum(pricedOperations),
      domain: domainField,
      vendorRef: z.string().optional(),
    })
    .transform(({ vendorRef, ...handle }): PurchaseHandle =>
      vendorRef === undefined ? handle : { ...handle, vendorRef },
    ),
]);

const inputSchema = z.strictObject({ operation: handleField });
const reconcileSchema = z.strictObject({
  operation: handleField,
  witnessed: z.enum(['executed', 'not_executed']).optional(),
});

/** What the journal knows of a purchase. */
export async function getOperation(
  context: PortableContext,
  input: OperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const { operation } = context.parse('getOperation', inputSchema, input);
  return context.read(
    'getOperation',
    options,
    (call) => context.states.get(operation, call),
    operation.domain,
  );
}

/** Settles a purchase whose answer was lost: by reading, and where that does not, by what somebody saw. */
export async function reconcileOperation(
  context: PortableContext,
  input: ReconcileOperationInput,
  options: CallOptions | undefined,
): Promise<OperationState> {
  const { operation, witnessed } = context.parse('reconcileOperation', reconcileSchema, input);
  return context.read(
    'reconcileOperation',
    options,
    (call) => context.states.reconcile(operation, witnessed, call),
    operation.domain,
  );
}
