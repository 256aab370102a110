export { aJournalEntry, type JournalEntryWish } from './journal/a-journal-entry.js';
export type { ContractRunner } from './contract-runner.js';
export { journalContract } from './journal/journal-contract.js';
export type { JournalHarness, JournalOpening, JournalStore } from './journal/journal-harness.js';
export { faultSituations, type FaultSituation } from './registrar/fault-situations.js';
export { registrarContract } from './registrar/registrar-contract.js';
export type {
  ExecutedPurchase,
  RegistrarHarness,
  RegistrarSubject,
  UnstruckFailure,
} from './registrar/registrar-harness.js';
export {
  simulatorHarness,
  type SimulatedSubject,
  type SimulatorHarnessOptions,
} from './registrar/simulator-harness.js';
export type {
  BringAbout,
  DomainFacts,
  EssentialSituation,
  FailureWish,
  ImpossibleSituation,
  LabelWish,
  Situation,
  SituationMap,
  Situations,
} from './registrar/situation.js';
export { worldSituations, type WorldSituation } from './registrar/world-situations.js';
export { purchasesIn, type WorldSubject } from './registrar/world-subject.js';
export { quotaStoreContract } from './quota-store/quota-store-contract.js';
export type { QuotaStoreHarness, QuotaStoreSubject } from './quota-store/quota-store-harness.js';
