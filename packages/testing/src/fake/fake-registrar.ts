import {
  money,
  PortableRegistrar,
  type CapabilityTable,
  type Environment,
  type ErrorCode,
  type Money,
  type OperationName,
  type Registrar,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import type { ErrorFields } from '../builders/a-registrar-error.js';
import { isTestClock } from '../clock/test-clock.js';
import type { TimeSpan } from '../clock/time-span.js';
import { planEvent, unstruckEvents } from '../plan/plan-event.js';
import type { PlanArguments, PlanName } from '../plan/plan-options.js';
import type { LedgerEntry } from '../world/ledger.js';
import { RegistryWorld } from '../world/registry-world.js';
import type { DomainSeed, WorldDomain } from '../world/world-domain.js';
import type { WorldSnapshot } from '../world/world-snapshot.js';
import { fakeCapabilities } from './fake-capabilities.js';
import type { FakeCall } from './fake-call.js';
import { createFakeDriver } from './fake-driver.js';
import { FakeGate, type PlannedError } from './fake-gate.js';
import type { DriverOperation } from './fake-operation.js';
import { forgetfulJournal, type ForgetfulJournal } from './forgetful-journal.js';
import { plannedError } from './planned-error.js';
import { SessionClock } from './session-clock.js';

/** What a {@link FakeRegistrar} works with; everything has a default. */
export interface FakeRegistrarOptions {
  /** @defaultValue a new world with demoTlds, demoNames and the account */
  readonly world?: RegistryWorld;
  /** An account of the world; in a new one it is added. @defaultValue the first one; where there is none, `fake-account` is added */
  readonly account?: string;
  /** What the account holds that is added. @defaultValue 1,000 USD */
  readonly balance?: Money;
  /** What it calls itself, in errors, events and the journal. @defaultValue 'fake' */
  readonly provider?: string;
  /** What it offers, such as an adapter's own table; the rest is refused with the table's reason. @defaultValue fakeCapabilities */
  readonly capabilities?: CapabilityTable;
  /** @defaultValue 'test' */
  readonly environment?: Environment;
  /** @defaultValue the world's clock, and `volatileJournal()`: money here is play money, so forgetting costs nothing */
  readonly runtime?: RegistrarRuntime;
}

/** How a panel reaches the registrar; what is left out is as for the {@link FakeRegistrar} itself. */
export interface FakeConnection extends Pick<
  FakeRegistrarOptions,
  'provider' | 'capabilities' | 'environment'
> {
  /**
   * What the account is known by in `scope`, and so in the journal, for programs that hold several.
   * @defaultValue its id in the world
   */
  readonly accountName?: string;
  /** As it is: without a journal in it, paid operations are refused as in production. @defaultValue only the world's clock */
  readonly runtime?: RegistrarRuntime;
}

/** A domain to put there; the account is the registrar's own where none is named. */
export type FakeSeed = Omit<DomainSeed, 'account'> & Partial<Pick<DomainSeed, 'account'>>;

/** What all registrars of one fake share. */
interface FakeHouse {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly gate: FakeGate;
  readonly clock: SessionClock;
}

/**
 * A whole registrar in memory, for the tests of code that uses this library.
 *
 * It is the real {@link PortableRegistrar} over a {@link RegistryWorld} instead of a vendor: input is parsed, prices are
 * guarded and purchases journaled as in production, and money is exact. Look at `ledger`, `balance` and `world` for what really
 * happened. Let things go wrong with {@link FakeRegistrar.plan} and {@link FakeRegistrar.failNext}.
 *
 * What takes days goes on when a test says so: a transfer ends with `world.transfers.complete` or `fail`, a domain expires with
 * {@link FakeRegistrar.advanceTime}. A domain on its way here is shown as `transfer_in`, with nothing but its name.
 */
export class FakeRegistrar extends PortableRegistrar {
  readonly world: RegistryWorld;
  /** The account that it works for. */
  readonly account: string;
  readonly #house: FakeHouse;
  readonly #journal: ForgetfulJournal;
  readonly #start: WorldSnapshot;
  readonly #startedAfterMs: number;

  constructor(options: FakeRegistrarOptions = {}) {
    const { world = new RegistryWorld(), provider = 'fake', environment = 'test' } = options;
    const account = accountOf(world, options);
    const capabilities = options.capabilities ?? fakeCapabilities;
    const clock = new SessionClock(world.clock);
    const forgetful = forgetfulJournal(() => clock.now());
    const house = { world, account, gate: new FakeGate(world, account), clock };
    super(createFakeDriver({ ...house, provider, capabilities, environment }), {
      clock,
      journal: forgetful.journal,
      ...options.runtime,
    });
    this.world = world;
    this.account = account;
    this.#house = house;
    this.#journal = forgetful;
    this.#start = world.toJSON();
    this.#startedAfterMs = isTestClock(world.clock) ? world.clock.advancedMs : 0;
  }

  /** What has reached the registrar, the oldest first. Copied, so that it stays as it was. */
  get calls(): readonly FakeCall[] {
    return [...this.#house.gate.calls];
  }

  /** The calls of one operation, their input typed by it. */
  callsOf<Operation extends DriverOperation>(
    operation: Operation,
  ): readonly Extract<FakeCall, { readonly operation: Operation }>[] {
    return this.calls.filter(
      (call): call is Extract<FakeCall, { readonly operation: Operation }> =>
        call.operation === operation,
    );
  }

  /** What the account paid for, the oldest first: what was really bought, whatever the answers said. */
  get ledger(): readonly LedgerEntry[] {
    return this.world.ledger({ account: this.account });
  }

  /** What the account holds, in the currency in which it pays; `world.balanceOf` has the others. */
  get balance(): Money {
    return this.world.balanceOf(this.account)[0] ?? money('0.00', 'USD');
  }

  /** Puts domains into the account (or another), as if they had long been there. Nothing is charged. */
  seed(...domains: readonly (string | FakeSeed)[]): readonly WorldDomain[] {
    return domains.map((domain) =>
      this.world.putDomain({
        account: this.account,
        ...(typeof domain === 'string' ? { domain } : domain),
      }),
    );
  }

  /**
   * Plans something by name: what goes wrong with a request, or what awaits an order. It strikes the next request or order that
   * fits, once, unless the options say otherwise.
   *
   * @throws Error for a name that does not exist, with those that do
   */
  plan<Name extends PlanName>(name: Name, ...[options]: PlanArguments<Name>): void {
    planEvent(this.world, name, options);
  }

  /**
   * Lets the next request of this kind fail, before anything is done. Several calls queue up.
   *
   * @param error - a code, with `fields` for what the error is to say; an error; or how to make one
   */
  failNext(operation: OperationName, error: PlannedError): void;
  failNext<Code extends ErrorCode>(
    operation: OperationName,
    code: Code,
    fields?: ErrorFields<Code>,
  ): void;
  failNext<Code extends ErrorCode>(
    operation: OperationName,
    error: PlannedError | Code,
    fields?: ErrorFields<Code>,
  ): void {
    this.#house.gate.failNext(operation, plannedError(error, fields));
  }

  /** What was planned and has met no request yet, in words; a test that ends with some proves less than it seems to. */
  get unmet(): readonly string[] {
    const failures = this.#house.gate.unmet.map((operation) => `failNext (${operation})`);
    return [...unstruckEvents(this.world), ...failures];
  }

  /**
   * Moves time on, for the world and for whoever waits: domains expire, quotes lapse, pauses end.
   *
   * @throws Error when the world was made with a clock that cannot be moved
   */
  advanceTime(span: TimeSpan): Promise<void> {
    return this.world.advanceTime(span);
  }

  /**
   * Goes back to how everything was when it was made: the world with its money, domains and time; calls, plans and recorded
   * orders are forgotten. A journal that was passed in is its owner's.
   */
  reset(): void {
    const { world, gate, clock } = this.#house;
    if (isTestClock(world.clock)) world.clock.rewindTo(this.#startedAfterMs);
    world.rewind(this.#start);
    gate.forget();
    clock.startAnew();
    this.#journal.forget();
  }

  /** Another registrar over the same world, account and levers, as `createRegistrar` makes them; see `fakeProvider`. */
  connect(connection: FakeConnection = {}): Registrar {
    const { runtime, ...identity } = { ...this.#own, ...connection };
    const driver = createFakeDriver({ ...this.#house, ...identity });
    return new PortableRegistrar(driver, { clock: this.#house.clock, ...runtime });
  }

  get #own(): Required<Pick<FakeConnection, 'provider' | 'capabilities' | 'environment'>> {
    const { provider, environment, capabilities } = this;
    return { provider, environment, capabilities };
  }
}

function accountOf(
  world: RegistryWorld,
  { world: given, account: wanted, balance }: FakeRegistrarOptions,
): string {
  const found = wanted === undefined ? world.accounts()[0]?.id : world.account(wanted)?.id;
  if (found === undefined && wanted !== undefined && given !== undefined)
    throw new Error(`the world has no account "${wanted}"; add it with world.addAccount`);
  if (found === undefined) {
    const balances = [balance ?? money('1000.00', 'USD')];
    return world.addAccount({ id: wanted ?? 'fake-account', balances }).id;
  }
  if (balance === undefined) return found;
  throw new Error(`the account "${found}" has a balance; change it with world.deposit`);
}
