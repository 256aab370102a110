import type { AccountScope } from './driver/registrar-driver.js';
import type { RecordPlan } from './dns/record-change.js';
import type { CapabilityTable } from './driver/capabilities.js';
import type { Availability, CheckAvailabilityInput } from './operations/check-availability.js';
import type { CallOptions, PaidCallOptions } from './operations/call-options.js';
import type {
  ApplyRecordsInput,
  DnssecState,
  EmailForwards,
  PlanRecordsInput,
  RecordList,
  SetDnssecInput,
  SetEmailForwardsInput,
  SetUrlForwardInput,
  UrlForward,
} from './operations/dns-operations.js';
import type { DomainInput } from './operations/domain-input.js';
import type { GetCapabilitiesInput } from './operations/get-capabilities.js';
import type { Balance } from './operations/get-balance.js';
import type { Domain } from './operations/get-domain.js';
import type { GetPricesInput, PriceList } from './operations/get-prices.js';
import type {
  GetTldRequirementsInput,
  TldRequirements,
} from './operations/get-tld-requirements.js';
import type {
  CreateHostInput,
  GlueHost,
  GlueHostList,
  HostInput,
  UpdateHostInput,
} from './operations/glue-hosts.js';
import type { DomainSummary, ListDomainsInput } from './operations/list-domains.js';
import type { Tld } from './operations/list-tlds.js';
import type { NameserverSet, SetNameserversInput } from './operations/nameservers.js';
import type { OperationInput, OperationState } from './operations/outcome-operations.js';
import type { PagedList } from './operations/paging.js';
import type { DryRunResult } from './operations/paid-result.js';
import type { Quote, QuoteInput } from './operations/quote.js';
import type { RegisterDomainInput, RegisterDomainResult } from './operations/register-domain.js';
import type { RenewDomainInput, RenewDomainResult } from './operations/renew-domain.js';
import type { RestoreDomainInput, RestoreDomainResult } from './operations/restore-domain.js';
import type {
  AuthCode,
  AutoRenewState,
  DomainContacts,
  LockState,
  PrivacyState,
  RegistrantVerification,
  SetAutoRenewInput,
  SetContactsInput,
  SetLockInput,
  SetPrivacyInput,
} from './operations/settings.js';
import type { DomainSync } from './operations/sync-domain.js';
import type { TransferDomainInput, TransferDomainResult } from './operations/transfer-domain.js';
import type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCheck,
} from './operations/transfers.js';
import type { AccessReport } from './operations/verify-access.js';
import type { Environment } from './values/environment.js';

type DryRun = PaidCallOptions & { readonly dryRun: true };
type Purchase = PaidCallOptions & { readonly dryRun?: false };

/**
 * One account at one domain registrar. Every operation exists on every Registrar; {@link Registrar.capabilities} tells before
 * the call which ones the provider offers, and calling another throws UnsupportedOperationError with the same reason.
 *
 * Any call can throw AuthenticationError (401), AccessDeniedError (403), RateLimitError (429), InvalidInputError,
 * TransportError, TimeoutError, CancelledError, ProviderUnavailableError, ProviderError and UnexpectedResponseError; the
 * comments below name what is special to one call.
 */
export interface Registrar {
  /** The provider's id, such as `namecheap`. */
  readonly provider: string;
  readonly environment: Environment;
  /** The account that this works for: what orders stand under in the journal, see {@link journalScopeOf}. */
  readonly scope: AccountScope;
  readonly capabilities: CapabilityTable;
  /** Whether the results read so far came from a simulator. */
  readonly simulated: boolean;

  /** Proves that the credentials, the address and the account are accepted. Reads only. */
  verifyAccess(options?: CallOptions): Promise<AccessReport>;
  /** What can be spent, in each currency that the account holds. */
  getBalance(options?: CallOptions): Promise<Balance>;
  /** What can be done, for one ending where `tld` is given. */
  getCapabilities(input?: GetCapabilitiesInput, options?: CallOptions): Promise<CapabilityTable>;

