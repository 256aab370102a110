import { z } from 'zod';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { Capability, CapabilityTable } from '../driver/capabilities.js';
import { asWrite, type CallContext } from '../driver/call-context.js';
import type {
  DriverAvailability,
  DriverOperations,
  RegistrarDriver,
} from '../driver/registrar-driver.js';
import { DomainUnavailableError } from '../errors/domain-unavailable-error.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { InvalidDomainStateError } from '../errors/invalid-domain-state-error.js';
import { ProviderError } from '../errors/provider-error.js';
import { UnsupportedOperationError } from '../errors/unsupported-operation-error.js';
import type { CallOptions, PaidCallOptions } from '../operations/call-options.js';
import type { Availability, CheckAvailabilityInput } from '../operations/check-availability.js';
import type { DomainInput } from '../operations/domain-input.js';
import type { Balance } from '../operations/get-balance.js';
import type { GetCapabilitiesInput } from '../operations/get-capabilities.js';
import type { Domain } from '../operations/get-domain.js';
import type { GetPricesInput, PricedOperation, PriceList } from '../operations/get-prices.js';
import type { DomainSummary, ListDomainsInput } from '../operations/list-domains.js';
import type { Tld } from '../operations/list-tlds.js';
import type { NameserverSet, SetNameserversInput } from '../operations/nameservers.js';
import type { OperationName } from '../operations/operation-map.js';
import type { OperationInput, OperationState } from '../operations/outcome-operations.js';
import type { DryRunResult } from '../operations/paid-result.js';
import type { Page, PagedList } from '../operations/paging.js';
import type { Quote, QuoteInput } from '../operations/quote.js';
import type { RegisterDomainInput, RegisterDomainResult } from '../operations/register-domain.js';
import type { RenewDomainInput, RenewDomainResult } from '../operations/renew-domain.js';
import type { AccessReport } from '../operations/verify-access.js';
import type { OperationHandle } from '../outcome/operation-handle.js';
import type { PricedOrder } from '../outcome/price-agreement.js';
import { PurchaseRunner, quoteLifeMs } from '../outcome/purchase-runner.js';
import type { PurchaseResult } from '../outcome/purchase-result.js';
import type { Registrar } from '../registrar.js';
import { completeContacts } from '../values/contact.js';
import { readDomainName, type DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';
import { readAvailability } from './availability-reader.js';
import { CallRunner, type CallPlan } from './call-runner.js';
import { contactsField } from './contact-fields.js';
import {
  calendarDateField,
  domainField,
  nameserversField,
  tldField,
  yearsField,
} from './input-fields.js';
import { pagedList } from './paged-list.js';
import { addFault, parseInput } from './parse-input.js';
import { priceConsentField } from './price-consent-field.js';
import { UnbuiltOperations } from './unbuilt-operations.js';

const defaultTimeoutMs = 60_000;
const paidTimeoutMs = 180_000;
const pricedOperations: readonly PricedOperation[] = [
  'registerDomain',
  'renewDomain',
  'transferDomain',
  'restoreDomain',
];

const domainInputSchema = z.strictObject({ domain: domainField });
const quoteInputSchema = z.strictObject({
  operation: z.enum(pricedOperations),
  domain: domainField,
  years: yearsField.optional().transform((years) => years ?? 1),
});
const pricesInputSchema = z.strictObject({
  tlds: z.array(tldField).min(1).optional(),
  operations: z.array(z.enum(pricedOperations)).min(1).optional(),
});
const renewInputSchema = z.strictObject({
  domain: domainField,
  years: yearsField,
  expectedExpiresOn: calendarDateField,
  price: priceConsentField,
});
const registerInputSchema = (nameservers: ReturnType<typeof nameserversField>) =>
  z.strictObject({
    domain: domainField,
    years: yearsField,
    contacts: contactsField,
    price: priceConsentField,
    nameservers: nameservers.optional(),
    privacy: z.boolean().optional(),
    lock: z.boolean().optional(),
    tldAttributes: z.record(z.string(), z.string()).optional(),
  });
const availabilityInputSchema = z.strictObject({
  domains: z.unknown().transform((value, context): readonly string[] => {
    if (Array.isArray(value) && value.length > 0) return value as string[];
    addFault(
      context,
      Array.isArray(value) ? 'is an empty list' : 'is not a list of names',
      'give at least one name',
    );
    return z.NEVER;
  }),
});
const operationInputSchema = z.strictObject({
  operation: z.object({ id: z.string() }).transform((handle) => handle as OperationHandle),
});

/**
 * Turns a driver into a {@link Registrar}: everything that must be the same for every provider is done here, once. Input is
 * parsed, capabilities are checked, deadlines kept, batches made, purchases guarded and journaled, events sent.
 */
export class PortableRegistrar extends UnbuiltOperations implements Registrar {
  readonly #driver: RegistrarDriver;
  readonly #calls: CallRunner;
  readonly #purchases: PurchaseRunner;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime = {}) {
    super();
    this.#driver = driver;
    this.#calls = new CallRunner(driver, runtime);
    this.#purchases = new PurchaseRunner(driver, runtime.journal, this.#calls.clock);
  }

  get provider(): string {
    return this.#driver.provider;
  }

  get environment(): Environment {
    return this.#driver.environment;
  }

  get capabilities(): CapabilityTable {
    return this.#driver.capabilities;
  }

  get simulated(): boolean {
    return this.#driver.simulated;
  }

  async verifyAccess(options?: CallOptions): Promise<AccessReport> {
    const verifyAccess = this.#method('verifyAccess');
    const report = await this.#calls.run(read('verifyAccess', options), (call) =>
      verifyAccess(call),
    );
    return { ...report, environment: this.environment };
  }

  async getBalance(options?: CallOptions): Promise<Balance> {
    const getBalance = this.#method('getBalance');
    return this.#calls.run(read('getBalance', options), (call) => getBalance(call));
  }

  async getCapabilities(input: GetCapabilitiesInput = {}): Promise<CapabilityTable> {
    const origin = this.#calls.originOf('getCapabilities');
    const { tld } = parseInput(z.strictObject({ tld: tldField.optional() }), input, origin);
    const open = Object.values<Capability>(this.capabilities).some(
      (entry) => entry.support === 'conditional' && entry.on === 'tld',
    );
    if (tld === undefined || !open) return Promise.resolve(this.capabilities);
    throw new UnsupportedOperationError({
      ...origin,
      reason: 'the answer for one ending is not built yet in this version',
      alternative: 'call it without tld; conditional entries carry a note',
    });
  }

  listTlds(options?: CallOptions): PagedList<Tld> {
    return this.#pages(
      'listTlds',
      options,
      () => this.#method('listTlds'),
      (listTlds, cursor, call) => listTlds(pageRequest(cursor), call),
      (row) => row.tld,
    );
  }

  async getPrices(input: GetPricesInput = {}, options?: CallOptions): Promise<PriceList> {
    const parsed = parseInput(pricesInputSchema, input, this.#calls.originOf('getPrices'));
    const getPrices = this.#method('getPrices');
    const tlds = parsed.tlds === undefined ? undefined : [...new Set(parsed.tlds)];
    const operations = parsed.operations ?? pricedOperations;
    const prices = await this.#calls.run(read('getPrices', options), (call) =>
      getPrices({ tlds, operations }, call),
    );
    const priced = new Set(prices.map((price) => price.tld));
    return { prices, missing: (tlds ?? []).filter((tld) => !priced.has(tld)) };
  }

  async checkAvailability(
    input: CheckAvailabilityInput,
    options?: CallOptions,
  ): Promise<readonly Availability[]> {
    const { domains } = parseInput(
      availabilityInputSchema,
      input,
      this.#calls.originOf('checkAvailability'),
    );
    const checkAvailability = this.#method('checkAvailability');
    const capability = this.capabilities.checkAvailability;
    const namesPerRequest = capability.support === 'unsupported' ? 1 : capability.namesPerRequest;
    const plan = { ...read('checkAvailability', options), defaultTimeoutMs: undefined };
    return this.#calls.run(plan, (call) =>
      readAvailability(domains, namesPerRequest, (batch) => checkAvailability(batch, call), call),
    );
  }

  async quote(input: QuoteInput, options?: CallOptions): Promise<Quote> {
    const { operation, domain, years } = parseInput(
      quoteInputSchema,
      input,
      this.#originFor('quote', input),
    );
    const quote = this.#method('quote', domain);
    const reading = await this.#calls.run(read('quote', options, domain), async (call) => {
      const found = await quote({ operation, domain, years }, call);
      if (operation === 'registerDomain') assertAvailable(found.availability, call.origin);
      return found;
    });
    const { price, premium, earlyAccess } = reading;
    const validUntil = new Date(this.#calls.clock.now() + quoteLifeMs).toISOString();
    return { ...this.#order(operation, domain, years), price, premium, earlyAccess, validUntil };
  }

  registerDomain(
    input: RegisterDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RegisterDomainResult>;
  async registerDomain(
    input: RegisterDomainInput,
    options?: PaidCallOptions,
  ): Promise<RegisterDomainResult | DryRunResult> {
    const schema = registerInputSchema(nameserversField(this.#nameserverLimits()));
    const parsed = parseInput(schema, input, this.#originFor('registerDomain', input));
    const { domain, years, price: consent } = parsed;
    const registerDomain = this.#method('registerDomain', domain);
    const quote = this.#method('quote', domain);
    const order = this.#order('registerDomain', domain, years);
    return this.#purchase('registerDomain', domain, options, (call) =>
      this.#purchases.run(
        {
          order,
          consent,
          options,
          guard: async (guardCall) => {
            const reading = await quote(order, guardCall);
            assertAvailable(reading.availability, guardCall.origin);
            return { reading, guard: { ownedBefore: false, years } };
          },
          send: (reading, sendCall) =>
            registerDomain(
              {
                domain,
                years,
                contacts: completeContacts(parsed.contacts),
                nameservers: parsed.nameservers ?? [],
                privacy: parsed.privacy,
                lock: parsed.lock,
                tldAttributes: parsed.tldAttributes ?? {},
                reading,
              },
              sendCall,
            ),
        },
        call,
      ),
    );
  }

  renewDomain(
    input: RenewDomainInput,
    options: PaidCallOptions & { readonly dryRun: true },
  ): Promise<DryRunResult>;
  renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions & { readonly dryRun?: false },
  ): Promise<RenewDomainResult>;
  async renewDomain(
    input: RenewDomainInput,
    options?: PaidCallOptions,
  ): Promise<RenewDomainResult | DryRunResult> {
    const {
      domain,
      years,
      expectedExpiresOn,
      price: consent,
    } = parseInput(renewInputSchema, input, this.#originFor('renewDomain', input));
    const renewDomain = this.#method('renewDomain', domain);
    const getDomain = this.#method('getDomain', domain);
    const quote = this.#method('quote', domain);
    const order = this.#order('renewDomain', domain, years);
    const result = await this.#purchase('renewDomain', domain, options, (call) =>
      this.#purchases.run(
        {
          order,
          expectedExpiresOn,
          consent,
          options,
          guard: async (guardCall) => {
            assertRenewable(
              await getDomain(domain, guardCall),
              expectedExpiresOn,
              guardCall.origin,
            );
            return {
              reading: await quote(order, guardCall),
              guard: { expiresOn: expectedExpiresOn, years },
            };
          },
          send: (reading, sendCall) =>
            renewDomain({ domain, years, expiresOn: expectedExpiresOn, reading }, sendCall),
        },
        call,
      ),
    );
    return result.status === 'not_sent'
      ? result
      : { previousExpiresOn: expectedExpiresOn, ...result };
  }

  async getOperation(input: OperationInput, options?: CallOptions): Promise<OperationState> {
    const { operation } = parseInput(
      operationInputSchema,
      input,
      this.#calls.originOf('getOperation'),
    );
    this.#assertOffered('getOperation');
    return this.#calls.run(read('getOperation', options, operation.domain), (call) =>
      this.#purchases.state(operation, call),
    );
  }

  async reconcileOperation(input: OperationInput, options?: CallOptions): Promise<OperationState> {
    const { operation } = parseInput(
      operationInputSchema,
      input,
      this.#calls.originOf('reconcileOperation'),
    );
    this.#assertOffered('reconcileOperation');
    return this.#calls.run(read('reconcileOperation', options, operation.domain), (call) =>
      this.#purchases.reconcile(operation, call),
    );
  }

  async getDomain(input: DomainInput, options?: CallOptions): Promise<Domain> {
    const { domain } = parseInput(domainInputSchema, input, this.#originFor('getDomain', input));
    const getDomain = this.#method('getDomain', domain);
    return this.#calls.run(read('getDomain', options, domain), (call) => getDomain(domain, call));
  }

  listDomains(input: ListDomainsInput = {}, options?: CallOptions): PagedList<DomainSummary> {
    const schema = z.strictObject({ search: z.string().trim().min(1).max(70).optional() });
    return this.#pages(
      'listDomains',
      options,
      () => {
        const { search } = parseInput(schema, input, this.#calls.originOf('listDomains'));
        return {
          listDomains: this.#method('listDomains'),
          filter: search === undefined ? {} : { search },
        };
      },
      ({ listDomains, filter }, cursor, call) =>
        listDomains({ ...filter, ...pageRequest(cursor) }, call),
      (row) => row.domain,
    );
  }

  async getNameservers(input: DomainInput, options?: CallOptions): Promise<NameserverSet> {
    const { domain } = parseInput(
      domainInputSchema,
      input,
      this.#originFor('getNameservers', input),
    );
    const getNameservers = this.#method('getNameservers', domain);
    return this.#calls.run(read('getNameservers', options, domain), (call) =>
      getNameservers(domain, call),
    );
  }

  async setNameservers(input: SetNameserversInput, options?: CallOptions): Promise<NameserverSet> {
    const schema = z.strictObject({
      domain: domainField,
      nameservers: nameserversField(this.#nameserverLimits()),
    });
    const request = parseInput(schema, input, this.#originFor('setNameservers', input));
    const setNameservers = this.#method('setNameservers', request.domain);
    const plan: CallPlan = { ...read('setNameservers', options, request.domain), retry: 'never' };
    return this.#calls.run(plan, (call) => setNameservers(request, asWrite(call)));
  }

  protected override unsupported(operation: OperationName, input: unknown): Promise<never> {
    const origin = this.#originFor(operation, input);
    const capability = this.capabilities[operation];
    const { reason, alternative } =
      capability.support === 'unsupported'
        ? capability
        : { reason: 'not built yet in this version', alternative: undefined };
    return Promise.reject(new UnsupportedOperationError({ ...origin, reason, alternative }));
  }

  #purchase<Result extends PurchaseResult>(
    operation: PricedOperation,
    domain: DomainName,
    options: PaidCallOptions | undefined,
    work: (call: CallContext) => Promise<Result | DryRunResult>,
  ): Promise<Result | DryRunResult> {
    return this.#calls.run(
      { operation, domain, options, retry: 'never', defaultTimeoutMs: paidTimeoutMs },
      work,
    );
  }

  /** A list whose pages are calls of their own; what is wrong with the input shows when the first page is asked for. */
  #pages<Prepared, Item>(
    operation: OperationName,
    options: CallOptions | undefined,
    prepare: () => Prepared,
    readPage: (
      prepared: Prepared,
      cursor: string | undefined,
      call: CallContext,
    ) => Promise<Page<Item>>,
    keyOf: (item: Item) => string,
  ): PagedList<Item> {
    const readOne = async (cursor: string | undefined): Promise<Page<Item>> => {
      const prepared = prepare();
      return this.#calls.run(read(operation, options), (call) => readPage(prepared, cursor, call));
    };
    return pagedList(readOne, keyOf);
  }

  /** The driver's function for an operation. @throws UnsupportedOperationError with the capability table's reason. */
  #method<Operation extends keyof DriverOperations>(
    operation: Operation,
    domain?: string,
  ): DriverOperations[Operation] {
    this.#assertOffered(operation, domain);
    const methods: Partial<DriverOperations> = this.#driver;
    const method = methods[operation];
    if (method === undefined) {
      const detail = `the adapter marks ${operation} as possible but has no method for it; this is a fault of the adapter`;
      throw new ProviderError({ ...this.#calls.originOf(operation, domain), detail });
    }
    return method.bind(this.#driver) as DriverOperations[Operation];
  }

  #assertOffered(operation: OperationName, domain?: string): void {
    const capability = this.capabilities[operation];
    if (capability.support !== 'unsupported') return;
    const { reason, alternative } = capability;
    throw new UnsupportedOperationError({
      ...this.#calls.originOf(operation, domain),
      reason,
      alternative,
    });
  }

  #order(operation: PricedOperation, domain: DomainName, years: number): PricedOrder {
    return { provider: this.provider, environment: this.environment, operation, domain, years };
  }

  #nameserverLimits(): { readonly minNameservers: number; readonly maxNameservers: number } {
    const capability = this.capabilities.setNameservers;
    return capability.support === 'unsupported'
      ? { minNameservers: 2, maxNameservers: 13 }
      : capability;
  }

  #originFor(operation: OperationName, input: unknown): ErrorOrigin {
    const { domain } = (typeof input === 'object' && input !== null ? input : {}) as {
      domain?: unknown;
    };
    const reading = typeof domain === 'string' ? readDomainName(domain) : undefined;
    return this.#calls.originOf(operation, reading?.ok === true ? reading.domain : undefined);
  }
}

