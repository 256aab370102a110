import {
  money,
  PortableRegistrar,
  volatileJournal,
  type CapabilityTable,
  type Environment,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { RegistryWorld } from '../world/registry-world.js';
import type { DomainSeed, WorldDomain } from '../world/world-domain.js';
import { fakeCapabilities } from './fake-capabilities.js';
import type { FakeCall } from './fake-call.js';
import { createFakeDriver } from './fake-driver.js';
import type { FakeGate, PlannedError } from './fake-gate.js';
import type { DriverOperation } from './fake-operation.js';

/** What a {@link FakeRegistrar} works with; everything has a default. */
export interface FakeRegistrarOptions {
  /** @defaultValue a new world with demoTlds, demoNames and the account */
  readonly world?: RegistryWorld;
  /** An account of the world. @defaultValue its first one; where it has none, `fake-account` with 1,000 USD is added */
  readonly account?: string;
  /** What it offers, such as an adapter's own table; the rest is refused with the table's reason. @defaultValue fakeCapabilities */
  readonly capabilities?: CapabilityTable;
  /** @defaultValue 'test' */
  readonly environment?: Environment;
  /** @defaultValue the world's clock, and `volatileJournal()`: money here is play money, so forgetting costs nothing */
  readonly runtime?: RegistrarRuntime;
}

/** A domain to put there; the account is the registrar's own where none is named. */
export type FakeSeed = Omit<DomainSeed, 'account'> & Partial<Pick<DomainSeed, 'account'>>;

/**
 * A whole registrar in memory, for the tests of code that uses this library.
 *
 * It is the real {@link PortableRegistrar} over a {@link RegistryWorld} instead of a vendor: input is parsed, prices are
 * guarded and purchases journaled as in production, and money is exact. Look at `world` for what really happened: its ledger,
 * its balances, its domains. Faults are planned with `world.faults` or {@link FakeRegistrar.failNext}.
 *
 * What takes days goes on when a test says so: a transfer ends with `world.transfers.complete` or `fail`, a domain expires when
 * the clock of the world is moved. A domain on its way here is shown as `transfer_in`, with nothing but its name.
 */
export class FakeRegistrar extends PortableRegistrar {
  readonly world: RegistryWorld;
  /** The account that it works for. */
  readonly account: string;
  readonly #gate: FakeGate;

  constructor(options: FakeRegistrarOptions = {}) {
    const { world = new RegistryWorld(), environment = 'test' } = options;
    const account = accountOf(world, options.account);
    const capabilities = options.capabilities ?? fakeCapabilities;
    const driver = createFakeDriver({ world, account, capabilities, environment });
    const { clock } = world;
    super(driver, {
      clock,
      journal: volatileJournal({ now: () => clock.now() }),
      ...options.runtime,
    });
    this.world = world;
    this.account = account;
    this.#gate = driver.gate;
  }

  /** What has reached the registrar, the oldest first. Copied, so that it stays as it was. */
  get calls(): readonly FakeCall[] {
    return [...this.#gate.calls];
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

  /** Lets the next request of this kind fail, before anything is done. Several calls queue up. */
  failNext(operation: DriverOperation, error: PlannedError): void {
    this.#gate.failNext(operation, error);
  }
}

function accountOf(world: RegistryWorld, wanted: string | undefined): string {
  if (wanted !== undefined) {
    if (world.account(wanted) === undefined)
      throw new Error(`the world has no account "${wanted}"; add it with world.addAccount`);
    return wanted;
  }
  const first = world.accounts()[0];
  if (first !== undefined) return first.id;
  return world.addAccount({ id: 'fake-account', balances: [money('1000.00', 'USD')] }).id;
}
