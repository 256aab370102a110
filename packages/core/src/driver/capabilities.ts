import type { DnsRecordType } from '../dns/dns-record.js';
import type { OperationName } from '../operations/operation-map.js';

/** How long an answer is kept, for lists that change rarely and that providers ask not to read often. */
export interface KeptAnswer {
  /** Milliseconds, unless the call says otherwise with `maxAgeMs`. Absent: it is read anew each time. */
  readonly keptMs?: number;
}

/** The limits that a provider sets on single operations. */
export interface CapabilityLimits {
  listTlds: KeptAnswer;
  getPrices: KeptAnswer;
  getTldRequirements: KeptAnswer;
  /** Names in one request; more are split into several. */
  checkAvailability: { readonly namesPerRequest: number };
  listDomains: { readonly itemsPerRequest: number };
  registerDomain: { readonly maxYears: number };
  renewDomain: { readonly maxYears: number };
  setNameservers: { readonly minNameservers: number; readonly maxNameservers: number };
  planRecords: ZoneLimits;
  createHost: HostLimits;
  updateHost: HostLimits & { readonly rename: boolean };
}

/** What a provider's zones can hold. */
export interface ZoneLimits {
  readonly recordTypes: readonly DnsRecordType[];
  /** Absent where the provider states none. */
  readonly maxRecords?: number;
  readonly ttlSeconds: { readonly min: number; readonly max: number };
}

/** What a provider's glue hosts can hold. */
export interface HostLimits {
  readonly maxAddresses: number;
  readonly ipv6: boolean;
}

type LimitsOf<Operation extends OperationName> = Operation extends keyof CapabilityLimits
  ? CapabilityLimits[Operation]
  : unknown;

/** What the provider can do for one operation, told before the call so that a panel can hide or explain a button. */
export type Capability<Operation extends OperationName = OperationName> =
  | ({ readonly support: 'supported' } & LimitsOf<Operation>)
  /** Depends on the ending, the account or the domain; `getCapabilities({ tld })` answers for one ending. */
  | ({
      readonly support: 'conditional';
      readonly on: 'tld' | 'account' | 'domain';
      readonly note: string;
    } & LimitsOf<Operation>)
  | UnsupportedCapability;

/** Why an operation cannot be had, and what to do instead. */
export interface UnsupportedCapability {
  readonly support: 'unsupported';
  /** A clause in lower case without a full stop, fit for a message. */
  readonly reason: string;
  readonly alternative?: string;
}

/** One entry for every operation of the contract. */
export type CapabilityTable = { readonly [Operation in OperationName]: Capability<Operation> };

/** The operations that a table marks as possible. */
export type SupportedOperation<Table extends CapabilityTable> = {
  [Operation in OperationName]: Table[Operation] extends { readonly support: 'unsupported' }
    ? never
    : Operation;
}[OperationName];
