import type { z } from 'zod';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { CallContext } from '../driver/call-context.js';
import type { DriverOperations, RegistrarDriver } from '../driver/registrar-driver.js';
import { ZoneTurns } from '../dns/zone-turns.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { ProviderError } from '../errors/provider-error.js';
import { UnsupportedOperationError } from '../errors/unsupported-operation-error.js';
import type { CallOptions, Lane } from '../operations/call-options.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { OperationName } from '../operations/operation-map.js';
import type { DryRunResult } from '../operations/paid-result.js';
import { AccountJournal } from '../outcome/account-journal.js';
import { OperationStates } from '../outcome/operation-states.js';
import type { PricedOrder } from '../outcome/price-agreement.js';
import type { Purchase } from '../outcome/purchase.js';
import type { ResultOf } from '../outcome/purchase-result.js';
import { PurchaseRunner } from '../outcome/purchase-runner.js';
import { RawCallRunner } from '../outcome/raw-call-runner.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import { AccountChanges } from './account-changes.js';
import { AvailabilityDesk } from './availability-desk.js';
import { CallRunner, type CallPlan } from './call-runner.js';
import { mostYears } from './input-fields.js';
import { parseInput } from './parse-input.js';
import { ReadingCache, type Reading } from './reading-cache.js';
import { ReadsInFlight } from './reads-in-flight.js';

/** Milliseconds for a call where the caller names none. */
export const defaultTimeoutMs = 60_000;
const paidTimeoutMs = 180_000;

type KeptOperation = 'listTlds' | 'getPrices' | 'getTldRequirements';

