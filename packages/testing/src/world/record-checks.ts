import { isIP } from 'node:net';
import type { DnsRecordType } from '@registrar-kit/core';
import { refuse } from './world-refusal.js';
import type { NewWorldRecord } from './world-zone.js';

const types: Readonly<Record<DnsRecordType, true>> = {
  A: true,
  AAAA: true,
  ALIAS: true,
  CAA: true,
  CNAME: true,
  DS: true,
  MX: true,
  MXE: true,
  NAPTR: true,
  NS: true,
  PTR: true,
  SRV: true,
  TLSA: true,
  TXT: true,
  URL: true,
  URL301: true,
  FRAME: true,
};

const maxTtlSeconds = 2_147_483_647;
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** The name as zones hold it: lower case, `@` for the apex. @throws WorldRefusal `invalid_record` */
export function readRecordName(domain: string, name: string): string {
  const lower = name.toLowerCase();
  const labels = lower.split('.');
  const isName =
    lower === '@' ||
    labels.every((part, index) => (index === 0 && part === '*') || label.test(part));
  if (!isName)
    refuse({ kind: 'invalid_record', domain, because: 'the name is not relative to the zone' });
  return lower;
}

/**
 * The records as zones hold them. Limits of one vendor are its simulator's to check: how many, how long a TTL may be.
 *
 * @throws WorldRefusal `invalid_record`
 */
export function readRecords(
  domain: string,
  records: readonly NewWorldRecord[],
): readonly NewWorldRecord[] {
  const seen = new Set<string>();
  return records.map((given) => {
    const record = { ...given, name: readRecordName(domain, given.name) };
    const problem = problemOf(record);
    if (problem !== undefined) refuse({ kind: 'invalid_record', domain, because: problem });
    const { type, name, value, priority } = record;
    const identity = JSON.stringify([type, name, value, priority]);
    if (seen.has(identity))
      refuse({ kind: 'invalid_record', domain, because: `there are two equal ${type} records` });
    seen.add(identity);
    return record;
  });
}

function problemOf({ type, value, ttlSeconds, priority }: NewWorldRecord): string | undefined {
  if (!Object.hasOwn(types, type)) return 'there is no such type of record';
  if (value.trim() === '') return `the value of the ${type} record is empty`;
  if (type === 'A' && isIP(value) !== 4) return 'the value of the A record is no IPv4 address';
  if (type === 'AAAA' && isIP(value) !== 6)
    return 'the value of the AAAA record is no IPv6 address';
  if (ttlSeconds !== undefined && !isWhole(ttlSeconds, 1, maxTtlSeconds))
    return `the TTL of the ${type} record is no number of seconds`;
  if (priority !== undefined && !isWhole(priority, 0, 65_535))
    return `the priority of the ${type} record is not from 0 to 65535`;
  return undefined;
}

function isWhole(value: number, min: number, max: number): boolean {
  return Number.isSafeInteger(value) && value >= min && value <= max;
}
