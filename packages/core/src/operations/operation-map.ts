import type { RecordPlan } from '../dns/record-change.js';
import type { CapabilityTable } from '../driver/capabilities.js';
import type { Domain } from './get-domain.js';
import type { GetCapabilitiesInput } from './get-capabilities.js';
import type { AccessReport } from './verify-access.js';
import type { Availability, CheckAvailabilityInput } from './check-availability.js';
import type { Balance } from './get-balance.js';
import type { CallOptions, PaidCallOptions } from './call-options.js';
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
} from './dns-operations.js';
import type {
  CreateHostInput,
  GlueHost,
  GlueHostList,
  HostInput,
  UpdateHostInput,
} from './glue-hosts.js';
import type { DomainInput } from './domain-input.js';
import type { DomainSummary, ListDomainsInput } from './list-domains.js';
import type { AvailabilityStream, StreamAvailabilityInput } from './stream-availability.js';
import type { DomainSync } from './sync-domain.js';
import type { GetPricesInput, PriceList } from './get-prices.js';
import type { GetTldRequirementsInput, TldRequirements } from './get-tld-requirements.js';
import type { NameserverSet, SetNameserversInput } from './nameservers.js';
import type {
  OperationInput,
  OperationState,
  ReconcileOperationInput,
  WaitForOperationInput,
} from './outcome-operations.js';
import type { PagedList } from './paging.js';
import type { Quote, QuoteInput } from './quote.js';
import type { RegisterDomainInput, RegisterDomainResult } from './register-domain.js';
import type { RenewDomainInput, RenewDomainResult } from './renew-domain.js';
import type { RestoreDomainInput, RestoreDomainResult } from './restore-domain.js';
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
} from './settings.js';
import type { Tld } from './list-tlds.js';
import type { TransferDomainInput, TransferDomainResult } from './transfer-domain.js';
import type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCheck,
} from './transfers.js';
import type { DryRunResult } from './paid-result.js';

/** Input, options and answer of every operation, by the word that names it everywhere. */
export interface OperationMap {
  // access
  verifyAccess: Read<void, AccessReport>;
  getBalance: Read<void, Balance>;
  getCapabilities: Read<GetCapabilitiesInput, CapabilityTable>;
  // catalogue
  listTlds: List<void, Tld>;
  getPrices: Read<GetPricesInput, PriceList>;
  getTldRequirements: Read<GetTldRequirementsInput, TldRequirements>;
  // search
  checkAvailability: Read<CheckAvailabilityInput, readonly Availability[]>;
  streamAvailability: {
    input: StreamAvailabilityInput;
    options: CallOptions;
    answer: AvailabilityStream;
  };
  // money
  quote: Read<QuoteInput, Quote>;
  // lifecycle
  registerDomain: Paid<RegisterDomainInput, RegisterDomainResult>;
  renewDomain: Paid<RenewDomainInput, RenewDomainResult>;
  restoreDomain: Paid<RestoreDomainInput, RestoreDomainResult>;
  transferDomain: Paid<TransferDomainInput, TransferDomainResult>;
  deleteDomain: Write<DomainInput, void>;
  // outcome
  getOperation: Read<OperationInput, OperationState>;
  waitForOperation: Read<WaitForOperationInput, OperationState>;
  reconcileOperation: Read<ReconcileOperationInput, OperationState>;
  // read
  getDomain: Read<DomainInput, Domain>;
  listDomains: List<ListDomainsInput, DomainSummary>;
  syncDomain: Read<DomainInput, DomainSync>;
  // transfer
  checkTransfer: Read<CheckTransferInput, TransferCheck>;
  getTransfer: Read<GetTransferInput, Transfer>;
  listTransfers: List<ListTransfersInput, Transfer>;
  resubmitTransfer: Write<GetTransferInput, Transfer>;
  cancelTransfer: Write<DomainInput, void>;
  approveTransferOut: Write<DomainInput, void>;
  rejectTransferOut: Write<DomainInput, void>;
  getAuthCode: Read<DomainInput, AuthCode>;
  // settings
  getNameservers: Read<DomainInput, NameserverSet>;
  setNameservers: Write<SetNameserversInput, NameserverSet>;
  resetNameservers: Write<DomainInput, NameserverSet>;
  getLock: Read<DomainInput, LockState>;
  setLock: Write<SetLockInput, LockState>;
  getPrivacy: Read<DomainInput, PrivacyState>;
  setPrivacy: Write<SetPrivacyInput, PrivacyState>;
  getContacts: Read<DomainInput, DomainContacts>;
  setContacts: Write<SetContactsInput, DomainContacts>;
  setAutoRenew: Write<SetAutoRenewInput, AutoRenewState>;
  getRegistrantVerification: Read<DomainInput, RegistrantVerification>;
  resendRegistrantVerification: Write<DomainInput, void>;
  // DNS
  listRecords: Read<DomainInput, RecordList>;
  planRecords: Read<PlanRecordsInput, RecordPlan>;
  applyRecords: Write<ApplyRecordsInput, AppliedRecords>;
  getEmailForwards: Read<DomainInput, EmailForwards>;
  setEmailForwards: Write<SetEmailForwardsInput, EmailForwards>;
  getUrlForward: Read<DomainInput, UrlForward>;
  setUrlForward: Write<SetUrlForwardInput, UrlForward>;
  deleteUrlForward: Write<DomainInput, void>;
  getDnssec: Read<DomainInput, DnssecState>;
  setDnssec: Write<SetDnssecInput, DnssecState>;
  // glue hosts
  listHosts: Read<DomainInput, GlueHostList>;
  getHost: Read<HostInput, GlueHost>;
  createHost: Write<CreateHostInput, GlueHost>;
  updateHost: Write<UpdateHostInput, GlueHost>;
  deleteHost: Write<HostInput, void>;
}

/** The name of an operation: the method, the file, `error.operation`, the event, the capability. */
export type OperationName = keyof OperationMap;

interface Read<Input, Result> {
  input: Input;
  options: CallOptions;
  answer: Promise<Result>;
}

type Write<Input, Result> = Read<Input, Result>;

interface List<Input, Item> {
  input: Input | undefined;
  options: CallOptions;
  answer: PagedList<Item>;
}

interface Paid<Input, Result> {
  input: Input;
  options: PaidCallOptions;
  answer: Promise<Result | DryRunResult>;
}