/** What each operation's function works with: the driver, and the ways to call it. */
export class PortableContext {
  readonly driver: RegistrarDriver;
  readonly calls: CallRunner;
  readonly purchases: PurchaseRunner;
  /** How orders on record stand. */
  readonly states: OperationStates;
  readonly rawCalls: RawCallRunner;
  /** Whoever writes to a zone takes a turn. */
  readonly zones: ZoneTurns;
  /** Where names of several callers are packed into one request. */
  readonly names = new AvailabilityDesk();
  readonly #inFlight: ReadsInFlight;
  readonly #cache: ReadingCache;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime) {
    this.driver = driver;
    this.calls = new CallRunner(driver, runtime);
    this.#inFlight = new ReadsInFlight(new AccountChanges(driver.scope));
    this.#cache = new ReadingCache(this.calls.clock);
    const { clock } = this.calls;
    const journal =
      runtime.journal && new AccountJournal(runtime.journal, driver.scope, runtime.logger);
    this.purchases = new PurchaseRunner(driver, journal, clock);
    this.states = new OperationStates(driver, journal, clock);
    this.rawCalls = new RawCallRunner(driver, journal, clock);
    this.zones = new ZoneTurns(driver.scope, runtime, this.calls.clock);
  }

  /** Runs a call that changes nothing. */
  read<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    domain?: string,
  ): Promise<Result> {
    const subject = domain === undefined ? {} : { domain };
    return this.calls.run(
      { operation, options, retry: 'read', defaultTimeoutMs, ...subject },
      work,
    );
  }

  /** Runs a read about one domain, or the account; identical ones that are under way at the same time are made once. */
  readShared<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    domain?: string,
  ): Promise<Result> {
    const key = `${operation} ${domain ?? ''}`;
    return this.read(operation, options, (call) => this.#inFlight.read(key, call, work), domain);
  }

  /** Runs a read whose answer may be one that was kept from an earlier call. */
  readKept<Result>(
    operation: KeptOperation,
    key: string,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Reading<Result>> {
    return this.read(operation, options, async (call) => {
      const { value, readAt } = await this.kept(operation, key, options, call, work);
      // A copy, since what a caller does to an answer must not show in the next one, which may be another customer's.
      return { value: structuredClone(value), readAt };
    });
  }

  /** The same within a call that already runs. */
  kept<Result>(
    operation: KeptOperation,
    key: string,
    options: CallOptions | undefined,
    call: CallContext,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Reading<Result>> {
    const capability = this.driver.capabilities[operation];
    const keptMs = capability.support === 'unsupported' ? undefined : capability.keptMs;
    const maxAgeMs = options?.maxAgeMs ?? keptMs ?? 0;
    return this.#cache.read(`${operation} ${key}`, maxAgeMs, () => work(call));
  }

  /** Runs a read of many requests: each has a deadline of its own, the whole has one only where the caller sets it. */
  readAtLength<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    about: { readonly domain?: string | undefined; readonly defaultLane?: Lane } = {},
  ): Promise<Result> {
    const { domain, ...lane } = about;
    const subject = domain === undefined ? {} : { domain };
    return this.calls.run(
      { operation, options, retry: 'read', defaultTimeoutMs: undefined, ...subject, ...lane },
      work,
    );
  }

  /** Runs a read that competes with no customer unless the caller says so. */
  readInBulk<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    domain?: string,
  ): Promise<Result> {
    const subject = domain === undefined ? {} : { domain };
    return this.calls.run(
      { operation, options, retry: 'read', defaultTimeoutMs, defaultLane: 'bulk', ...subject },
      work,
    );
  }

  /** Runs a call that changes something and costs nothing. */
  write<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    domain: string,
    timeoutMs = defaultTimeoutMs,
  ): Promise<Result> {
    const plan = { operation, options, retry: 'never', domain } as const;
    return this.#change({ ...plan, defaultTimeoutMs: timeoutMs }, work);
  }

  /** Runs a purchase. */
  purchase<Kind extends PricedOperation>(
    purchase: Purchase<Kind>,
  ): Promise<ResultOf[Kind] | DryRunResult> {
    const { order, options } = purchase;
    const { operation, domain } = order;
    const plan = {
      operation,
      domain,
      options,
      accepts: 'purchase',
      // All but one request of a purchase reads; what the one may have done is the runner's to say.
      retry: 'read',
      defaultTimeoutMs: paidTimeoutMs,
    } as const;
    // The runner builds the result by the kind of the order.
    return this.#change(plan, (call) => this.purchases.run(purchase, call)) as Promise<
      ResultOf[Kind] | DryRunResult
    >;
  }

  /** Runs a call of the vendor that the contract knows nothing of. */
  raw<Result>(
    effect: 'read' | 'write' | 'charge',
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    const plan = {
      operation: 'raw',
      options,
      accepts: 'raw',
      // As for purchases: whether money may have moved is the runner's to say.
      retry: effect === 'write' ? 'never' : 'read',
      defaultTimeoutMs: effect === 'charge' ? paidTimeoutMs : defaultTimeoutMs,
    } as const;
    return this.#change(plan, work);
  }

  /** Whoever reads after a change must not be served by a read that began before it. */
  async #change<Result>(
    plan: CallPlan,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    this.#inFlight.forget();
    try {
      return await this.calls.run(plan, work);
    } finally {
      this.#inFlight.forget();
    }
  }

  /** The driver's function for an operation. @throws UnsupportedOperationError with the capability table's reason. */
  method<Operation extends keyof DriverOperations>(
    operation: Operation,
    domain?: string,
  ): DriverOperations[Operation] {
    this.assertOffered(operation, domain);
    const methods: Partial<DriverOperations> = this.driver;
    const method = methods[operation];
    if (method === undefined) {
      const detail = `the adapter marks ${operation} as possible but has no method for it; this is a fault of the adapter`;
      throw new ProviderError({ ...this.calls.originOf(operation, domain), detail });
    }
    return method.bind(this.driver) as DriverOperations[Operation];
  }

  assertOffered(operation: OperationName, domain?: string): void {
    const capability = this.driver.capabilities[operation];
    if (capability.support !== 'unsupported') return;
    const { reason, alternative } = capability;
    throw new UnsupportedOperationError({
      ...this.calls.originOf(operation, domain),
      reason,
      alternative,
    });
  }

  /**
   * Reads the input of an operation, once it is known that the provider offers it at all.
   *
   * @throws UnsupportedOperationError, or InvalidInputError that lists every fault at once
   */
  parse<Schema extends z.ZodType>(
    operation: OperationName,
    schema: Schema,
    input: unknown,
  ): z.output<Schema> {
    const origin = this.originFor(operation, input);
    this.assertOffered(operation, origin.domain);
    return parseInput(schema, input, origin);
  }

  /** Where an error belongs that arises while the input is parsed; the domain is named when it can be read. */
  originFor(operation: OperationName, input: unknown): ErrorOrigin {
    const domain = domainOf(input);
    const reading = typeof domain === 'string' ? readDomainName(domain) : undefined;
    return this.calls.originOf(operation, reading?.ok === true ? reading.domain : undefined);
  }

  order<Kind extends PricedOperation>(
    operation: Kind,
    domain: DomainName,
    years: number,
  ): PricedOrder & { readonly operation: Kind } {
    const { provider, environment } = this.driver;
    return { provider, environment, operation, domain, years };
  }

  /** How many years can be bought at once. A transfer and a restore hold one. */
  maxYears(operation: PricedOperation): number {
    if (operation === 'transferDomain' || operation === 'restoreDomain') return 1;
    const capability = this.driver.capabilities[operation];
    return capability.support === 'unsupported' ? mostYears : capability.maxYears;
  }

  get nameserverLimits(): { readonly minNameservers: number; readonly maxNameservers: number } {
    const capability = this.driver.capabilities.setNameservers;
    return capability.support === 'unsupported'
      ? { minNameservers: 2, maxNameservers: 13 }
      : capability;
  }
}

/** What an input names as its domain: itself, or the operation or plan that it hands back. */
function domainOf(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return undefined;
  try {
    const { domain, operation, plan } = input as Record<string, unknown>;
    const inner = operation ?? plan;
    return typeof inner === 'object' && inner !== null
      ? (inner as { domain?: unknown }).domain
      : domain;
  } catch {
    // A field that throws when it is read is told when the input is parsed.
    return undefined;
  }
}
