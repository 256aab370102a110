/** The record types that at least one provider can store. URL, URL301 and FRAME are web redirects kept among the records. */
export type DnsRecordType =
  | 'A'
  | 'AAAA'
  | 'ALIAS'
  | 'CAA'
  | 'CNAME'
  | 'DS'
  | 'MX'
  | 'MXE'
  | 'NAPTR'
  | 'NS'
  | 'PTR'
  | 'SRV'
  | 'TLSA'
  | 'TXT'
  | 'URL'
  | 'URL301'
  | 'FRAME';

/** One record of a zone, in the form that people write. */
export interface DnsRecord {
  readonly type: DnsRecordType;
  /** Relative to the zone: `@` for the apex, `www`, `*`. */
  readonly name: string;
  /** The record's data without a trailing dot on host names and without quotes around TXT. */
  readonly value: string;
  /** Seconds; left out for the provider's default. */
  readonly ttlSeconds?: number;
  /** For MX and SRV. */
  readonly priority?: number;
}
