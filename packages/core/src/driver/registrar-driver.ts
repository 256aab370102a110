import type { CapabilityTable, SupportedOperation } from './capabilities.js';
import type { CallContext } from './call-context.js';
import type { AccessReport } from '../operations/verify-access.js';
import type { Balance } from '../operations/get-balance.js';
import type { PremiumPrices, UnknownReason } from '../operations/check-availability.js';
import type { Domain } from '../operations/get-domain.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { PricedOperation, TldPrice } from '../operations/get-prices.js';
import type { IncompleteSetting } from '../operations/paid-result.js';
import type { NameserverSet } from '../operations/nameservers.js';
import type { Page } from '../operations/paging.js';
import type { Tld } from '../operations/list-tlds.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { CalendarDate } from '../values/calendar-date.js';
import type { CompleteContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';
import type { Money } from '../values/money.js';
import type { Nameserver } from '../values/nameserver.js';

/** What a driver says of one name. */
export interface DriverAvailability {
  readonly domain: DomainName;
  readonly availability: 'available' | 'taken' | 'unknown';
  /** Required on `unknown`. */
  readonly reason?: UnknownReason;
  readonly premium?: PremiumPrices;
  readonly error?: AnyRegistrarError;
}

/** Which page of a list is wanted; `cursor` is what the driver gave as `next`. */
export interface PageRequest {
  readonly cursor?: string;
}

/** A price asked for one name. */
export interface PriceRequest {
  readonly operation: PricedOperation;
  readonly domain: DomainName;
  readonly years: number;
}

/** A price as the vendor states it now. */
export interface PriceReading {
  /** For all the years together, fees included. */
  readonly price: Money;
  /** The name has a price of its own; `listed` consent does not cover it. */
  readonly premium: boolean;
  /** An early-access fee is part of the price; `listed` consent does not cover it. */
  readonly earlyAccess: boolean;
  /** For registrations: whether the name can be had. */
  readonly availability?: DriverAvailability;
}

/** A registration, checked and complete. `price` is what the guard read in this call, for vendors that want it repeated. */
export interface RegistrationOrder {
  readonly domain: DomainName;
  readonly years: number;
  readonly contacts: CompleteContactSet;
  /** Empty: the provider's own. */
  readonly nameservers: readonly Nameserver[];
  readonly privacy: boolean | undefined;
  readonly lock: boolean | undefined;
  readonly tldAttributes: Readonly<Record<string, string>>;
  readonly reading: PriceReading;
}

/** A renewal, checked: `expiresOn` was read in this call and is the date that the caller expects. */
export interface RenewalOrder {
  readonly domain: DomainName;
  readonly years: number;
  readonly expiresOn: CalendarDate;
  readonly reading: PriceReading;
}

/** What the vendor answered to a purchase. */
export interface Receipt {
  readonly status: 'done' | 'pending';
  readonly charged?: Money;
  readonly vendorRef?: string;
  readonly expiresOn?: CalendarDate;
}

/** A setting wished at registration that the purchase itself could not carry; run one by one after it. */
export interface FollowUp {
  readonly setting: IncompleteSetting['setting'];
  readonly run: (call: CallContext) => Promise<void>;
}

/** What the vendor answered to a registration. */
export interface RegistrationReceipt extends Receipt {
  readonly followUps?: readonly FollowUp[];
}

/** One function per operation: build the request, read the reply, map it to our values. Later operations join here. */
export interface DriverOperations {
  verifyAccess(call: CallContext): Promise<Omit<AccessReport, 'environment'>>;
  getBalance(call: CallContext): Promise<Balance>;
  listTlds(request: PageRequest, call: CallContext): Promise<Page<Tld>>;
  /** `tlds` is `undefined` for all. Must leave out endings and operations without a price. */
  getPrices(
    request: {
      readonly tlds: readonly string[] | undefined;
      readonly operations: readonly PricedOperation[];
    },
    call: CallContext,
  ): Promise<readonly TldPrice[]>;
  /**
   * `domains` is non-empty, free of duplicates and no longer than the capability's `namesPerRequest`.
   * Must answer for each one, in order; a name that the vendor left out is `unknown`, never `available`.
   */
  checkAvailability(
    domains: readonly DomainName[],
    call: CallContext,
  ): Promise<readonly DriverAvailability[]>;
  /** Must read the price anew, without any cache: money follows. */
  quote(request: PriceRequest, call: CallContext): Promise<PriceReading>;
  /** Sends the purchase once. Must throw with effect `unknown` when the vendor may have acted. */
  registerDomain(order: RegistrationOrder, call: CallContext): Promise<RegistrationReceipt>;
  /** Sends the purchase once. Must throw with effect `unknown` when the vendor may have acted. */
  renewDomain(order: RenewalOrder, call: CallContext): Promise<Receipt>;
  getDomain(domain: DomainName, call: CallContext): Promise<Domain>;
  listDomains(
    request: PageRequest & ListDomainsInput,
    call: CallContext,
  ): Promise<Page<DomainSummary>>;
  getNameservers(domain: DomainName, call: CallContext): Promise<NameserverSet>;
  /** `nameservers` is the whole new set, within the capability's limits. Must answer what stands afterwards. */
  setNameservers(
    request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
    call: CallContext,
  ): Promise<NameserverSet>;
}

/** The account that a driver works for: what the journal and the quota are kept by. Never a key, keys rotate. */
export interface AccountScope {
  readonly provider: string;
  /** Host (and port) of the base URL. */
  readonly host: string;
  readonly account: string;
}

/**
 * What the author of an adapter implements; {@link PortableRegistrar} turns it into a Registrar.
 *
 * A driver holds no retry, no journal, no validation of the caller's input and no clock of its own.
 */
export interface RegistrarDriver extends Partial<DriverOperations> {
  readonly contractVersion: 1;
  /** The provider's id. */
  readonly provider: string;
  readonly environment: Environment;
  readonly scope: AccountScope;
  readonly capabilities: CapabilityTable;
  /** Whether what has been read came from a simulator. */
  readonly simulated: boolean;
}

/** A driver that has a method for every operation which its table marks as possible. */
export type DriverFor<Table extends CapabilityTable> = RegistrarDriver &
  Pick<DriverOperations, Extract<SupportedOperation<Table>, keyof DriverOperations>>;
