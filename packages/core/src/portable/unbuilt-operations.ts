import type { RecordPlan } from '../dns/record-change.js';
import type { Availability, CheckAvailabilityInput } from '../operations/check-availability.js';
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
} from '../operations/dns-operations.js';
import type { DomainInput } from '../operations/domain-input.js';
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
import type { NameserverSet } from '../operations/nameservers.js';
import type { OperationName } from '../operations/operation-map.js';
import type { OperationInput, OperationState } from '../operations/outcome-operations.js';
import type { PagedList } from '../operations/paging.js';
import type { RestoreDomainInput } from '../operations/restore-domain.js';
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
import type { DomainSync } from '../operations/sync-domain.js';
import type { TransferDomainInput } from '../operations/transfer-domain.js';
import type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCheck,
} from '../operations/transfers.js';

/**
 * The operations of the contract that no provider carries yet: each answers with the reason that the capability table states.
 * An operation leaves this class when it is built.
 */
export abstract class UnbuiltOperations {
  /** Rejects with the capability table's reason. */
  protected abstract unsupported(operation: OperationName, input: unknown): Promise<never>;

  getTldRequirements(input: GetTldRequirementsInput): Promise<TldRequirements> {
    return this.unsupported('getTldRequirements', input);
  }
  streamAvailability(input: CheckAvailabilityInput): AsyncIterable<Availability> {
    return this.#unsupportedList('streamAvailability', input);
  }
  restoreDomain(input: RestoreDomainInput): Promise<never> {
    return this.unsupported('restoreDomain', input);
  }
  transferDomain(input: TransferDomainInput): Promise<never> {
    return this.unsupported('transferDomain', input);
  }
  deleteDomain(input: DomainInput): Promise<void> {
    return this.unsupported('deleteDomain', input);
  }
  waitForOperation(input: OperationInput): Promise<OperationState> {
    return this.unsupported('waitForOperation', input);
  }
  syncDomain(input: DomainInput): Promise<DomainSync> {
    return this.unsupported('syncDomain', input);
  }
  checkTransfer(input: CheckTransferInput): Promise<TransferCheck> {
    return this.unsupported('checkTransfer', input);
  }
  getTransfer(input: GetTransferInput): Promise<Transfer> {
    return this.unsupported('getTransfer', input);
  }
  listTransfers(input?: ListTransfersInput): PagedList<Transfer> {
    return this.#unsupportedList('listTransfers', input);
  }
  resubmitTransfer(input: GetTransferInput): Promise<Transfer> {
    return this.unsupported('resubmitTransfer', input);
  }
  cancelTransfer(input: DomainInput): Promise<void> {
    return this.unsupported('cancelTransfer', input);
  }
  approveTransferOut(input: DomainInput): Promise<void> {
    return this.unsupported('approveTransferOut', input);
  }
  rejectTransferOut(input: DomainInput): Promise<void> {
    return this.unsupported('rejectTransferOut', input);
  }
  getAuthCode(input: DomainInput): Promise<AuthCode> {
    return this.unsupported('getAuthCode', input);
  }
  resetNameservers(input: DomainInput): Promise<NameserverSet> {
    return this.unsupported('resetNameservers', input);
  }
  getLock(input: DomainInput): Promise<LockState> {
    return this.unsupported('getLock', input);
  }
  setLock(input: SetLockInput): Promise<LockState> {
    return this.unsupported('setLock', input);
  }
  getPrivacy(input: DomainInput): Promise<PrivacyState> {
    return this.unsupported('getPrivacy', input);
  }
  setPrivacy(input: SetPrivacyInput): Promise<PrivacyState> {
    return this.unsupported('setPrivacy', input);
  }
  getContacts(input: DomainInput): Promise<DomainContacts> {
    return this.unsupported('getContacts', input);
  }
  setContacts(input: SetContactsInput): Promise<DomainContacts> {
    return this.unsupported('setContacts', input);
  }
  setAutoRenew(input: SetAutoRenewInput): Promise<AutoRenewState> {
    return this.unsupported('setAutoRenew', input);
  }
  getRegistrantVerification(input: DomainInput): Promise<RegistrantVerification> {
    return this.unsupported('getRegistrantVerification', input);
  }
  resendRegistrantVerification(input: DomainInput): Promise<void> {
    return this.unsupported('resendRegistrantVerification', input);
  }
  listRecords(input: DomainInput): Promise<RecordList> {
    return this.unsupported('listRecords', input);
  }
  planRecords(input: PlanRecordsInput): Promise<RecordPlan> {
    return this.unsupported('planRecords', input);
  }
  applyRecords(input: ApplyRecordsInput): Promise<RecordList> {
    return this.unsupported('applyRecords', input);
  }
  getEmailForwards(input: DomainInput): Promise<EmailForwards> {
    return this.unsupported('getEmailForwards', input);
  }
  setEmailForwards(input: SetEmailForwardsInput): Promise<EmailForwards> {
    return this.unsupported('setEmailForwards', input);
  }
  getUrlForward(input: DomainInput): Promise<UrlForward> {
    return this.unsupported('getUrlForward', input);
  }
  setUrlForward(input: SetUrlForwardInput): Promise<UrlForward> {
    return this.unsupported('setUrlForward', input);
  }
  deleteUrlForward(input: DomainInput): Promise<void> {
    return this.unsupported('deleteUrlForward', input);
  }
  getDnssec(input: DomainInput): Promise<DnssecState> {
    return this.unsupported('getDnssec', input);
  }
  setDnssec(input: SetDnssecInput): Promise<DnssecState> {
    return this.unsupported('setDnssec', input);
  }
  listHosts(input: DomainInput): Promise<GlueHostList> {
    return this.unsupported('listHosts', input);
  }
  getHost(input: HostInput): Promise<GlueHost> {
    return this.unsupported('getHost', input);
  }
  createHost(input: CreateHostInput): Promise<GlueHost> {
    return this.unsupported('createHost', input);
  }
  updateHost(input: UpdateHostInput): Promise<GlueHost> {
    return this.unsupported('updateHost', input);
  }
  deleteHost(input: HostInput): Promise<void> {
    return this.unsupported('deleteHost', input);
  }

  #unsupportedList<Item>(operation: OperationName, input: unknown): PagedList<Item> {
    const refuse = (): Promise<never> => this.unsupported(operation, input);
    return {
      page: refuse,
      [Symbol.asyncIterator]: () => ({ next: refuse }),
    };
  }
}
