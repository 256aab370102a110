import {
  addYears,
  DomainNotFoundError,
  money,
  parseCalendarDate,
  readNameserver,
  type AccountScope,
  type CallContext,
  type CapabilityTable,
  type Domain,
  type DomainName,
  type DomainSummary,
  type DriverAvailability,
  type DriverOperations,
  type Environment,
  type ListDomainsInput,
  type Money,
  type Nameserver,
  type Page,
  type PageRequest,
  type PriceReading,
  type PriceRequest,
  type Receipt,
  type RegistrarDriver,
  type DomainContacts,
  type PrivacyState,
  type LockState,
  type Transfer,
  type TransferRequest,
  type TransferOrder,
  type RestoreOrder,
  type RegistrationOrder,
  type RenewalOrder,
  type Tld,
  type TldPrice,
} from '@registrar-kit/core';
import { testCapabilities } from './test-capabilities.js';

export { testCapabilities };

/** One call that reached the driver. */
export interface DriverCall {
  readonly operation: keyof DriverOperations;
  readonly request: unknown;
  readonly call: CallContext;
}

/** How a purchase goes: `commit` books it. Lose the answer by throwing after it, the request by throwing before. */
export type PurchaseCourse = (commit: () => Receipt, call: CallContext) => Promise<Receipt>;

const today = parseCalendarDate('2026-03-01');

/** A registrar in a few lines: an account with domains, one price, and a say in how purchases go. */
export class TestDriver implements RegistrarDriver {
  readonly contractVersion = 1;
  readonly provider: string;
  readonly environment: Environment = 'test';
  readonly scope: AccountScope;
  readonly capabilities: CapabilityTable;
  simulated = false;

  readonly log: DriverCall[] = [];
  readonly domains = new Map<string, Domain>();
  price: Money = money('10.00', 'USD');
  special: { premium?: boolean; earlyAccess?: boolean } = {};
  /** Whether transfers have numbers. */
  numbered = true;
  readonly transfers: Transfer[] = [];
  /** What the purchase says it took. */
  charged: Money | undefined = this.price;
  course: PurchaseCourse = async (commit) => commit();

  constructor(settings: { provider?: string; capabilities?: CapabilityTable } = {}) {
    this.provider = settings.provider ?? 'test-registrar';
    this.scope = { provider: this.provider, host: 'api.example.com', account: 'account-1' };
    this.capabilities = settings.capabilities ?? testCapabilities;
  }

  /** The operations that reached the driver, in order. */
  get operations(): readonly string[] {
    return this.log.map(({ operation }) => operation);
  }

  /** How often an operation reached the driver. */
  count(operation: keyof DriverOperations): number {
    return this.log.filter((entry) => entry.operation === operation).length;
  }

  own(domain: string, changes: Partial<Domain> = {}): void {
    const name = domain as DomainName;
    const expiresOn = parseCalendarDate('2026-06-01');
    this.domains.set(name, {
      domain: name,
      unicode: name,
      status: 'active',
      expiresOn,
      ...changes,
    });
  }

  async verifyAccess(call: CallContext): Promise<{ account: string }> {
    this.#note('verifyAccess', undefined, call);
    return { account: 'account-1' };
  }

  async getBalance(call: CallContext): Promise<{ available: Money[] }> {
    this.#note('getBalance', undefined, call);
    return { available: [money('100.00', 'USD')] };
  }

  async listTlds(request: PageRequest, call: CallContext): Promise<Page<Tld>> {
    this.#note('listTlds', request, call);
    return { items: [{ tld: 'com', registrable: true }] };
  }

  async getPrices(
    request: Parameters<DriverOperations['getPrices']>[0],
    call: CallContext,
  ): Promise<readonly TldPrice[]> {
    this.#note('getPrices', request, call);
    return request.operations.map((operation) => ({
      tld: 'com',
      operation,
      years: 1,
      price: this.price,
    }));
  }

  async listDomains(
    request: PageRequest & ListDomainsInput,
    call: CallContext,
  ): Promise<Page<DomainSummary>> {
    this.#note('listDomains', request, call);
    const start = Number(request.cursor ?? 0);
    const all = [...this.domains.values()];
    const more = start + 2 < all.length ? { next: String(start + 2) } : {};
    return { items: all.slice(start, start + 2), total: all.length, ...more };
  }

