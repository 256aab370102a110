import type { AccountScope } from './driver/registrar-driver.js';
import type { RecordPlan } from './dns/record-change.js';
import type { CapabilityTable } from './driver/capabilities.js';
import type { Availability, CheckAvailabilityInput } from './operations/check-availability.js';
import type { CallOptions, PaidCallOptions } from './operations/call-options.js';
import type {
  AppliedRecords,
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
import type {
  OperationInput,
  OperationState,
  ReconcileOperationInput,
  WaitForOperationInput,
} from './operations/outcome-operations.js';
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
import type {
  AvailabilityStream,
  StreamAvailabilityInput,
} from './operations/stream-availability.js';
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
  /**
   * The same for any number of names, row by row in order: no more is asked for than the rows that are taken and the few requests
   * that follow, and no row is kept that was given. `progress` tells how far it is. In the bulk lane unless `lane` says
   * otherwise.
   *
   * A failure that concerns all names, or a whole stretch of requests, ends the loop; what was given stays given. Loop over the
   * same stream again for the rest, or hand its `resumeToken` to another one over the same list, as `resumeFrom`, today or
   * tomorrow, in this process or another: no row is given twice.
   *
   * What is wrong with the input shows when it is read.
   *
   * @throws {@link InvalidInputError} on an empty list, a token that is none, and a token of another list.
   */
  streamAvailability(input: StreamAvailabilityInput, options?: CallOptions): AvailabilityStream;

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
   * {@link OutcomeUnknownError} do not order under another key; call {@link Registrar.reconcileOperation} with its `handle`. From
   * its `repeatableAt` on, 15 minutes after the answer was lost, the same call under the same key looks for the domain once more and
   * sends the order again when nothing shows it: a name is registered once. No other operation is ever sent again.
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
  /**
   * Brings a domain back that has expired, out of redemption too, and charges the account, normally far more than a renewal;
   * safe to repeat like {@link Registrar.registerDomain}.
   *
   * @throws {@link InvalidDomainStateError} when it has not expired; an active domain is extended by `renewDomain`.
   */
  restoreDomain(input: RestoreDomainInput, options: DryRun): Promise<DryRunResult>;
  restoreDomain(input: RestoreDomainInput, options?: Purchase): Promise<RestoreDomainResult>;
  restoreDomain(
    input: RestoreDomainInput,
    options?: PaidCallOptions,
  ): Promise<RestoreDomainResult | DryRunResult>;
  /**
   * Starts a transfer to this account and charges it; safe to repeat like {@link Registrar.registerDomain}. It takes days: the
   * result is normally `pending`, and `getTransfer` or {@link Registrar.waitForOperation} tell how it goes on.
   *
   * @throws {@link InvalidDomainStateError} when the domain is in this account or on its way here already. With `effect`
   * `applied` when the answer was lost and reading shows that the transfer was accepted and has already failed; and, without
   * anything being sent, under a key whose transfer has failed.
   */
  transferDomain(input: TransferDomainInput, options: DryRun): Promise<DryRunResult>;
  transferDomain(input: TransferDomainInput, options?: Purchase): Promise<TransferDomainResult>;
  transferDomain(
    input: TransferDomainInput,
    options?: PaidCallOptions,
  ): Promise<TransferDomainResult | DryRunResult>;
  /** Deletes a domain at the registry. */
  deleteDomain(input: DomainInput, options?: CallOptions): Promise<void>;

  /** What the journal knows of a purchase; asks the provider where it is still pending, or a transfer that had failed. */
  getOperation(input: OperationInput, options?: CallOptions): Promise<OperationState>;
  /**
   * Waits until a purchase is settled: done, failed or refused. Looks again and again, at first after 5 seconds and then ever
   * more rarely; each look is a read within the quota. Failures that pass by themselves do not end it.
   *
   * A transfer takes days, so there is no deadline unless `timeoutMs` sets one; `signal` ends it too. The order does not mind: it
   * can be waited for again, from any process.
   *
   * @throws TimeoutError or CancelledError, with `effect` `none`, while it is still not settled.
   */
  waitForOperation(input: WaitForOperationInput, options?: CallOptions): Promise<OperationState>;
  /**
   * Settles a purchase whose answer was lost, by reading only; never sends it again. Where no reading settles it, `witnessed` says
   * what a person saw in the registrar's own panel.
   *
   * @throws {@link InvalidInputError} when `witnessed` comes while the order may still be under way: while its sender is alive, and
   * for `not_executed` within 15 minutes after the answer was lost.
   */
  reconcileOperation(
    input: ReconcileOperationInput,
    options?: CallOptions,
  ): Promise<OperationState>;

  /** @throws {@link DomainNotFoundError} when the account does not hold it; one such answer never means that it is gone. */
  getDomain(input: DomainInput, options?: CallOptions): Promise<Domain>;
  /** All domains of the account, each once, over all pages. */
  listDomains(input?: ListDomainsInput, options?: CallOptions): PagedList<DomainSummary>;
  /**
   * The few facts that a nightly job needs, and whether they may be believed at once. A domain that is not found here is
   * `unknown` and not certain, unless a transfer of it is under way: one such answer never means that it is gone. In the bulk
   * lane unless `lane` says otherwise.
   */
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

  /** The whole zone, each record in the one form that `DnsRecord` describes. */
  listRecords(input: DomainInput, options?: CallOptions): Promise<RecordList>;
  /**
   * The exact difference that a change would make, and what a write would lose. Reads the zone; writes nothing.
   *
   * @throws {@link InvalidInputError} with every fault of the change at once, each by its path such as `change.add.2.value`;
   * {@link InvalidDomainStateError} when the provider does not serve the zone.
   */
  planRecords(input: PlanRecordsInput, options?: CallOptions): Promise<RecordPlan>;
  /**
   * Writes a plan: waits for its turn at the zone, reads again, refuses when the zone changed since the plan was made, writes,
   * and reads back what stands. A plan without a difference writes nothing.
   *
   * Of two who plan at the same time, the second to apply is told to plan again. Nothing repeats it by itself: make the plan
   * anew, have it looked at where people do, and apply that.
   *
   * @throws {@link InvalidDomainStateError} when the zone changed, or the write would lose more than the plan says; nothing was
   * written. {@link InvalidInputError} when the plan is not as `planRecords` gave it. An error with effect `applied` when the
   * change was written and could not be read back.
   */
  applyRecords(input: ApplyRecordsInput, options?: CallOptions): Promise<AppliedRecords>;
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
