import type {
  CapabilityTable,
  Money,
  OperationName,
  PricedOperation,
  Registrar,
  RegistrarRuntime,
} from '@registrar-kit/core';
import type { Situations } from './situation.js';

/** An order that was really executed and charged, whatever the answer said. */
export interface ExecutedPurchase {
  readonly operation: PricedOperation;
  /** In A-label form. */
  readonly domain: string;
  /** What was taken from the account. */
  readonly amount: Money;
}

/** A failure that was to strike a request, and that none has met. */
export interface UnstruckFailure {
  readonly fault: string;
  /** What the request was to serve. Absent: anything. */
  readonly operation?: OperationName | readonly OperationName[];
  /** Absent: any. */
  readonly domain?: string;
}

/**
 * One registrar with one account, for one scenario: the vendor's simulator in a fresh world, or the like. A scenario may connect
 * to it several times, as several processes of a panel would.
 */
export interface RegistrarSubject {
  /**
   * Makes a registrar for the account. `runtime` must reach it whole: the suite reads its events and its journal, and passes
   * `random: () => 0` so that nobody waits between attempts.
   */
  connect(runtime: RegistrarRuntime): Registrar | Promise<Registrar>;
  /** How many requests have reached the vendor so far. A registrar without a wire counts calls of its driver. */
  requests(): number;
  /** Everything that was bought so far, the oldest first: the judge in every scenario about money. */
  purchases(): readonly ExecutedPurchase[] | Promise<readonly ExecutedPurchase[]>;
  /**
   * The failures that were planned and have met no request so far: `world.faults.unstruck()` over a world. A scenario that brings
   * one about fails then, since it proved nothing. Left out by harnesses that do not count them.
   */
  unstruck?(): readonly UnstruckFailure[];
  /** Frees whatever `open` took. Should throw when the simulator itself failed, since the scenario then proved something else. */
  close(): Promise<void>;
}

/**
 * What the author of an adapter supplies to {@link registrarContract}.
 *
 * With a simulator over a `RegistryWorld` there is little to write: {@link simulatorHarness} makes all of it, and
 * `worldSituations` and `faultSituations` bring most situations about.
 */
export interface RegistrarHarness<Subject extends RegistrarSubject = RegistrarSubject> {
  /** The adapter's table: what a registrar must state, and keep to. */
  readonly capabilities: CapabilityTable;
  /**
   * Credentials that `connect` uses: API keys, passwords. They must turn up in no error, event, result or journal row, so make
   * them stand out, with CANARY in them where the vendor's format permits it.
   */
  readonly secrets: readonly [string, ...string[]];
  /** Whether `registrar.simulated` must be true once something has been read. @defaultValue true */
  readonly simulated?: boolean;
  /** A fresh subject, with an account that can pay for some orders (1,000 USD will do) and holds no open order. */
  open(): Subject | Promise<Subject>;
  /** How to bring about what scenarios are about; a situation that is impossible says why. */
  readonly situations: Situations<Subject>;
}
