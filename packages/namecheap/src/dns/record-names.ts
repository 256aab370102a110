import type { DnsRecord } from '@registrar-kit/core';

/** More would hide what the sentence says. */
const shown = 10;

/** What people call a record. */
export function recordName({ name, type }: Pick<DnsRecord, 'name' | 'type'>): string {
  return `${name} ${type}`;
}

/** Records in a sentence, such as `www CNAME and @ URL`; each name and type once. */
export function recordNames(records: readonly Pick<DnsRecord, 'name' | 'type'>[]): string {
  const names = [...new Set(records.map(recordName))];
  const rest = names.length - shown;
  if (rest > 1) return `${names.slice(0, shown).join(', ')} and ${rest} more`;
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}
