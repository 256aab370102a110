import type { ZoneLimits } from '../driver/capabilities.js';
import type { DomainName } from '../values/domain-name.js';
import type { DnsRecord, DnsRecordType } from './dns-record.js';
import type { RecordFault } from './record-fault.js';
import { readRecordName, showRecordName, type NameMeaning } from './record-name.js';
import { readRecordValue } from './record-value.js';
import { srvNameFault } from './srv-value.js';

const defaultMailPriority = 10;

/** The fields of a record as somebody gave them. */
export interface GivenRecord {
  readonly type: DnsRecordType;
  readonly name: string;
  readonly value: string;
  readonly ttlSeconds?: number | undefined;
  readonly priority?: number | undefined;
}

/** A record in its one form, and the rules that it breaks. */
export interface RecordReading {
  readonly record: DnsRecord;
  readonly faults: readonly RecordFault[];
}

/**
 * Brings a record into its one form, so that two that mean the same are the same; a caller's and a driver's alike. Reading the
 * outcome again changes nothing. What breaks a rule is kept as near to that form as can be, since it may stand in a zone.
 */
export function readRecord(
  given: GivenRecord,
  domain: DomainName,
  meaning: NameMeaning,
): RecordReading {
  const { type, ttlSeconds } = given;
  const name = readRecordName(given.name, domain, meaning);
  const value = readRecordValue(type, given.value);
  const priority = priorityOf(given);
  const record: DnsRecord = {
    type,
    name: name.text,
    value: value.text,
    ...(ttlSeconds === undefined ? {} : { ttlSeconds }),
    ...(priority === undefined ? {} : { priority }),
  };
  const nameFault = name.fault ?? (type === 'SRV' ? srvNameFault(name.text) : undefined);
  const faults: RecordFault[] = [
    ...(nameFault === undefined ? [] : [{ field: 'name', ...nameFault } as const]),
    ...(value.fault === undefined ? [] : [{ field: 'value', ...value.fault } as const]),
    ...priorityFaults(given),
  ];
  return { record, faults };
}

/** What of a record the provider's zones cannot hold. */
export function limitFaults(record: DnsRecord, limits: ZoneLimits): readonly RecordFault[] {
  const { type, ttlSeconds } = record;
  const { recordTypes } = limits;
  const { min, max } = limits.ttlSeconds;
  const faults: RecordFault[] = [];
  if (!recordTypes.includes(type)) {
    const problem = `${type} records cannot be stored here`;
    faults.push({ field: 'type', problem, cure: `give one of: ${recordTypes.join(', ')}` });
  }
  if (ttlSeconds !== undefined && (ttlSeconds < min || ttlSeconds > max)) {
    const problem = `${String(ttlSeconds)} seconds cannot be stored here`;
    const cure = `give ${String(min)} to ${String(max)}, or leave it out`;
    faults.push({ field: 'ttlSeconds', problem, cure });
  }
  return faults;
}

/** A record as callers see it. */
export function showRecord(record: DnsRecord, domain: DomainName): DnsRecord {
  return { ...record, name: showRecordName(record.name, domain) };
}

function priorityOf({ type, priority }: GivenRecord): number | undefined {
  if (type === 'MX') return priority ?? defaultMailPriority;
  // Some providers state one for every record, where it means nothing.
  return type === 'SRV' ? priority : undefined;
}

function priorityFaults({ type, priority }: GivenRecord): readonly RecordFault[] {
  const [field, cure] = ['priority', 'give a whole number from 0 to 65535'] as const;
  if (type !== 'MX' && type !== 'SRV') {
    if (priority === undefined) return [];
    return [{ field, problem: `means nothing for ${type} records`, cure: 'leave it out' }];
  }
  if (priority === undefined) return type === 'MX' ? [] : [{ field, problem: 'is missing', cure }];
  const usable = Number.isInteger(priority) && priority >= 0 && priority <= 65_535;
  return usable ? [] : [{ field, problem: `is ${String(priority)}`, cure }];
}
