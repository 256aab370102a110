import { createHash } from 'node:crypto';
import type { DomainName } from '../values/domain-name.js';
import type { DnsRecord } from './dns-record.js';
import { exactKey } from './record-key.js';

/**
 * Identifies what stands in a zone, whatever the order: the records in their one form with their TTL, and what the provider
 * keeps beside them.
 */
export function zoneFingerprint(
  domain: DomainName,
  records: readonly DnsRecord[],
  settings: Readonly<Record<string, string>> = {},
): string {
  const content = [
    'zone 1',
    domain,
    records.map(exactKey).sort(),
    Object.entries(settings)
      .map((entry) => JSON.stringify(entry))
      .sort(),
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
