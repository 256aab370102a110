import type { CallOptions } from '../../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../../operations/check-availability.js';
import { parallelBatches, readAvailability } from '../availability-reader.js';
import type { PortableContext } from '../portable-context.js';
import { namesPerRequestOf, namesSchema } from './check-availability.js';

/**
 * Asks for names stretch by stretch, as fast as the rows are taken: no more is asked for than the next few requests, however
 * many names there are.
 */
export async function* streamAvailability(
  context: PortableContext,
  input: CheckAvailabilityInput,
  options: CallOptions | undefined,
): AsyncGenerator<Availability> {
  const { domains } = context.parse('streamAvailability', namesSchema, input);
  const checkAvailability = context.method('checkAvailability');
  const namesPerRequest = namesPerRequestOf(context);
  const stretch = namesPerRequest * parallelBatches;
  for (let start = 0; start < domains.length; start += stretch) {
    const names = domains.slice(start, start + stretch);
    yield* await context.readAtLength('streamAvailability', options, (call) =>
      readAvailability(
        names,
        namesPerRequest,
        (batch) => checkAvailability(batch, call),
        call,
        start,
      ),
    );
  }
}