  async checkAvailability(
    domains: readonly DomainName[],
    call: CallContext,
  ): Promise<readonly DriverAvailability[]> {
    this.#note('checkAvailability', domains, call);
    return domains.map((domain) => this.#availabilityOf(domain));
  }

  async quote(request: PriceRequest, call: CallContext): Promise<PriceReading> {
    this.#note('quote', request, call);
    const { premium = false, earlyAccess = false } = this.special;
    return {
      price: this.price,
      premium,
      earlyAccess,
      availability: this.#availabilityOf(request.domain),
    };
  }

  async registerDomain(order: RegistrationOrder, call: CallContext): Promise<Receipt> {
    this.#note('registerDomain', order, call);
    return this.course(() => {
      const expiresOn = addYears(today, order.years);
      this.own(order.domain, { expiresOn });
      return { status: 'done', vendorRef: 'order-1', expiresOn, ...this.#charge };
    }, call);
  }

  async renewDomain(order: RenewalOrder, call: CallContext): Promise<Receipt> {
    this.#note('renewDomain', order, call);
    return this.course(() => {
      const expiresOn = addYears(order.expiresOn, order.years);
      this.own(order.domain, { expiresOn });
      return { status: 'done', expiresOn, ...this.#charge };
    }, call);
  }

  async getDomain(domain: DomainName, call: CallContext): Promise<Domain> {
    this.#note('getDomain', domain, call);
    const found = this.domains.get(domain);
    if (found === undefined)
      throw new DomainNotFoundError({ ...call.origin, detail: 'not in this account' });
    return found;
  }

  async restoreDomain(order: RestoreOrder, call: CallContext): Promise<Receipt> {
    this.#note('restoreDomain', order, call);
    return this.course(() => {
      const dated = order.expiresOn && { expiresOn: addYears(order.expiresOn, 1) };
      this.own(order.domain, { ...this.domains.get(order.domain), status: 'active', ...dated });
      return { status: 'done', vendorRef: 'restore-1', ...dated, ...this.#charge };
    }, call);
  }

  async transferDomain(order: TransferOrder, call: CallContext): Promise<Receipt> {
    this.#note('transferDomain', order, call);
    return this.course(() => {
      const transferId = this.startTransfer(order.domain);
      const number = transferId === undefined ? {} : { vendorRef: transferId };
      return { status: 'pending', ...number, ...this.#charge };
    }, call);
  }

  /** A transfer that somebody has started; the newest one is the latest. */
  startTransfer(domain: string, changes: Partial<Transfer> = {}): string | undefined {
    const number = this.numbered ? { transferId: `transfer-${this.transfers.length + 1}` } : {};
    this.transfers.push({ domain: domain as DomainName, status: 'pending', ...number, ...changes });
    return this.transfers.at(-1)?.transferId;
  }

  /** The latest transfer goes on. */
  moveTransfer(changes: Partial<Transfer>): void {
    this.transfers.push({ ...this.transfers.pop()!, ...changes });
  }

  async getTransfer(request: TransferRequest, call: CallContext): Promise<Transfer> {
    this.#note('getTransfer', request, call);
    const found = this.transfers.findLast(
      ({ domain, transferId }) =>
        domain === request.domain &&
        (request.transferId === undefined || request.transferId === transferId),
    );
    if (found !== undefined) return found;
    throw new DomainNotFoundError({ ...call.origin, detail: 'no transfer of this domain' });
  }

  async setLock(
    request: { readonly domain: DomainName; readonly locked: boolean },
    call: CallContext,
  ): Promise<LockState> {
    this.#note('setLock', request, call);
    return request;
  }

  async setPrivacy(
    request: Parameters<DriverOperations['setPrivacy']>[0],
    call: CallContext,
  ): Promise<PrivacyState> {
    this.#note('setPrivacy', request, call);
    return { domain: request.domain, privacy: request.privacy };
  }

  async setContacts(
    request: Parameters<DriverOperations['setContacts']>[0],
    call: CallContext,
  ): Promise<DomainContacts> {
    this.#note('setContacts', request, call);
    return { domain: request.domain, contacts: request.contacts };
  }

  async getNameservers(
    domain: DomainName,
    call: CallContext,
  ): Promise<{ domain: DomainName; nameservers: readonly Nameserver[] }> {
    this.#note('getNameservers', domain, call);
    return { domain, nameservers: [readNameserver('ns1.example.net')!] };
  }

  async setNameservers(
    request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
    call: CallContext,
  ): Promise<{ domain: DomainName; nameservers: readonly Nameserver[] }> {
    this.#note('setNameservers', request, call);
    return request;
  }

  get #charge(): { charged?: Money } {
    return this.charged === undefined ? {} : { charged: this.charged };
  }

  #availabilityOf(domain: DomainName): DriverAvailability {
    return { domain, availability: this.domains.has(domain) ? 'taken' : 'available' };
  }

  #note(operation: keyof DriverOperations, request: unknown, call: CallContext): void {
    this.log.push({ operation, request, call });
  }
}
