import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../../operations/check-availability.js';
import { readAvailability } from '../availability-reader.js';
import { addFault, parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({
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
  const { domains } = parseInput(inputSchema, input, context.calls.originOf('checkAvailability'));
  const checkAvailability = context.method('checkAvailability');
  const capability = context.driver.capabilities.checkAvailability;
  const namesPerRequest = capability.support === 'unsupported' ? 1 : capability.namesPerRequest;
  return context.readAtLength('checkAvailability', options, (call) =>
    readAvailability(domains, namesPerRequest, (batch) => checkAvailability(batch, call), call),
  );
}
