import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { Availability } from '../../operations/check-availability.js';
import type {
  AvailabilityStream,
  StreamAvailabilityInput,
} from '../../operations/stream-availability.js';
import { parallelBatches, readAvailability } from '../availability-reader.js';
import { NameStream, refusedStream } from '../name-stream.js';
import { addFault } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { digestOfNames, readResumeToken } from '../resume-token.js';
import { namesPerRequestOf, namesSchema } from './check-availability.js';

const tokenField = z.unknown().transform((value, context) => {
  const point = typeof value === 'string' ? readResumeToken(value) : undefined;
  if (point !== undefined) return point;
  addFault(
    context,
    'is no token of streamAvailability, or was changed',
    'give the resumeToken of the earlier stream to the letter, or leave resumeFrom out to begin anew',
  );
  return z.NEVER;
});

const inputSchema = namesSchema
  .extend({ resumeFrom: tokenField.optional() })
  .transform(({ domains, resumeFrom: point }, context) => {
    if (point === undefined) return { domains, start: 0 };
    const { length } = domains;
    if (point.total === length && point.list === digestOfNames(domains))
      return { domains, start: point.given };
    addFault(
      context,
      point.total === length
        ? 'belongs to a list of other names, or of the same in another order'
        : `belongs to a list of ${String(point.total)} names, and this one has ${String(length)}`,
      'give the same names in the same order, or leave resumeFrom out to begin anew',
      ['resumeFrom'],
    );
    return z.NEVER;
  });

/**
 * Asks for names stretch by stretch, as fast as the rows are taken: no more is asked for than the next few requests, however
 * many names there are, and no row is kept that has been given. What is wrong with the input shows when it is read.
 */
export function streamAvailability(
  context: PortableContext,
  input: StreamAvailabilityInput,
  options: CallOptions | undefined,
): AvailabilityStream {
  try {
    const { domains, start } = context.parse('streamAvailability', inputSchema, input);
    return new NameStream(domains, start, (from) => readStretch(context, domains, from, options));
  } catch (error) {
    return refusedStream(error);
  }
}

/** The answers for the names that the next few requests hold. */
async function readStretch(
  context: PortableContext,
  domains: readonly string[],
  start: number,
  options: CallOptions | undefined,
): Promise<readonly Availability[]> {
  const checkAvailability = context.method('checkAvailability');
  const namesPerRequest = namesPerRequestOf(context);
  const names = domains.slice(start, start + namesPerRequest * parallelBatches);
  return context.readAtLength(
    'streamAvailability',
    options,
    (call) =>
      readAvailability(
        names,
        namesPerRequest,
        (batch) => context.names.ask(batch, call, checkAvailability, namesPerRequest),
        call,
        start,
      ),
    { defaultLane: 'bulk' },
  );
}
