import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { CallContext } from '../driver/call-context.js';
import type { DriverOperations, RegistrarDriver } from '../driver/registrar-driver.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { ProviderError } from '../errors/provider-error.js';
import { UnsupportedOperationError } from '../errors/unsupported-operation-error.js';
import type { CallOptions } from '../operations/call-options.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { OperationName } from '../operations/operation-map.js';
import type { DryRunResult } from '../operations/paid-result.js';
import type { PricedOrder } from '../outcome/price-agreement.js';
import type { Purchase } from '../outcome/purchase.js';
import type { PurchaseResult } from '../outcome/purchase-result.js';
import { PurchaseRunner } from '../outcome/purchase-runner.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import { CallRunner } from './call-runner.js';

const defaultTimeoutMs = 60_000;
const paidTimeoutMs = 180_000;

/** What each operation's function works with: the driver, and the ways to call it. */
export class PortableContext {
  readonly driver: RegistrarDriver;
  readonly calls: CallRunner;
  readonly purchases: PurchaseRunner;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime) {
    this.driver = driver;
    this.calls = new CallRunner(driver, runtime);
    this.purchases = new PurchaseRunner(driver, runtime, this.calls.clock);
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

  /** Runs a read of many requests: each has a deadline of its own, the whole has one only where the caller sets it. */
  readAtLength<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    return this.calls.run({ operation, options, retry: 'read', defaultTimeoutMs: undefined }, work);
  }

  /** Runs a call that changes something and costs nothing. */
  write<Result>(
    operation: OperationName,
    options: CallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
    domain: string,
  ): Promise<Result> {
    return this.calls.run({ operation, options, retry: 'never', defaultTimeoutMs, domain }, work);
  }

  /** Runs a purchase. */
  purchase(purchase: Purchase): Promise<PurchaseResult | DryRunResult> {
    const { order, options } = purchase;
    const { operation, domain } = order;
    const plan = {
      operation,
      domain,
      options,
      paid: true,
      // All but one request of a purchase reads; what the one may have done is the runner's to say.
      retry: 'read',
      defaultTimeoutMs: paidTimeoutMs,
    } as const;
    return this.calls.run(plan, (call) => this.purchases.run(purchase, call));
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

  /** Where an error belongs that arises while the input is parsed; the domain is named when it can be read. */
  originFor(operation: OperationName, input: unknown): ErrorOrigin {
    const domain = domainOf(input);
    const reading = typeof domain === 'string' ? readDomainName(domain) : undefined;
    return this.calls.originOf(operation, reading?.ok === true ? reading.domain : undefined);
  }

  order(operation: PricedOperation, domain: DomainName, years: number): PricedOrder {
    const { provider, environment } = this.driver;
    return { provider, environment, operation, domain, years };
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
