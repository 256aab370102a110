import type { CapabilityTable, SupportedOperation } from './capabilities.js';
import type { CallContext } from './call-context.js';
import type { AccessReport } from '../operations/verify-access.js';
import type { Balance } from '../operations/get-balance.js';
import type { PremiumPrices, UnknownReason } from '../operations/check-availability.js';
import type { Domain } from '../operations/get-domain.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { PricedOperation, TldPrice } from '../operations/get-prices.js';
import type { SettingName } from '../operations/paid-result.js';
import type { NameserverSet } from '../operations/nameservers.js';
import type { Page } from '../operations/paging.js';
import type { Tld } from '../operations/list-tlds.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { QuotaSnapshot } from '../quota/quota-snapshot.js';
import type { CalendarDate } from '../values/calendar-date.js';
import type { CompleteContactSet, ContactSet } from '../values/contact.js';
import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';
import type { Money } from '../values/money.js';
import type { Nameserver } from '../values/nameserver.js';
import type { Secret } from '../values/secret.js';
import type { DnsRecord } from '../dns/dns-record.js';
import type { InputIssue } from '../errors/input-issue.js';
import type {
  DnssecState,
  EmailForward,
  UrlForward,
  UrlForwardKind,
} from '../operations/dns-operations.js';
import type { TldRequirements } from '../operations/get-tld-requirements.js';
import type { GlueHost } from '../operations/glue-hosts.js';
import type {
  AuthCode,
  AutoRenewState,
  DomainContacts,
  LockState,
  PrivacyState,
  RegistrantVerification,
} from '../operations/settings.js';
import type { ListTransfersInput, Transfer, TransferCheck } from '../operations/transfers.js';

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

/** A restore out of redemption, checked: the domain was in `status` and expired on `expiresOn` in this call. */
export interface RestoreOrder {
  readonly domain: DomainName;
  readonly expiresOn: CalendarDate | undefined;
  readonly reading: PriceReading;
}

/** A transfer to this account, checked: the domain was not here in this call. */
export interface TransferOrder {
  readonly domain: DomainName;
  readonly authCode: Secret;
  /** `undefined`: as they are at the losing registrar. */
  readonly contacts: CompleteContactSet | undefined;
  readonly privacy: boolean | undefined;
  readonly reading: PriceReading;
}

/** A zone as the driver read it. */
export interface DriverZone {
  /**
   * Every record, in the form of {@link DnsRecord}, with the TTL that the vendor states. Names relative to the zone, never full
   * without a trailing dot: `www.example.com` is taken for www.example.com.example.com, which people do enter by mistake.
   */
  readonly records: readonly DnsRecord[];
  /** What the vendor keeps beside the records and a write has to carry, such as a mail setting; part of the fingerprint. */
  readonly settings?: Readonly<Record<string, string>>;
  /** What any write would lose of this zone, a clause each. */
  readonly losses?: readonly string[];
}

/** A change of a zone, worked out by the portable part against `before`. */
export interface ZoneChange {
  readonly domain: DomainName;
  /** As read just before, in the same call, its records in their one form. */
  readonly before: DriverZone;
  /** A record with another TTL is in both. */
  readonly added: readonly DnsRecord[];
  readonly removed: readonly DnsRecord[];
  /** Everything that should stand afterwards: kept and added. */
  readonly target: readonly DnsRecord[];
}

/** What a vendor has against a change of a zone. */
export interface ZoneObjections {
  /** What the write would lose beside the zone's own `losses`, a clause each. */
  readonly losses: readonly string[];
  /** Why it cannot be written at all; `path` is the record's, such as `www SRV`. Any entry refuses the plan. */
  readonly issues: readonly InputIssue[];
}

/** What the vendor answered to a purchase. */
export interface Receipt {
  readonly status: 'done' | 'pending';
  readonly charged?: Money;
  readonly vendorRef?: string;
  readonly expiresOn?: CalendarDate;
  /** Settings wished in the order that the purchase itself did not carry; the portable part then sets them one by one. */
  readonly unset?: readonly SettingName[];
}

