import type { DnsRecord, DnsRecordType, DomainName } from '@registrar-kit/core';

/** A record to write, in the form of the contract: relative name, no trailing dot, no quotes. */
export interface NewWorldRecord extends DnsRecord {
  /** What a vendor keeps beside a record, by the vendor's own names. */
  readonly flags?: Readonly<Record<string, string>>;
}

/** A record as the zone holds it. */
export interface WorldRecord extends NewWorldRecord {
  /** New with every write of the record: no identity, as with the vendors that give one out. */
  readonly id: number;
}

/** What a vendor keeps beside the records of a zone, by the vendor's own names. */
export type ZoneSettings = Readonly<Record<string, string>>;

/** The zone of a domain at the provider. */
export interface WorldZone {
  readonly domain: DomainName;
  /** Whether the provider's servers answer for the domain; else the zone is only kept. */
  readonly usesProviderDns: boolean;
  readonly records: readonly WorldRecord[];
  readonly settings: ZoneSettings;
  /** Changes that wait for `applyStaged`, the oldest first. */
  readonly staged: readonly ZoneEdit[];
}

/** What a record of a set holds beside the name and the type. */
export type RecordData = Omit<NewWorldRecord, 'name' | 'type'>;

/**
 * A change of one record set, all records of a name and type: `put` creates it or replaces all of it, `edit` replaces all of one
 * that is there, `delete` removes all of it.
 */
export type ZoneEdit =
  | {
      readonly kind: 'put' | 'edit';
      readonly name: string;
      readonly type: DnsRecordType;
      /** One at least. */
      readonly records: readonly RecordData[];
    }
  | { readonly kind: 'delete'; readonly name: string; readonly type: DnsRecordType };

/** How a zone is written. */
export interface ZoneWriting {
  /**
   * Whether to write also where other servers answer for the domain.
   * @defaultValue false: refused with `not_on_provider_dns`
   */
  readonly evenUnserved?: boolean;
}
