import type { CallContext } from '../driver/call-context.js';
import { throwIfEnded } from '../driver/call-ended.js';
import type { DriverAvailability } from '../driver/registrar-driver.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import type { Availability } from '../operations/check-availability.js';
import { readDomainName, type DomainName, type DomainNameReading } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';

/** Asks the driver for one batch. */
export type BatchReader = (
  domains: readonly DomainName[],
) => Promise<readonly DriverAvailability[]>;

// More at once would not be faster, since the quota decides; fewer would let slow answers hold up the rest.
export const parallelBatches = 4;

/**
 * Answers each input in order, whatever happens to single names or batches. Throws what concerns all names alike: 401, 403,
 * the caller's abort, and the last error when every batch failed.
 */
export async function readAvailability(
  inputs: readonly string[],
  namesPerRequest: number,
  read: BatchReader,
  call: CallContext,
  /** How many inputs the caller gave before these. */
  before = 0,
): Promise<readonly Availability[]> {
  const readings = inputs.map((input) => readDomainName(input));
  const domains = [...new Set(readings.flatMap((reading) => (reading.ok ? [reading.domain] : [])))];
  const answers = await readBatches(batchesOf(domains, namesPerRequest), (batch) => {
    throwIfEnded(call);
    return read(batch);
  });
  return readings.map((reading, index): Availability => {
    const given: unknown = inputs[index];
    return reading.ok
      ? {
          input: textOfInput(given),
          ...(answers.get(reading.domain) ?? unanswered(reading.domain)),
        }
      : toInvalidName(given, before + index, reading, call.origin);
  });
}

/** The row of an input that is no valid name. */
export function toInvalidName(
  given: unknown,
  index: number,
  { problem, cure }: Extract<DomainNameReading, { readonly ok: false }>,
  origin: ErrorOrigin,
): Availability {
  const path = `domains.${String(index)}`;
  const issues = [{ path, problem: `${quoteValue(given)} ${problem}`, cure }];
  return {
    input: textOfInput(given),
    domain: null,
    availability: 'unknown',
    reason: 'invalid_name',
    error: new InvalidInputError({ ...origin, issues }),
  };
}

/** An input as it may stand in a row: callers can give what is no text. */
export function textOfInput(given: unknown): string {
  return typeof given === 'string' ? given : quoteValue(given).slice(1, -1);
}

async function readBatches(
  batches: readonly (readonly DomainName[])[],
  read: BatchReader,
): Promise<ReadonlyMap<string, DriverAvailability>> {
  const answers = new Map<string, DriverAvailability>();
  const failures: AnyRegistrarError[] = [];
  const fatal: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (
      let batch = batches[next++];
      batch !== undefined && fatal.length === 0;
      batch = batches[next++]
    ) {
      const asked = new Set(batch);
      try {
        // What was asked in another request is answered by that one.
        for (const row of await read(batch))
          if (asked.has(row.domain)) answers.set(row.domain, row);
      } catch (error) {
        if (!isRegistrarError(error) || concernsAll(error)) {
          fatal.push(error);
          return;
        }
        failures.push(error);
        for (const domain of batch)
          answers.set(domain, { domain, availability: 'unknown', reason: 'request_failed', error });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallelBatches, batches.length) }, worker));
  // Thrown as caught: an error of this library, or a fault of the adapter that the caller of this function wraps.
  if (fatal.length > 0) throw fatal[0];
  const last = failures.at(-1);
  if (last !== undefined && failures.length === batches.length) throw last;
  return answers;
}

function concernsAll(error: AnyRegistrarError): boolean {
  return (
    error.code === 'AUTHENTICATION_FAILED' ||
    error.code === 'ACCESS_DENIED' ||
    error.code === 'CANCELLED'
  );
}

function unanswered(domain: DomainName): DriverAvailability {
  return { domain, availability: 'unknown', reason: 'missing_from_answer' };
}

function batchesOf(
  domains: readonly DomainName[],
  size: number,
): readonly (readonly DomainName[])[] {
  const batches: (readonly DomainName[])[] = [];
  // A size below one would never come to an end.
  const step = Math.max(1, Math.floor(size) || 1);
  for (let start = 0; start < domains.length; start += step)
    batches.push(domains.slice(start, start + step));
  return batches;
}
