import type { DnsRecordType } from '@registrar-kit/core';
import type { NewWorldRecord, WorldRecord, WorldZone } from '@registrar-kit/testing';
import { node, type XmlNode } from './xml-writer.js';

/** What getHosts shows and setHosts takes; other records of a zone live behind other commands. */
const hostTypes: ReadonlySet<DnsRecordType> = new Set([
  ...(['A', 'AAAA', 'ALIAS', 'CAA', 'CNAME', 'MX', 'MXE', 'NS', 'TXT'] as const),
  ...(['URL', 'URL301', 'FRAME'] as const),
]);

/** The type of a record that setHosts takes, whatever its case. */
export function hostTypeOf(word: string): DnsRecordType | undefined {
  return [...hostTypes].find((type) => type === word.toUpperCase());
}

/** The words of `EmailType`. */
export const emailTypes: ReadonlySet<string> = new Set(['NONE', 'MXE', 'MX', 'FWD', 'OX', 'GMAIL']);

/** What the web interface calls "automatic". */
const automaticTtl = 1799;

/** Shown beside every record, whatever its type. */
const usualPreference = 10;

/** The vendor sets a dot behind these. */
const pointsToHost: ReadonlySet<DnsRecordType> = new Set(['ALIAS', 'CNAME', 'MX', 'NS'] as const);

/** A target as it is kept. */
export function withoutDot(address: string, type: DnsRecordType): string {
  return pointsToHost.has(type) ? address.replace(/\.$/, '') : address;
}

/** Mail services show MX records of their own, which no write can change. The hosts are made up. */
const serviceHosts: Readonly<Record<string, readonly string[]>> = {
  OX: ['mx1.private-email.example', 'mx2.private-email.example'],
  GMAIL: ['mx1.google-mail.example', 'mx2.google-mail.example'],
};

/** How the mail of a zone is set; of a zone that was never written by this vendor's words, what its records say. */
export function emailTypeOf({ settings, records }: WorldZone): string {
  const has = (type: string): boolean => records.some((record) => record.type === type);
  return settings['EmailType'] ?? (has('MX') ? 'MX' : has('MXE') ? 'MXE' : 'FWD');
}

/** Records that getHosts does not show. */
export function hiddenRecordsOf({ records }: WorldZone): readonly NewWorldRecord[] {
  return records.filter(({ type }) => !hostTypes.has(type));
}

/** The rows of getHosts. */
export function hostsOf(zone: WorldZone): readonly XmlNode[] {
  return [...zone.records.filter(({ type }) => hostTypes.has(type)), ...serviceRecordsOf(zone)].map(
    (record) => toHost(record, zone),
  );
}

/** Whether a record of the zone follows the caller's changing address. */
export function usesDynamicDns({ records }: WorldZone): boolean {
  return records.some(({ flags }) => flags?.['IsDDNSEnabled'] === 'true');
}

function serviceRecordsOf(zone: WorldZone): readonly WorldRecord[] {
  const hosts = serviceHosts[emailTypeOf(zone)] ?? [];
  return hosts.map((value, index) => ({ id: index + 1, type: 'MX', name: '@', value }));
}

function toHost(record: WorldRecord, { domain }: WorldZone): XmlNode {
  const { id, type, name, value, priority, ttlSeconds, flags = {} } = record;
  return node('host', {
    HostId: String(id),
    // The one record whose name is written out.
    Name: type === 'MXE' && name === '@' ? domain : name,
    Type: type,
    Address: pointsToHost.has(type) ? `${value}.` : value,
    MXPref: String(priority ?? usualPreference),
    TTL: String(ttlSeconds ?? automaticTtl),
    AssociatedAppTitle: flags['AssociatedAppTitle'] ?? '',
    FriendlyName: flags['FriendlyName'] ?? '',
    IsActive: flags['IsActive'] ?? 'true',
    IsDDNSEnabled: flags['IsDDNSEnabled'] ?? 'false',
  });
}
