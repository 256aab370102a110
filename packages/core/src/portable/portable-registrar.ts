import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { CapabilityTable } from '../driver/capabilities.js';
import type { AccountScope, RegistrarDriver } from '../driver/registrar-driver.js';
import { UnsupportedOperationError } from '../errors/unsupported-operation-error.js';
import type { CallOptions, PaidCallOptions } from '../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../operations/check-availability.js';
import type { DomainInput } from '../operations/domain-input.js';
import type { Balance } from '../operations/get-balance.js';
import type { GetCapabilitiesInput } from '../operations/get-capabilities.js';
import type { Domain } from '../operations/get-domain.js';
import type { GetPricesInput, PriceList } from '../operations/get-prices.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { Tld } from '../operations/list-tlds.js';
import type { NameserverSet, SetNameserversInput } from '../operations/nameservers.js';
import type { OperationName } from '../operations/operation-map.js';
import type { OperationInput, OperationState } from '../operations/outcome-operations.js';
import type { DryRunResult } from '../operations/paid-result.js';
import type { PagedList } from '../operations/paging.js';
import type { Quote, QuoteInput } from '../operations/quote.js';
import type { RegisterDomainInput, RegisterDomainResult } from '../operations/register-domain.js';
import type { RenewDomainInput, RenewDomainResult } from '../operations/renew-domain.js';
import type { AccessReport } from '../operations/verify-access.js';
import type { Registrar } from '../registrar.js';
import type { Environment } from '../values/environment.js';
import { checkAvailability } from './operations/check-availability.js';
import { getCapabilities } from './operations/get-capabilities.js';
import { getDomain } from './operations/get-domain.js';
import { getPrices } from './operations/get-prices.js';
import { listDomains, listTlds } from './operations/lists.js';
import { getNameservers, setNameservers } from './operations/nameservers.js';
import { getOperation, reconcileOperation } from './operations/outcome.js';
import { quote } from './operations/quote.js';
import { registerDomain } from './operations/register-domain.js';
import { renewDomain } from './operations/renew-domain.js';
import { PortableContext } from './portable-context.js';
import { UnbuiltOperations } from './unbuilt-operations.js';

/**
 * Turns a driver into a {@link Registrar}: everything that must be the same for every provider is done here, once. Input is
 * parsed, capabilities are checked, deadlines kept, batches made, purchases guarded and journaled, events sent.
 */
export class PortableRegistrar extends UnbuiltOperations implements Registrar {
  readonly #context: PortableContext;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime = {}) {
    super();
    this.#context = new PortableContext(driver, runtime);
  }

  get provider(): string {
    return this.#context.driver.provider;
  }

  get environment(): Environment {
    return this.#context.driver.environment;
  }

  get scope(): AccountScope {
    return this.#context.driver.scope;
  }

  get capabilities(): CapabilityTable {
    return this.#context.driver.capabilities;
  }

  get simulated(): boolean {
    return this.#context.driver.simulated;
  }

  async verifyAccess(options?: CallOptions): Promise<AccessReport> {
    const verifyAccess = this.#context.method('verifyAccess');
    const report = await this.#context.read('verifyAccess', options, (call) => verifyAccess(call));
    return { ...report, environment: this.environment };
  }

  async getBalance(options?: CallOptions): Promise<Balance> {
    const getBalance = this.#context.method('getBalance');
    return this.#context.read('getBalance', options, (call) => getBalance(call));
  }

  getCapabilities(
    input: GetCapabilitiesInput = {},
    options?: CallOptions,
  ): Promise<CapabilityTable> {
    return getCapabilities(this.#context, input, options);
  }

  listTlds(options?: CallOptions): PagedList<Tld> {
    return listTlds(this.#context, options);
  }

  getPrices(input: GetPricesInput = {}, options?: CallOptions): Promise<PriceList> {
    return getPrices(this.#context, input, options);
  }

  checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly Availability[]> {
    return checkAvailability(this.#context, input, options);
  }

  quote(input: QuoteInput, options?: CallOptions): Promise<Quote> {
    return quote(this.#context, input, options);
  }

  registerDomain(
    input: RegisterDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RegisterDomainResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult> {
    return registerDomain(this.#context, input, options);
  }

  renewDomain(
    input: RenewDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RenewDomainResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult> {
    return renewDomain(this.#context, input, options);
  }

  getOperation(input: OperationInput, options?: CallOptions): Promise<OperationState> {
    return getOperation(this.#context, input, options);
  }

  reconcileOperation(input: OperationInput, options?: CallOptions): Promise<OperationState> {
    return reconcileOperation(this.#context, input, options);
  }

  getDomain(input: DomainInput, options?: CallOptions): Promise<Domain> {
    return getDomain(this.#context, input, options);
  }

  listDomains(input: ListDomainsInput = {}, options?: CallOptions): PagedList<DomainSummary> {
    return listDomains(this.#context, input, options);
  }

  getNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet> {
    return getNameservers(this.#context, input, options);
  }

  setNameservers(input: SetNameserversInput, options?: CallOptions): Promise<NameserverSet> {
    return setNameservers(this.#context, input, options);
  }

  protected override unsupported(operation: OperationName, input: unknown): Promise<never> {
    const origin = this.#context.originFor(operation, input);
    const capability = this.capabilities[operation];
    const { reason, alternative } =
      capability.support === 'unsupported'
        ? capability
        : { reason: 'not built yet in this version', alternative: undefined };
    return Promise.reject(new UnsupportedOperationError({ ...origin, reason, alternative }));
  }
}
