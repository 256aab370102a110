import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../../operations/check-availability.js';
import { readAvailability } from '../availability-reader.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

/** Names, one at least. What is wrong with one of them is said in its row. */
export const namesSchema = z.strictObject({
  domains: z.unknown().transform((value, context): readonly string[] => {
    // A copy without holes, which would be passed over and shift the rows.
    if (Array.isArray(value) && value.length > 0) return Array.from(value as string[]);
    addFault(
      context,
      Array.isArray(value) ? 'is an empty list' : 'is not a list of names',
      'give at least one name',
    );
    return z.NEVER;
  }),
});

/** Asks for names in the provider's batch size and answers each input in order. */
export async function checkAvailability(
  context: PortableContext,
  input: CheckAvailabilityInput,
  options: CallOptions | undefined,
): Promise<readonly Availability[]> {
  const { domains } = context.parse('checkAvailability', namesSchema, input);
  const checkAvailability = context.method('checkAvailability');
  const namesPerRequest = namesPerRequestOf(context);
  return context.readAtLength('checkAvailability', options, (call) =>
    readAvailability(
      domains,
      namesPerRequest,
      (batch) => context.names.ask(batch, call, checkAvailability, namesPerRequest),
      call,
    ),
  );
}

/** The provider's batch size. */
export function namesPerRequestOf({ driver }: PortableContext): number {
  const capability = driver.capabilities.checkAvailability;
  return capability.support === 'unsupported' ? 1 : capability.namesPerRequest;
}
