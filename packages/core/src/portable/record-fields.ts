import { z } from 'zod';
import { dnsRecordTypes, type DnsRecord, type DnsRecordType } from '../dns/dns-record.js';
import type { RecordSelector } from '../dns/record-change.js';
import { limitFaults, readRecord } from '../dns/read-record.js';
import { readRecordName } from '../dns/record-name.js';
import { readRecordValue } from '../dns/record-value.js';
import type { WantedRecord } from '../dns/zone-difference.js';
import type { ZoneLimits } from '../driver/capabilities.js';
import type { DomainName } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';
import { addFault } from './parse-input.js';

// Far beyond what anybody asks for at once; each costs time.
const mostRecords = 5000;
const mostStanding = 20_000;

/** The type of a record, in any case. */
function typeField(offered: readonly DnsRecordType[]): z.ZodType<DnsRecordType> {
  return z.unknown().transform((value, context): DnsRecordType => {
    const typed = typeof value === 'string' ? value.trim().toUpperCase() : '';
    const type = dnsRecordTypes.find((known) => known === typed);
    if (type !== undefined) return type;
    addFault(
      context,
      value === undefined ? 'is missing' : `${quoteValue(value)} is not a type of record`,
      `give one of: ${offered.join(', ')}`,
    );
    return z.NEVER;
  });
}

const nameField = z.string().max(1000);
const valueField = z.string().max(100_000);
const ttlField = z.unknown().transform((value, context): number => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  const problem = `${quoteValue(value)} is not a whole number of seconds`;
  addFault(context, problem, 'give whole seconds, or leave it out');
  return z.NEVER;
});
const priorityField = z.number();

function recordShape(offered: readonly DnsRecordType[]) {
  return z.strictObject({
    type: typeField(offered),
    name: nameField,
    value: valueField,
    ttlSeconds: ttlField.optional(),
    priority: priorityField.optional(),
  });
}

/**
 * Records that a caller wants to stand, with the rules that each breaks: those may stand in the zone already.
 *
 * @param domain - `undefined` when it cannot be read, which is reported elsewhere; the records are not read further then.
 */
export function wantedField(
  path: string,
  domain: DomainName | undefined,
  limits: ZoneLimits,
): z.ZodType<readonly WantedRecord[]> {
  return z
    .array(recordShape(limits.recordTypes))
    .max(mostRecords)
    .transform((records) => {
      if (domain === undefined) return [];
      return records.map((given, index): WantedRecord => {
        const { record, faults } = readRecord(given, domain, 'typed');
        return {
          record,
          path: `${path}.${String(index)}`,
          faults: [...faults, ...limitFaults(record, limits)],
        };
      });
    });
}

/** Records that stand in a zone, as a plan names them. */
export function standingField(
  domain: DomainName | undefined,
  limits: ZoneLimits,
): z.ZodType<readonly DnsRecord[]> {
  return z
    .array(recordShape(limits.recordTypes))
    .max(mostStanding)
    .transform((records) =>
      domain === undefined ? [] : records.map((given) => readRecord(given, domain, 'typed').record),
    );
}

/** Which records are meant, in their one form. */
export function selectorsField(
  domain: DomainName | undefined,
  limits: ZoneLimits,
): z.ZodType<readonly RecordSelector[]> {
  const shape = z
    .strictObject({
      type: typeField(limits.recordTypes),
      name: nameField,
      value: valueField.optional(),
      // A whole record may be handed in.
      ttlSeconds: ttlField.optional(),
      priority: priorityField.optional(),
    })
    .transform(({ type, name, value, priority }): RecordSelector => ({
      type,
      name: domain === undefined ? name : readRecordName(name, domain, 'typed').text,
      ...(value === undefined ? {} : { value: readRecordValue(type, value).text }),
      ...(priority === undefined ? {} : { priority }),
    }));
  return z.array(shape).max(mostRecords);
}

/** Whether a record is one that a selector means. */
export function isMeant(record: DnsRecord, selectors: readonly RecordSelector[]): boolean {
  return selectors.some(
    ({ type, name, value, priority }) =>
      type === record.type &&
      name === record.name &&
      (value === undefined || value === record.value) &&
      (priority === undefined || priority === record.priority),
  );
}
