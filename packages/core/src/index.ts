export type { Registrar } from './registrar.js';
export { systemClock, type Clock } from './config/clock.js';
export { createRegistrar } from './config/create-registrar.js';
export {
  diagnoseRegistrar,
  type AccessDiagnosis,
  type CheckReport,
  type WorstFinding,
} from './config/diagnose-registrar.js';
export {
  explainFailure,
  type FailureExplanation,
  type RedactedMessage,
} from './config/explain-failure.js';
export { registrarConfigFromEnv } from './config/registrar-config-from-env.js';
export type { RegistrarProvider } from './config/registrar-provider.js';
export type { RegistrarLogger, RegistrarRuntime } from './config/registrar-runtime.js';
export {
  abortReasonOf,
  asRead,
  asWrite,
  DeadlineReached,
  type CallContext,
  type RegistrarEventBody,
} from './driver/call-context.js';
export { callEnded } from './driver/call-ended.js';
export type {
  Capability,
  CapabilityLimits,
  CapabilityTable,
  HostLimits,
  KeptAnswer,
  SupportedOperation,
  UnsupportedCapability,
  ZoneLimits,
} from './driver/capabilities.js';
export type {
  AccountScope,
  DriverAvailability,
  DriverFor,
  DriverOperations,
  DriverZone,
  HostRequest,
  PageRequest,
  PriceReading,
  PriceRequest,
  Receipt,
  RegistrarDriver,
  RegistrationOrder,
  RenewalOrder,
  RestoreOrder,
  TransferOrder,
  TransferRequest,
  ZoneChange,
  ZoneObjections,
} from './driver/registrar-driver.js';
export { AccessDeniedError, type AccessReason } from './errors/access-denied-error.js';
export type { AnyRegistrarError } from './errors/any-registrar-error.js';
export { AuthenticationError, type AuthenticationReason } from './errors/authentication-error.js';
export { CancelledError } from './errors/cancelled-error.js';
export { ConfigurationError } from './errors/configuration-error.js';
export { DomainNotFoundError } from './errors/domain-not-found-error.js';
export { DomainUnavailableError } from './errors/domain-unavailable-error.js';
export { errorStatus, type ErrorCode } from './errors/error-code.js';
export type { ErrorOperation, ErrorOrigin } from './errors/error-origin.js';
export { InsufficientFundsError } from './errors/insufficient-funds-error.js';
export { InvalidDomainStateError } from './errors/invalid-domain-state-error.js';
export { InvalidInputError } from './errors/invalid-input-error.js';
export { isRegistrarError } from './errors/is-registrar-error.js';
export { OutcomeUnknownError } from './errors/outcome-unknown-error.js';
export { PriceChangedError } from './errors/price-changed-error.js';
export { ProviderError } from './errors/provider-error.js';
export { ProviderUnavailableError } from './errors/provider-unavailable-error.js';
export { RateLimitError, type RateLimitReason } from './errors/rate-limit-error.js';
export {
  errorBrand,
  RegistrarError,
  type Effect,
  type RegistrarErrorInit,
  type VendorFault,
} from './errors/registrar-error.js';
export { TimeoutError } from './errors/timeout-error.js';
export { TransportError, type TransportPhase } from './errors/transport-error.js';
export {
  UnexpectedResponseError,
  type UnexpectedResponseKind,
} from './errors/unexpected-response-error.js';
export { UnsupportedOperationError } from './errors/unsupported-operation-error.js';
export { diagnosisCauses, type DiagnosisCause } from './diagnosis/diagnosis-cause.js';
export type {
  Actor,
  Diagnosis,
  Finding,
  Likelihood,
  Remedy,
  RemedyValue,
} from './diagnosis/diagnosis.js';
export type {
  CredentialOddity,
  Evidence,
  OddCredential,
  RemedyBook,
  RequestFinding,
  RequestOddity,
} from './diagnosis/evidence.js';
export { detectPlatform } from './diagnosis/detect-platform.js';
export type {
  FailureReading,
  ForeignFailure,
  ForeignRequest,
} from './diagnosis/foreign-failure.js';
export type {
  CheckOutcome,
  DiagnoseOptions,
  ProbeContext,
  ProbeResult,
  RegistrarProbe,
} from './diagnosis/probe.js';
export { leadingFindings } from './diagnosis/leading-findings.js';
export { weights as diagnosisWeights, type Weight } from './diagnosis/likelihood.js';
export { mergeEvidence } from './diagnosis/merge-evidence.js';
export { notPublicIpv4 } from './diagnosis/address-kind.js';
export {
  addYears,
  calendarDateOf,
  daysBetween,
  parseCalendarDate,
  readCalendarDate,
  type CalendarDate,
} from './values/calendar-date.js';
export {
  completeContacts,
  contactRoles,
  type CompleteContactSet,
  type Contact,
  type ContactRole,
  type ContactSet,
  type StoredContact,
  type StoredContactSet,
} from './values/contact.js';
export {
  parseDomainName,
  readDomainName,
  splitDomainName,
  toUnicodeDomain,
  type DomainName,
  type DomainNameReading,
  type DomainParts,
} from './values/domain-name.js';
export type { DomainStatus } from './values/domain-status.js';
export type { Environment } from './values/environment.js';
export {
  addMoney,
  compareMoney,
  formatMoney,
  isMoney,
  isZeroMoney,
  money,
  multiplyMoney,
  subtractMoney,
  type Money,
} from './values/money.js';
export { parseNameserver, readNameserver, type Nameserver } from './values/nameserver.js';
export { Secret } from './values/secret.js';
export type { CallOptions, Lane, PaidCallOptions } from './operations/call-options.js';
export type {
  Availability,
  CheckAvailabilityInput,
  PremiumPrices,
  UnknownReason,
} from './operations/check-availability.js';
export type {
  AppliedRecords,
  ApplyRecordsInput,
  DnssecState,
  EmailForward,
  EmailForwards,
  PlanRecordsInput,
  RecordList,
  SetDnssecInput,
  SetEmailForwardsInput,
  SetUrlForwardInput,
  UrlForward,
  UrlForwardKind,
} from './operations/dns-operations.js';
export type { DomainInput } from './operations/domain-input.js';
export type { Balance } from './operations/get-balance.js';
export type { GetCapabilitiesInput } from './operations/get-capabilities.js';
export type { Domain } from './operations/get-domain.js';
export type {
  GetPricesInput,
  PriceList,
  PricedOperation,
  TldPrice,
} from './operations/get-prices.js';
export type {
  GetTldRequirementsInput,
  TldAttribute,
  TldRequirements,
} from './operations/get-tld-requirements.js';
export type {
  CreateHostInput,
  GlueHost,
  GlueHostList,
  HostInput,
  UpdateHostInput,
} from './operations/glue-hosts.js';
export type { DomainSummary, ListDomainsInput } from './operations/list-domains.js';
export type { Tld, YearRange } from './operations/list-tlds.js';
export type { NameserverSet, SetNameserversInput } from './operations/nameservers.js';
export type { OperationMap, OperationName } from './operations/operation-map.js';
export { operationGroups, operationNames } from './operations/operation-names.js';
export type {
  OperationInput,
  OperationState,
  ReconcileOperationInput,
  Testimony,
  WaitForOperationInput,
} from './operations/outcome-operations.js';
export type { Page, PagedList } from './operations/paging.js';
export type {
  DryRunResult,
  IncompleteSetting,
  PaidResult,
  SettingName,
} from './operations/paid-result.js';
export type { PriceConsent } from './operations/price-consent.js';
export type { Quote, QuoteInput } from './operations/quote.js';
export type { RegisterDomainInput, RegisterDomainResult } from './operations/register-domain.js';
export type { RenewDomainInput, RenewDomainResult } from './operations/renew-domain.js';
export type { RestoreDomainInput, RestoreDomainResult } from './operations/restore-domain.js';
export type {
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
export type {
  AvailabilityStream,
  StreamAvailabilityInput,
  StreamProgress,
} from './operations/stream-availability.js';
export type { DomainSync } from './operations/sync-domain.js';
export type { TransferDomainInput, TransferDomainResult } from './operations/transfer-domain.js';
export type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCause,
  TransferCheck,
} from './operations/transfers.js';
export type { AccessReport } from './operations/verify-access.js';
export type { DnsRecord, DnsRecordType } from './dns/dns-record.js';
export type { RecordChange, RecordPlan, RecordSelector } from './dns/record-change.js';
export type { RegistrarEvent } from './events/registrar-event.js';
export { panelNeeds, type PanelNeed } from './panels/panel-needs.js';
export { panels, type Panel } from './panels/panel.js';
export { panelStates, type PanelCertainty, type PanelState } from './panels/panel-states.js';
export { toPanelStatus, type PanelStatus } from './panels/to-panel-status.js';
export { journalScopeOf } from './outcome/journal-scope.js';
export { JournalError, type JournalFault } from './outcome/journal-error.js';
export {
  journalMisconfigured,
  journalSettingIssues,
  type JournalSettings,
} from './outcome/journal-settings.js';
export {
  rivalKindsOf,
  subjectOf,
  type OperationHandle,
  type PurchaseHandle,
  type RawCallHandle,
} from './outcome/operation-handle.js';
export type {
  AnotherSending,
  BeginAgainOutcome,
  BeginOutcome,
  GuardReading,
  JournalEntry,
  JournalGuarantees,
  JournalRow,
  JournalState,
  OperationJournal,
  PurchaseEntry,
  PurchaseRow,
  RawCallEntry,
  RawCallRow,
  Settlement,
  SpendLimit,
  TransferBefore,
} from './outcome/operation-journal.js';
export {
  fromStoredRow,
  toStoredState,
  type StoredRow,
  type StoredState,
} from './outcome/stored-row.js';
export {
  proofCases,
  type NotShown,
  type ProofCase,
  type ProofReading,
  type ProofTable,
} from './outcome/proof-cases.js';
export { lostAtOf, repeatableFrom, settleTimeMs } from './outcome/repeat-rule.js';
export { volatileJournal, type VolatileJournalOptions } from './outcome/volatile-journal.js';
export type { QuotaBucket, QuotaLimits, QuotaWindow } from './quota/quota-limits.js';
export {
  quotaSnapshotOf,
  type QuotaBucketState,
  type QuotaSnapshot,
} from './quota/quota-snapshot.js';
export type {
  PastRequest,
  QuotaGrant,
  QuotaKey,
  QuotaRequest,
  QuotaStore,
  QuotaTicket,
} from './quota/quota-store.js';
export type { InputIssue } from './errors/input-issue.js';
export type { DiagnosisRule } from './diagnosis/diagnosis-rule.js';
export { diagnosisRules } from './diagnosis/rules.js';
export { createRegistrars } from './registrars/create-registrars.js';
export { selectRegistrarConfig } from './registrars/select-registrar-config.js';
export type { Registrars, RouteSubject } from './registrars/registrars.js';
export type { RegistrarRoutes, RegistrarsConfig } from './registrars/registrars-config.js';
export type { Route } from './registrars/route-table.js';
export type { RoutedAvailability, SilentRegistrar } from './registrars/check-across.js';
export type { CheapestQuote, QuoteComparison, QuoteRow } from './registrars/compare-quotes.js';
export type { DomainAtRegistrar, DomainLocation } from './registrars/locate-domain.js';
export type { ListedDomain } from './registrars/list-across.js';
export { readTld } from './portable/input-fields.js';
export { PortableRegistrar } from './portable/portable-registrar.js';
export type { RawCallOptions, RawRequest } from './portable/raw-call.js';
export { quoteValue } from './values/quote-value.js';
export { pricedOperations } from './operations/get-prices.js';
