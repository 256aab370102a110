import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { RecordPlan } from '../dns/record-change.js';
import type { CallContext } from '../driver/call-context.js';
import type { CapabilityTable } from '../driver/capabilities.js';
import type { AccountScope, RegistrarDriver } from '../driver/registrar-driver.js';
import type { CallOptions, PaidCallOptions } from '../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../operations/check-availability.js';
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
} from '../operations/dns-operations.js';
import type { DomainInput } from '../operations/domain-input.js';
import type { Balance } from '../operations/get-balance.js';
import type { GetCapabilitiesInput } from '../operations/get-capabilities.js';
import type { Domain } from '../operations/get-domain.js';
import type { GetPricesInput, PriceList } from '../operations/get-prices.js';
import type {
  GetTldRequirementsInput,
  TldRequirements,
} from '../operations/get-tld-requirements.js';
import type {
  CreateHostInput,
  GlueHost,
  GlueHostList,
  HostInput,
  UpdateHostInput,
} from '../operations/glue-hosts.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { Tld } from '../operations/list-tlds.js';
import type { NameserverSet, SetNameserversInput } from '../operations/nameservers.js';
import type {
  OperationInput,
  OperationState,
  ReconcileOperationInput,
  WaitForOperationInput,
} from '../operations/outcome-operations.js';
import type { DryRunResult } from '../operations/paid-result.js';
import type { PagedList } from '../operations/paging.js';
import type { Quote, QuoteInput } from '../operations/quote.js';
import type { RegisterDomainInput, RegisterDomainResult } from '../operations/register-domain.js';
import type { RenewDomainInput, RenewDomainResult } from '../operations/renew-domain.js';
import type { RestoreDomainInput, RestoreDomainResult } from '../operations/restore-domain.js';
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
} from '../operations/settings.js';
import type {
  AvailabilityStream,
  StreamAvailabilityInput,
} from '../operations/stream-availability.js';
import type { DomainSync } from '../operations/sync-domain.js';
import type { TransferDomainInput, TransferDomainResult } from '../operations/transfer-domain.js';
import type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCheck,
} from '../operations/transfers.js';
import type { AccessReport } from '../operations/verify-access.js';
import type { QuotaSnapshot } from '../quota/quota-snapshot.js';
import type { Registrar } from '../registrar.js';
import type { Environment } from '../values/environment.js';
import { checkAvailability } from './operations/check-availability.js';
import { getCapabilities } from './operations/get-capabilities.js';
import { getPrices } from './operations/get-prices.js';
import { applyRecords } from './operations/apply-records.js';
import { listDomains, listTlds } from './operations/lists.js';
import {
  deleteUrlForward,
  getEmailForwards,
  setEmailForwards,
  setUrlForward,
} from './operations/forwards.js';
import { getTldRequirements } from './operations/get-tld-requirements.js';
import { createHost, deleteHost, getHost, listHosts, updateHost } from './operations/glue-hosts.js';
import { setNameservers } from './operations/set-nameservers.js';
import { readOfDomain, writeOfDomain } from './operations/of-domain.js';
import { getOperation, reconcileOperation } from './operations/outcome.js';
import { quote } from './operations/quote.js';
import { listRecords, planRecords } from './operations/records.js';
import { registerDomain } from './operations/register-domain.js';
import { renewDomain } from './operations/renew-domain.js';
import { restoreDomain } from './operations/restore-domain.js';
import { setDnssec } from './operations/set-dnssec.js';
import { setAutoRenew, setContacts, setLock, setPrivacy } from './operations/settings.js';
import {
  checkTransfer,
  getTransfer,
  listTransfers,
  resubmitTransfer,
} from './operations/transfers.js';
import { streamAvailability } from './operations/stream-availability.js';
import { syncDomain } from './operations/sync-domain.js';
import { transferDomain } from './operations/transfer-domain.js';
import { waitForOperation } from './operations/wait-for-operation.js';
import { PortableContext } from './portable-context.js';
import { rawCall, type RawCallOptions, type RawRequest } from './raw-call.js';

/**
 * Turns a driver into a {@link Registrar}: everything that must be the same for every provider is done here, once. Input is
 * parsed, capabilities are checked, deadlines kept, batches made, purchases guarded and journaled, events sent.
 */
