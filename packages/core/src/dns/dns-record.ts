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

/** One record of a zone, in the form that people write. What is read comes in one form per meaning, as told here. */
export interface DnsRecord {
  readonly type: DnsRecordType;
  /**
   * Relative to the zone, lower case, A-labels: `@` for the apex, `www`, `*`. A full name below the zone is taken too, with or
   * without trailing dot. A record whose relative name itself ends in the zone's name (`www.example.com` entered into the zone
   * example.com) is shown by its full name with a trailing dot, so that it cannot be taken for `www`.
   */
  readonly name: string;
  /**
   * The record's data. Host names without trailing dot, addresses in their shortest form, CAA as `0 issue "ca.example"`, SRV as
   * `weight port target`. TXT stands exactly as it is, never joined, split or quoted: quotes around it would become part of it.
   */
  readonly value: string;
  /** Whole seconds; left out for the provider's default. */
  readonly ttlSeconds?: number;
  /** For MX, where 10 is taken when it is left out, and for SRV, which needs it. Other types have none. */
  readonly priority?: number;
}

// An object, so that a type that joins the union is missed here.
const known: { readonly [Type in DnsRecordType]: Type } = {
  A: 'A',
  AAAA: 'AAAA',
  ALIAS: 'ALIAS',
  CAA: 'CAA',
  CNAME: 'CNAME',
  DS: 'DS',
  MX: 'MX',
  MXE: 'MXE',
  NAPTR: 'NAPTR',
  NS: 'NS',
  PTR: 'PTR',
  SRV: 'SRV',
  TLSA: 'TLSA',
  TXT: 'TXT',
  URL: 'URL',
  URL301: 'URL301',
  FRAME: 'FRAME',
};

/** Every record type. */
export const dnsRecordTypes: readonly DnsRecordType[] = Object.values(known);
