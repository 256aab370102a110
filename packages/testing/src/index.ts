export { aContact, aContactSet } from './builders/a-contact.js';
export { aDomain, aDomainSummary, aDomainSync } from './builders/a-domain.js';
export { aPriceList, aTldPrice } from './builders/a-price-list.js';
export { aBalance, aQuote } from './builders/a-quote.js';
export { aRegistrarError, type ErrorFields, type ErrorOf } from './builders/a-registrar-error.js';
export { aTransfer } from './builders/a-transfer.js';
export { anAvailability } from './builders/an-availability.js';
export { anOperation } from './builders/an-operation.js';
export { aRegistration, aRenewal, aTransferOrder } from './builders/paid-results.js';
export type { Departure, Unbranded } from './builders/unbranded.js';
export { ManualClock } from './clock/manual-clock.js';
export { MovableClock } from './clock/movable-clock.js';
export type { TestClock } from './clock/test-clock.js';
export type { TimeSpan } from './clock/time-span.js';
export { demoNames } from './demo/demo-names.js';
export { demoTlds } from './demo/demo-tlds.js';
export {
  createDemoWorld,
  demoAccounts,
  demoForeignDomains,
  type DemoWorldOptions,
} from './demo/demo-world.js';
export { fakeCapabilities } from './fake/fake-capabilities.js';
export type { FakeCall } from './fake/fake-call.js';
export type { PlannedError } from './fake/fake-gate.js';
export type { DriverOperation } from './fake/fake-operation.js';
export {
  FakeRegistrar,
  type FakeConnection,
  type FakeRegistrarOptions,
  type FakeSeed,
} from './fake/fake-registrar.js';
export {
  planNames,
  type PlanArguments,
  type PlanEntry,
  type PlanName,
  type PlanOptions,
  type PlanOptionsOf,
} from './plan/plan-options.js';
export { fakeProvider, type Connectable, type FakeBackend } from './provider/fake-provider.js';
export { simulatorHeader } from './simulator/answer-of.js';
export {
  answerUnderFaults,
  type FaultForms,
  type FaultSubject,
  type VendorRefusals,
} from './simulator/answer-under-faults.js';
export {
  mountSimulator,
  type MountedSimulator,
  type MountOptions,
} from './simulator/mount-simulator.js';
export type {
  NockInterceptor,
  NockPort,
  NockReply,
  NockReplyContext,
  NockScope,
} from './simulator/nock-port.js';
export type { RegistrarSimulator } from './simulator/registrar-simulator.js';
export {
  serveSimulator,
  type ServedSimulator,
  type ServeOptions,
} from './simulator/serve-simulator.js';
export {
  SimulatedQuota,
  type QuotaVerdict,
  type SimulatedQuotaOptions,
} from './simulator/simulated-quota.js';
export { signingAccount } from './simulator/signing-account.js';
export { simulatedWindows, type SimulatorQuota } from './simulator/simulator-quota.js';
export type { SimulatorRequest } from './simulator/simulator-request.js';
export type { SimulatorHeaders, SimulatorResponse } from './simulator/simulator-response.js';
export type { StubAnswer, StubAnswers, StubParameters, StubResult } from './stub/stub-answers.js';
export {
  stubRegistrar,
  type StubCall,
  type StubOptions,
  type StubRegistrar,
} from './stub/stub-registrar.js';
export { amountIn, dollarsAndLira } from './world/amounts.js';
export { FaultPlan, type FaultQuestion } from './world/fault-plan.js';
export type { LedgerEntry, LedgerFilter } from './world/ledger.js';
export { RegistryWorld, type RegistryWorldOptions } from './world/registry-world.js';
export type {
  AccountChange,
  NewWorldAccount,
  WorldAccount,
  WorldKeys,
} from './world/world-account.js';
export type {
  DomainOrder,
  DomainPage,
  DomainPaging,
  DomainSeed,
  VerificationStatus,
  WorldDomain,
} from './world/world-domain.js';
export { faultNames, type FaultName, type WorldFault } from './world/world-fault.js';
export { surpriseNames, type SurpriseName, type WorldSurprise } from './world/world-surprise.js';
export type { Struck, Surprises } from './world/surprises.js';
export type { Occasion, OccasionQuestion } from './world/schedule.js';
export type { EarlyAccessName, PremiumName, WorldNames } from './world/world-names.js';
export type {
  WorldAvailability,
  WorldPrice,
  WorldPriceRequest,
  WorldReceipt,
  WorldRegistration,
  WorldRenewal,
  WorldRenewalReceipt,
  WorldRestore,
} from './world/world-orders.js';
export {
  isWorldRefusal,
  WorldRefusal,
  type RefusalKind,
  type RefusalReason,
} from './world/world-refusal.js';
export type { WorldSnapshot } from './world/world-snapshot.js';
export type {
  Amounts,
  WorldLifecycle,
  WorldPrices,
  WorldTld,
  WorldTldAttribute,
} from './world/world-tld.js';
export type {
  ForeignDomain,
  ForeignDomainSeed,
  TransferObstacle,
  TransferOrder,
  TransferPage,
  TransferPaging,
  TransferStage,
  WorldTransfer,
  WorldTransferCheck,
  WorldTransferOrder,
  WorldTransferQuestion,
  WorldTransferReceipt,
} from './world/world-transfer.js';
export type {
  NewWorldRecord,
  RecordData,
  WorldRecord,
  WorldZone,
  ZoneEdit,
  ZoneSettings,
  ZoneWriting,
} from './world/world-zone.js';
export type { Forwards } from './world/forwards.js';
export type { GlueHosts } from './world/glue-hosts.js';
export type { TransferEnding, TransfersIn } from './world/transfers-in.js';
export type { TransfersOut } from './world/transfers-out.js';
export type { WorldUrlForward } from './world/world-forwards.js';
export type { Zones } from './world/zones.js';