export class PortableRegistrar implements Registrar {
  readonly #context: PortableContext;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime = {}) {
    this.#context = new PortableContext(driver, runtime);
  }

  get provider(): string {
    return this.#context.driver.provider;
  }

  get environment(): Environment {
    return this.#context.driver.environment;
  }

  get scope(): AccountScope {
    return this.#context.driver.scope;
  }

  get capabilities(): CapabilityTable {
    return this.#context.driver.capabilities;
  }

  get simulated(): boolean {
    return this.#context.driver.simulated;
  }

  /** Where the account's quota stands at this moment; sends nothing. See {@link quotaSnapshotOf}. */
  quotaSnapshot(): QuotaSnapshot {
    return this.#context.driver.quotaSnapshot?.() ?? {};
  }

  async verifyAccess(options?: CallOptions): Promise<AccessReport> {
    const verifyAccess = this.#context.method('verifyAccess');
    const report = await this.#context.read('verifyAccess', options, (call) => verifyAccess(call));
    return { ...report, environment: this.environment };
  }

  async getBalance(options?: CallOptions): Promise<Balance> {
    const getBalance = this.#context.method('getBalance');
    return this.#context.readShared('getBalance', options, (call) => getBalance(call));
  }

  getCapabilities(
    input: GetCapabilitiesInput = {},
    options?: CallOptions,
  ): Promise<CapabilityTable> {
    return getCapabilities(this.#context, input, options);
  }

  listTlds(options?: CallOptions): PagedList<Tld> {
    return listTlds(this.#context, options);
  }

  getPrices(input: GetPricesInput = {}, options?: CallOptions): Promise<PriceList> {
    return getPrices(this.#context, input, options);
  }

  checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly Availability[]> {
    return checkAvailability(this.#context, input, options);
  }

  streamAvailability(input: StreamAvailabilityInput, options?: CallOptions): AvailabilityStream {
    return streamAvailability(this.#context, input, options);
  }

  quote(input: QuoteInput, options?: CallOptions): Promise<Quote> {
    return quote(this.#context, input, options);
  }

  registerDomain(
    input: RegisterDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RegisterDomainResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult> {
    return registerDomain(this.#context, input, options);
  }

  renewDomain(
    input: RenewDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RenewDomainResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult> {
    return renewDomain(this.#context, input, options);
  }

  restoreDomain(
    input: RestoreDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  restoreDomain(
    input: RestoreDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RestoreDomainResult>;
  restoreDomain(
    input: RestoreDomainInput,
    options?: PaidCallOptions,
  ): Promise<RestoreDomainResult | DryRunResult>;
  restoreDomain(
    input: RestoreDomainInput,
    options?: PaidCallOptions,
  ): Promise<RestoreDomainResult | DryRunResult> {
    return restoreDomain(this.#context, input, options);
  }

  transferDomain(
    input: TransferDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  transferDomain(
    input: TransferDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<TransferDomainResult>;
  transferDomain(
    input: TransferDomainInput,
    options?: PaidCallOptions,
  ): Promise<TransferDomainResult | DryRunResult>;
  transferDomain(
    input: TransferDomainInput,
    options?: PaidCallOptions,
  ): Promise<TransferDomainResult | DryRunResult> {
    return transferDomain(this.#context, input, options);
  }

  getOperation(input: OperationInput, options?: CallOptions): Promise<OperationState> {
    return getOperation(this.#context, input, options);
  }

  waitForOperation(input: WaitForOperationInput, options?: CallOptions): Promise<OperationState> {
    return waitForOperation(this.#context, input, options);
  }

  reconcileOperation(
    input: ReconcileOperationInput,
    options?: CallOptions,
  ): Promise<OperationState> {
    return reconcileOperation(this.#context, input, options);
  }

  getDomain(input: DomainInput, options?: CallOptions): Promise<Domain> {
    return readOfDomain(this.#context, 'getDomain', input, options);
  }

  listDomains(input: ListDomainsInput = {}, options?: CallOptions): PagedList<DomainSummary> {
    return listDomains(this.#context, input, options);
  }

  syncDomain(input: DomainInput, options?: CallOptions): Promise<DomainSync> {
    return syncDomain(this.#context, input, options);
  }

  getNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet> {
    return readOfDomain(this.#context, 'getNameservers', input, options);
  }

  setNameservers(input: SetNameserversInput, options?: CallOptions): Promise<NameserverSet> {
    return setNameservers(this.#context, input, options);
  }

  resetNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet> {
    return writeOfDomain(this.#context, 'resetNameservers', input, options);
  }

  getTldRequirements(
    input: GetTldRequirementsInput,
    options?: CallOptions,
  ): Promise<TldRequirements> {
    return getTldRequirements(this.#context, input, options);
  }

  deleteDomain(input: DomainInput, options?: CallOptions): Promise<void> {
    return writeOfDomain(this.#context, 'deleteDomain', input, options);
  }

  checkTransfer(input: CheckTransferInput, options?: CallOptions): Promise<TransferCheck> {
    return checkTransfer(this.#context, input, options);
  }

  getTransfer(input: GetTransferInput, options?: CallOptions): Promise<Transfer> {
    return getTransfer(this.#context, input, options);
  }

  listTransfers(input: ListTransfersInput = {}, options?: CallOptions): PagedList<Transfer> {
    return listTransfers(this.#context, input, options);
  }

  resubmitTransfer(input: GetTransferInput, options?: CallOptions): Promise<Transfer> {
    return resubmitTransfer(this.#context, input, options);
  }

  cancelTransfer(input: DomainInput, options?: CallOptions): Promise<void> {
    return writeOfDomain(this.#context, 'cancelTransfer', input, options);
  }

  approveTransferOut(input: DomainInput, options?: CallOptions): Promise<void> {
    return writeOfDomain(this.#context, 'approveTransferOut', input, options);
  }

  rejectTransferOut(input: DomainInput, options?: CallOptions): Promise<void> {
    return writeOfDomain(this.#context, 'rejectTransferOut', input, options);
  }

  getAuthCode(input: DomainInput, options?: CallOptions): Promise<AuthCode> {
    return readOfDomain(this.#context, 'getAuthCode', input, options);
  }

  getLock(input: DomainInput, options?: CallOptions): Promise<LockState> {
    return readOfDomain(this.#context, 'getLock', input, options);
  }

  setLock(input: SetLockInput, options?: CallOptions): Promise<LockState> {
    return setLock(this.#context, input, options);
  }

  getPrivacy(input: DomainInput, options?: CallOptions): Promise<PrivacyState> {
    return readOfDomain(this.#context, 'getPrivacy', input, options);
  }

  setPrivacy(input: SetPrivacyInput, options?: CallOptions): Promise<PrivacyState> {
    return setPrivacy(this.#context, input, options);
  }

  getContacts(input: DomainInput, options?: CallOptions): Promise<DomainContacts> {
    return readOfDomain(this.#context, 'getContacts', input, options);
  }

  setContacts(input: SetContactsInput, options?: CallOptions): Promise<DomainContacts> {
    return setContacts(this.#context, input, options);
  }

  setAutoRenew(input: SetAutoRenewInput, options?: CallOptions): Promise<AutoRenewState> {
    return setAutoRenew(this.#context, input, options);
  }

  getRegistrantVerification(
    input: DomainInput,
    options?: CallOptions,
  ): Promise<RegistrantVerification> {
    return readOfDomain(this.#context, 'getRegistrantVerification', input, options);
  }

  resendRegistrantVerification(input: DomainInput, options?: CallOptions): Promise<void> {
    return writeOfDomain(this.#context, 'resendRegistrantVerification', input, options);
  }

  listRecords(input: DomainInput, options?: CallOptions): Promise<RecordList> {
    return listRecords(this.#context, input, options);
  }

  planRecords(input: PlanRecordsInput, options?: CallOptions): Promise<RecordPlan> {
    return planRecords(this.#context, input, options);
  }

  applyRecords(input: ApplyRecordsInput, options?: CallOptions): Promise<AppliedRecords> {
    return applyRecords(this.#context, input, options);
  }

  getEmailForwards(input: DomainInput, options?: CallOptions): Promise<EmailForwards> {
    return getEmailForwards(this.#context, input, options);
  }

  setEmailForwards(input: SetEmailForwardsInput, options?: CallOptions): Promise<EmailForwards> {
    return setEmailForwards(this.#context, input, options);
  }

  getUrlForward(input: DomainInput, options?: CallOptions): Promise<UrlForward> {
    return readOfDomain(this.#context, 'getUrlForward', input, options);
  }

  setUrlForward(input: SetUrlForwardInput, options?: CallOptions): Promise<UrlForward> {
    return setUrlForward(this.#context, input, options);
  }

  deleteUrlForward(input: DomainInput, options?: CallOptions): Promise<void> {
    return deleteUrlForward(this.#context, input, options);
  }

  getDnssec(input: DomainInput, options?: CallOptions): Promise<DnssecState> {
    return readOfDomain(this.#context, 'getDnssec', input, options);
  }

  setDnssec(input: SetDnssecInput, options?: CallOptions): Promise<DnssecState> {
    return setDnssec(this.#context, input, options);
  }

  listHosts(input: DomainInput, options?: CallOptions): Promise<GlueHostList> {
    return listHosts(this.#context, input, options);
  }

  getHost(input: HostInput, options?: CallOptions): Promise<GlueHost> {
    return getHost(this.#context, input, options);
  }

  createHost(input: CreateHostInput, options?: CallOptions): Promise<GlueHost> {
    return createHost(this.#context, input, options);
  }

  updateHost(input: UpdateHostInput, options?: CallOptions): Promise<GlueHost> {
    return updateHost(this.#context, input, options);
  }

  deleteHost(input: HostInput, options?: CallOptions): Promise<void> {
    return deleteHost(this.#context, input, options);
  }

  /**
   * Sends what the contract knows nothing of, for the `raw` method of an adapter: `work` sends the request with the call that it
   * is handed, once. The error's `operation` is `raw`.
   *
   * @throws {@link InvalidInputError} for a call that may charge without `acceptCharge`, or under a key that was used.
   * @throws {@link ConfigurationError} for a call that may charge without `runtime.journal`.
   * @throws {@link OutcomeUnknownError} when the answer to a call that may charge was lost; nothing can settle it.
   */
  protected rawCall<Result>(
    request: RawRequest,
    options: RawCallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    return rawCall(this.#context, request, options, work);
  }
}
