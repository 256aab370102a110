import type { DnsRecord, DnsRecordType, ZoneChange } from '@registrar-kit/core';
import { name } from './test-driver.js';

/** A record of `example.com`; the TTL is what the vendor shows for "automatic". */
export function record(
  host: string,
  type: DnsRecordType,
  value: string,
  more: Partial<DnsRecord> = {},
): DnsRecord {
  return { type, name: host, value, ttlSeconds: 1799, ...more };
}

/** A change as the portable part hands it over. */
export function zoneChange(
  before: readonly DnsRecord[],
  {
    add = [],
    remove = [],
    emailType = 'NONE',
  }: {
    readonly add?: readonly DnsRecord[];
    readonly remove?: readonly DnsRecord[];
    readonly emailType?: string | null;
  } = {},
): ZoneChange {
  return {
    domain: name('example.com'),
    before: {
      records: before,
      ...(emailType === null ? {} : { settings: { EmailType: emailType } }),
    },
    added: add,
    removed: remove,
    target: [...before.filter((one) => !remove.includes(one)), ...add],
  };
}
