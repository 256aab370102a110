import type { OperationName } from '../operations/operation-map.js';

/** The limits that a provider sets on single operations. */
export interface CapabilityLimits {
  /** Names in one request; more are split into several. */
  checkAvailability: { readonly namesPerRequest: number };
  listDomains: { readonly itemsPerRequest: number };
  registerDomain: { readonly maxYears: number };
  renewDomain: { readonly maxYears: number };
  setNameservers: { readonly minNameservers: number; readonly maxNameservers: number };
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