/** One function per operation: build the request, read the reply, map it to our values. */
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
  registerDomain(order: RegistrationOrder, call: CallContext): Promise<Receipt>;
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
  /** Must answer what stands afterwards. */
  resetNameservers(domain: DomainName, call: CallContext): Promise<NameserverSet>;

  getTldRequirements(tld: string, call: CallContext): Promise<TldRequirements>;

  /** Sends the purchase once. Must throw with effect `unknown` when the vendor may have acted. */
  restoreDomain(order: RestoreOrder, call: CallContext): Promise<Receipt>;
  /** Sends the purchase once; `vendorRef` is the transfer's number. Must throw with effect `unknown` when the vendor may have acted. */
  transferDomain(order: TransferOrder, call: CallContext): Promise<Receipt>;
  deleteDomain(domain: DomainName, call: CallContext): Promise<void>;

  checkTransfer(
    request: { readonly domain: DomainName; readonly authCode: Secret | undefined },
    call: CallContext,
  ): Promise<TransferCheck>;
  /** Without `transferId` the latest transfer of the domain. Must throw DomainNotFoundError where there is none. */
  getTransfer(request: TransferRequest, call: CallContext): Promise<Transfer>;
  listTransfers(
    request: PageRequest & ListTransfersInput,
    call: CallContext,
  ): Promise<Page<Transfer>>;
  /** Must answer how the transfer stands afterwards. */
  resubmitTransfer(request: TransferRequest, call: CallContext): Promise<Transfer>;
  cancelTransfer(domain: DomainName, call: CallContext): Promise<void>;
  approveTransferOut(domain: DomainName, call: CallContext): Promise<void>;
  rejectTransferOut(domain: DomainName, call: CallContext): Promise<void>;
  getAuthCode(domain: DomainName, call: CallContext): Promise<AuthCode>;

  getLock(domain: DomainName, call: CallContext): Promise<LockState>;
  /** Must set the wanted state, never toggle, and answer what was read back. */
  setLock(
    request: { readonly domain: DomainName; readonly locked: boolean },
    call: CallContext,
  ): Promise<LockState>;
  getPrivacy(domain: DomainName, call: CallContext): Promise<PrivacyState>;
  /** Must set the wanted state, never toggle, and answer what was read back. */
  setPrivacy(
    request: {
      readonly domain: DomainName;
      readonly privacy: boolean;
      readonly forwardTo: string | undefined;
    },
    call: CallContext,
  ): Promise<PrivacyState>;
  getContacts(domain: DomainName, call: CallContext): Promise<DomainContacts>;
  /**
   * One role at least is given. Must keep the others and everything else that the vendor holds of them, and answer what was
   * read back.
   */
  setContacts(
    request: {
      readonly domain: DomainName;
      readonly contacts: Partial<ContactSet>;
      readonly tldAttributes: Readonly<Record<string, string>>;
    },
    call: CallContext,
  ): Promise<DomainContacts>;
  setAutoRenew(
    request: { readonly domain: DomainName; readonly autoRenew: boolean },
    call: CallContext,
  ): Promise<AutoRenewState>;
  getRegistrantVerification(domain: DomainName, call: CallContext): Promise<RegistrantVerification>;
  resendRegistrantVerification(domain: DomainName, call: CallContext): Promise<void>;

  /**
   * The whole zone. Must throw InvalidDomainStateError when the vendor says that it does not serve it, and UnexpectedResponseError when
   * it was not read completely: what is missing here is lost at the next write.
   */
  listRecords(domain: DomainName, call: CallContext): Promise<DriverZone>;
  /**
   * What the vendor has against a change, also an empty one; records and limits of the capability are checked already. Writes
   * nothing.
   */
  planRecords(change: ZoneChange, call: CallContext): Promise<ZoneObjections>;
  /** Writes the change. Nothing of `before` that the change does not remove may be lost, other than the losses told. */
  applyRecords(change: ZoneChange, call: CallContext): Promise<void>;
  getEmailForwards(domain: DomainName, call: CallContext): Promise<readonly EmailForward[]>;
  /** `forwards` is the whole new set, and may be empty. Must answer what was read back. */
  setEmailForwards(
    request: { readonly domain: DomainName; readonly forwards: readonly EmailForward[] },
    call: CallContext,
  ): Promise<readonly EmailForward[]>;
  getUrlForward(domain: DomainName, call: CallContext): Promise<UrlForward>;
  /** Must answer what was read back. */
  setUrlForward(
    request: {
      readonly domain: DomainName;
      readonly target: string;
      readonly kind: UrlForwardKind;
    },
    call: CallContext,
  ): Promise<UrlForward>;
  /** Must do nothing when none is set. */
  deleteUrlForward(domain: DomainName, call: CallContext): Promise<void>;
  getDnssec(domain: DomainName, call: CallContext): Promise<DnssecState>;
  setDnssec(
    request: { readonly domain: DomainName; readonly records: DnssecState['records'] },
    call: CallContext,
  ): Promise<DnssecState>;

  listHosts(domain: DomainName, call: CallContext): Promise<readonly GlueHost[]>;
  /** Must throw DomainNotFoundError when there is no such glue host. */
  getHost(request: HostRequest, call: CallContext): Promise<GlueHost>;
  /** `addresses` is within the capability's limits. Must answer what stands afterwards. */
  createHost(
    request: HostRequest & { readonly addresses: readonly string[] },
    call: CallContext,
  ): Promise<GlueHost>;
  /** One of the two is given. Must answer what stands afterwards. */
  updateHost(
    request: HostRequest & {
      readonly addresses: readonly string[] | undefined;
      readonly newHost: Nameserver | undefined;
    },
    call: CallContext,
  ): Promise<GlueHost>;
  deleteHost(request: HostRequest, call: CallContext): Promise<void>;
}

/** Which transfer is meant. */
export interface TransferRequest {
  readonly domain: DomainName;
  readonly transferId: string | undefined;
}

/** Which glue host is meant: it lies below the domain. */
export interface HostRequest {
  readonly domain: DomainName;
  readonly host: Nameserver;
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
  /** Where the account's quota stands, for drivers that keep one. */
  quotaSnapshot?(): QuotaSnapshot;
}

/** A driver that has a method for every operation which its table marks as possible. */
export type DriverFor<Table extends CapabilityTable> = RegistrarDriver &
  Pick<DriverOperations, Extract<SupportedOperation<Table>, keyof DriverOperations>>;
