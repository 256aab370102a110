import type { DnsRecord, DnsRecordType, DomainName } from '@registrar-kit/core';

/** A record as Namecheap writes it, in the words of setHosts. https://www.namecheap.com/support/api/methods/domains-dns/set-hosts/ */
export interface HostRow {
  /** Relative to the zone; `@` for the apex. */
  readonly hostName: string;
  readonly recordType: string;
  readonly address: string;
  /** Seconds. */
  readonly ttl: number;
  /** Of MX records only: the others come with a 10 that means nothing. */
  readonly mxPref?: number;
}

/** What setHosts takes. SRV records live behind commands of their own, which the vendor does not document. */
export const writableTypes = [
  'A',
  'AAAA',
  'ALIAS',
  'CAA',
  'CNAME',
  'MX',
  'MXE',
  'NS',
  'TXT',
  'URL',
  'URL301',
  'FRAME',
] as const satisfies readonly DnsRecordType[];

/** What a record without a TTL gets: the vendor's documented default. Its web pages write 1799 for "automatic". */
const defaultTtlSeconds = 1800;

/** What an MX record without a priority gets, and what the vendor shows beside every other record. */
const defaultPriority = 10;

const writable: ReadonlySet<string> = new Set(writableTypes);

/** Types of the contract that a zone may hold although setHosts cannot write them. */
const onlyReadable = ['DS', 'NAPTR', 'PTR', 'SRV', 'TLSA'] as const satisfies readonly Exclude<
  DnsRecordType,
  (typeof writableTypes)[number]
>[];

const types: ReadonlyMap<string, DnsRecordType> = new Map(
  [...writableTypes, ...onlyReadable].map((type) => [type, type]),
);

/** The vendor's servers set a dot behind these targets. */
const hostTargets: ReadonlySet<string> = new Set(['ALIAS', 'CNAME', 'MX', 'NS']);

export function isWritable(type: DnsRecordType): boolean {
  return writable.has(type);
}

/** Our record; `undefined` for a type that the contract has no word for. */
export function fromHostRow(row: HostRow, domain: DomainName): DnsRecord | undefined {
  const type = types.get(row.recordType.toUpperCase());
  if (type === undefined) return undefined;
  return {
    type,
    name: type === 'MXE' && isApex(row.hostName, domain) ? '@' : row.hostName,
    value: hostTargets.has(type) ? withoutDot(row.address) : row.address,
    ttlSeconds: row.ttl,
    ...(row.mxPref === undefined ? {} : { priority: row.mxPref }),
  };
}

/** The row that says the same to setHosts. */
export function toHostRow({ type, name, value, ttlSeconds, priority }: DnsRecord): HostRow {
  return {
    hostName: name,
    recordType: type,
    address: value,
    ttl: ttlSeconds ?? defaultTtlSeconds,
    ...(type === 'MX' ? { mxPref: priority ?? defaultPriority } : {}),
  };
}

/** The row of the mail service carries the whole name of the domain, where every other apex record has `@`. */
function isApex(hostName: string, domain: DomainName): boolean {
  return withoutDot(hostName).toLowerCase() === domain;
}

function withoutDot(name: string): string {
  return name.length > 1 && name.endsWith('.') ? name.slice(0, -1) : name;
}