function read(
  operation: OperationName,
  options: CallOptions | undefined,
  domain?: string,
): CallPlan {
  return {
    operation,
    options,
    retry: 'read',
    defaultTimeoutMs,
    ...(domain === undefined ? {} : { domain }),
  };
}

function pageRequest(cursor: string | undefined): { readonly cursor?: string } {
  return cursor === undefined ? {} : { cursor };
}

function assertAvailable(row: DriverAvailability | undefined, origin: ErrorOrigin): void {
  if (row?.availability === 'available') return;
  if (row?.availability === 'taken') {
    throw new DomainUnavailableError({
      ...origin,
      detail: 'the name is already registered; choose another',
      causes: ['domain_taken'],
    });
  }
  if (row?.reason === 'tld_not_sold') {
    throw new DomainUnavailableError({
      ...origin,
      detail: 'this account cannot register names with this ending',
      causes: ['tld_not_sold'],
    });
  }
  if (row?.error !== undefined) throw row.error;
  throw new ProviderError({
    ...origin,
    detail:
      'the provider did not say whether the name can be registered, so it was not ordered; try again later',
    transient: true,
  });
}

function assertRenewable(domain: Domain, expectedExpiresOn: string, origin: ErrorOrigin): void {
  const { status, expiresOn } = domain;
  if (status === 'redemption') {
    throw new InvalidDomainStateError({
      ...origin,
      detail: 'the domain is in redemption; restoreDomain brings it back, at another price',
      state: status,
    });
  }
  if (expiresOn === expectedExpiresOn) return;
  const detail =
    expiresOn === undefined
      ? 'the provider does not state when the domain expires, so a renewal could not be told from a second one'
      : `the domain expires on ${expiresOn}, not on ${expectedExpiresOn}; it was renewed meanwhile, read it again before renewing`;
  throw new InvalidDomainStateError({ ...origin, detail, state: status });
}