  /** The endings that the provider knows. */
  listTlds(options?: CallOptions): PagedList<Tld>;
  /** Standard prices as this account pays them, fees included. */
  getPrices(input?: GetPricesInput, options?: CallOptions): Promise<PriceList>;
  /** The extra fields that a registry wants. */
  getTldRequirements(
    input: GetTldRequirementsInput,
    options?: CallOptions,
  ): Promise<TldRequirements>;

  /**
   * Tells which names can be registered: one row for each input, in order, duplicates kept.
   *
   * Never throws for a name: what could not be told is `unknown` with a reason, and never `available`.
   *
   * @throws {@link InvalidInputError} on an empty list.
   * @throws AuthenticationError or AccessDeniedError; and the last error when every request failed.
   */
  checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly Availability[]>;
  /** The same, row by row as answers arrive. */
  streamAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): AsyncIterable<Availability>;

  /**
   * The exact price of one order, read now: premium and early-access prices, years and fees included.
   *
   * @throws {@link DomainUnavailableError} when a registration is asked for a name that is taken or not sold.
   */
  quote(input: QuoteInput, options?: CallOptions): Promise<Quote>;

  /**
   * Registers a domain and charges the account.
   *
   * Safe to repeat: the same `idempotencyKey` (or the same order within 24 hours) gives the recorded result. After an
   * {@link OutcomeUnknownError} do not order again; call {@link Registrar.reconcileOperation} with its `handle`.
   *
   * @throws {@link ConfigurationError} without `runtime.journal`.
   * @throws {@link PriceChangedError} when the price is not the agreed one; nothing was bought.
   * @throws {@link DomainUnavailableError} when the name is taken, reserved or not sold.
   * @throws {@link InsufficientFundsError} when the balance does not cover the price.
   * @throws {@link OutcomeUnknownError} when the answer was lost and reading could not settle it.
   */
  registerDomain(input: RegisterDomainInput, options: DryRun): Promise<DryRunResult>;
  registerDomain(input: RegisterDomainInput, options?: Purchase): Promise<RegisterDomainResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult>;
  /**
   * Renews a domain and charges the account; safe to repeat like {@link Registrar.registerDomain}.
   *
   * @throws {@link InvalidDomainStateError} when the domain does not expire on `expectedExpiresOn`, since it was then renewed
   * meanwhile, or when it is past renewal and needs `restoreDomain`.
   */
  renewDomain(input: RenewDomainInput, options: DryRun): Promise<DryRunResult>;
  renewDomain(input: RenewDomainInput, options?: Purchase): Promise<RenewDomainResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult>;
  /** Brings a domain back out of redemption and charges the account, normally far more than a renewal. */
  restoreDomain(input: RestoreDomainInput, options: DryRun): Promise<DryRunResult>;
  restoreDomain(input: RestoreDomainInput, options?: Purchase): Promise<RestoreDomainResult>;
  restoreDomain(
    input: RestoreDomainInput,
    options?: PaidCallOptions,
  ): Promise<RestoreDomainResult | DryRunResult>;
  /** Starts a transfer to this account and charges it. */
  transferDomain(input: TransferDomainInput, options: DryRun): Promise<DryRunResult>;
  transferDomain(input: TransferDomainInput, options?: Purchase): Promise<TransferDomainResult>;
  transferDomain(
    input: TransferDomainInput,
    options?: PaidCallOptions,
  ): Promise<TransferDomainResult | DryRunResult>;
  /** Deletes a domain at the registry. */
  deleteDomain(input: DomainInput, options?: CallOptions): Promise<void>;

  /** What the journal knows of a purchase; asks the provider where it is still pending. */
  getOperation(input: OperationInput, options?: CallOptions): Promise<OperationState>;
  /** Waits until a pending purchase is done or refused. */
  waitForOperation(input: OperationInput, options?: CallOptions): Promise<OperationState>;
  /** Settles a purchase whose answer was lost, by reading only; never sends it again. */
  reconcileOperation(input: OperationInput, options?: CallOptions): Promise<OperationState>;

  /** @throws {@link DomainNotFoundError} when the account does not hold it; one such answer never means that it is gone. */
  getDomain(input: DomainInput, options?: CallOptions): Promise<Domain>;
  /** All domains of the account, each once, over all pages. */
  listDomains(input?: ListDomainsInput, options?: CallOptions): PagedList<DomainSummary>;
  /** The few facts that a nightly job needs. */
  syncDomain(input: DomainInput, options?: CallOptions): Promise<DomainSync>;

  /** Whether a domain can be brought here. */
  checkTransfer(input: CheckTransferInput, options?: CallOptions): Promise<TransferCheck>;
  getTransfer(input: GetTransferInput, options?: CallOptions): Promise<Transfer>;
  listTransfers(input?: ListTransfersInput, options?: CallOptions): PagedList<Transfer>;
  /** Starts a failed incoming transfer again, without another charge. */
  resubmitTransfer(input: GetTransferInput, options?: CallOptions): Promise<Transfer>;
  /** Ends an incoming transfer. */
  cancelTransfer(input: DomainInput, options?: CallOptions): Promise<void>;
  approveTransferOut(input: DomainInput, options?: CallOptions): Promise<void>;
  rejectTransferOut(input: DomainInput, options?: CallOptions): Promise<void>;
  /** The code with which the domain can leave. */
  getAuthCode(input: DomainInput, options?: CallOptions): Promise<AuthCode>;

  getNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet>;
  /** Replaces the whole delegation and answers what stands afterwards. */
  setNameservers(input: SetNameserversInput, options?: CallOptions): Promise<NameserverSet>;
  /** Goes back to the provider's own name servers. */
  resetNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet>;
  getLock(input: DomainInput, options?: CallOptions): Promise<LockState>;
  /** Sets the registrar lock to the wanted state; never toggles. */
  setLock(input: SetLockInput, options?: CallOptions): Promise<LockState>;
  getPrivacy(input: DomainInput, options?: CallOptions): Promise<PrivacyState>;
  setPrivacy(input: SetPrivacyInput, options?: CallOptions): Promise<PrivacyState>;
  getContacts(input: DomainInput, options?: CallOptions): Promise<DomainContacts>;
  /** Changes the roles given and keeps the others. */
  setContacts(input: SetContactsInput, options?: CallOptions): Promise<DomainContacts>;
  setAutoRenew(input: SetAutoRenewInput, options?: CallOptions): Promise<AutoRenewState>;
  getRegistrantVerification(
    input: DomainInput,
    options?: CallOptions,
  ): Promise<RegistrantVerification>;
  resendRegistrantVerification(input: DomainInput, options?: CallOptions): Promise<void>;

  listRecords(input: DomainInput, options?: CallOptions): Promise<RecordList>;
  /** The exact difference that a change would make, and what cannot be kept. Writes nothing. */
  planRecords(input: PlanRecordsInput, options?: CallOptions): Promise<RecordPlan>;
  /** Writes a plan, unless the zone changed since. */
  applyRecords(input: ApplyRecordsInput, options?: CallOptions): Promise<RecordList>;
  getEmailForwards(input: DomainInput, options?: CallOptions): Promise<EmailForwards>;
  setEmailForwards(input: SetEmailForwardsInput, options?: CallOptions): Promise<EmailForwards>;
  getUrlForward(input: DomainInput, options?: CallOptions): Promise<UrlForward>;
  setUrlForward(input: SetUrlForwardInput, options?: CallOptions): Promise<UrlForward>;
  deleteUrlForward(input: DomainInput, options?: CallOptions): Promise<void>;
  getDnssec(input: DomainInput, options?: CallOptions): Promise<DnssecState>;
  setDnssec(input: SetDnssecInput, options?: CallOptions): Promise<DnssecState>;

  listHosts(input: DomainInput, options?: CallOptions): Promise<GlueHostList>;
  getHost(input: HostInput, options?: CallOptions): Promise<GlueHost>;
  createHost(input: CreateHostInput, options?: CallOptions): Promise<GlueHost>;
  updateHost(input: UpdateHostInput, options?: CallOptions): Promise<GlueHost>;
  deleteHost(input: HostInput, options?: CallOptions): Promise<void>;
}
