import {
  InvalidInputError,
  UnsupportedOperationError,
  type AccessReport,
  type AccountScope,
  type Balance,
  type CallContext,
  type CapabilityTable,
  type Domain,
  type DomainName,
  type DomainSummary,
  type DriverAvailability,
  type Environment,
  type FollowUp,
  type ListDomainsInput,
  type Nameserver,
  type NameserverSet,
  type Page,
  type PageRequest,
  type PricedOperation,
  type PriceReading,
  type PriceRequest,
  type Receipt,
  type RegistrarDriver,
  type RegistrationOrder,
  type RegistrationReceipt,
  type RenewalOrder,
  type Tld,
  type TldPrice,
} from '@registrar-kit/core';
import { checkYears } from '../world/order-checks.js';
import type { RegistryWorld } from '../world/registry-world.js';
import type { WorldDomain } from '../world/world-domain.js';
import { refuse } from '../world/world-refusal.js';
import { listedPrices } from './fake-prices.js';
import { FakeGate, withoutMissing } from './fake-gate.js';
import { toAvailability, toDomain, toDomainSummary, toNameserverSet, toTld } from './from-world.js';

export interface FakeDriverSettings {
  readonly world: RegistryWorld;
  readonly account: string;
  readonly capabilities: CapabilityTable;
  readonly environment: Environment;
}

/** A driver without a wire: it speaks to the registry world directly. */
export class FakeDriver implements RegistrarDriver {
  readonly contractVersion = 1;
  readonly provider = 'fake';
  readonly simulated = true;
  readonly environment: Environment;
  readonly capabilities: CapabilityTable;
  readonly scope: AccountScope;
  readonly gate: FakeGate;
  readonly #world: RegistryWorld;
  readonly #account: string;

  constructor({ world, account, capabilities, environment }: FakeDriverSettings) {
    this.environment = environment;
    this.capabilities = capabilities;
    this.scope = { provider: 'fake', host: 'fake-registrar.example', account };
    this.gate = new FakeGate(world, account);
    this.#world = world;
    this.#account = account;
  }

  verifyAccess(call: CallContext): Promise<Omit<AccessReport, 'environment'>> {
    return this.gate.pass({ operation: 'verifyAccess', input: undefined, call }, () => ({
      account: this.#account,
    }));
  }

  getBalance(call: CallContext): Promise<Balance> {
    return this.gate.pass({ operation: 'getBalance', input: undefined, call }, () => ({
      available: this.#world.balanceOf(this.#account),
    }));
  }

  listTlds(request: PageRequest, call: CallContext): Promise<Page<Tld>> {
    return this.gate.pass({ operation: 'listTlds', input: request, call }, (missing) => ({
      items: withoutMissing(this.#world.tlds().map(toTld), missing, (row) => row.tld),
    }));
  }

  getPrices(
    request: {
      readonly tlds: readonly string[] | undefined;
      readonly operations: readonly PricedOperation[];
    },
    call: CallContext,
  ): Promise<readonly TldPrice[]> {
    return this.gate.pass({ operation: 'getPrices', input: request, call }, (missing) => {
      const { tlds, operations } = request;
      const wanted = this.#world.tlds().filter(({ tld }) => tlds?.includes(tld) ?? true);
      const rows = wanted.flatMap((tld) => listedPrices(tld, operations, this.#currency()));
      return withoutMissing(rows, missing, (row) => row.tld);
    });
  }

  checkAvailability(
    domains: readonly DomainName[],
    call: CallContext,
  ): Promise<readonly DriverAvailability[]> {
    return this.gate.pass(
      { operation: 'checkAvailability', input: domains, call, domains },
      (missing) => {
        const answered = new Set(withoutMissing(domains, missing, (domain) => domain));
        return domains.map((domain) =>
          answered.has(domain)
            ? this.#availability(domain)
            : { domain, availability: 'unknown', reason: 'missing_from_answer' },
        );
      },
    );
  }

  quote(request: PriceRequest, call: CallContext): Promise<PriceReading> {
    const { operation, domain, years } = request;
    return this.gate.pass(
      { operation: 'quote', input: request, call, domains: [domain] },
      (missing) => {
        const tld = this.#world.tldOf(domain) ?? refuse({ kind: 'tld_not_sold', domain });
        if (operation === 'registerDomain') checkYears(domain, years, tld.registrationYears);
        if (operation === 'renewDomain') checkYears(domain, years, tld.renewalYears);
        const price = this.#world.priceOf({ ...request, currency: this.#currency() });
        const { total, premium, earlyAccessFee } = price;
        const reading = { price: total, premium, earlyAccess: earlyAccessFee !== undefined };
        if (operation !== 'registerDomain') return reading;
        const availability: DriverAvailability =
          missing === undefined
            ? this.#availability(domain)
            : { domain, availability: 'unknown', reason: 'missing_from_answer' };
        return { ...reading, availability };
      },
    );
  }

  registerDomain(order: RegistrationOrder, call: CallContext): Promise<RegistrationReceipt> {
    const { domain, years, contacts, nameservers, tldAttributes, reading } = order;
    return this.gate.pass(
      { operation: 'registerDomain', input: order, call, domains: [domain] },
      () => {
        const tld = this.#world.tldOf(domain);
        const locked = order.lock === true && tld?.supportsLock === true;
        const privacy = order.privacy === true && tld?.supportsPrivacy === true;
        const receipt = this.#world.register({
          account: this.#account,
          domain,
          years,
          contacts,
          nameservers,
          tldAttributes,
          locked,
          privacy,
          // Registrars want the price repeated where it is special, and charge the listed one without asking.
          ...(reading.premium || reading.earlyAccess ? { acceptedTotal: reading.price } : {}),
        });
        const followUps = [
          ...(order.lock === true && !locked ? [impossible('lock', 'registrar lock')] : []),
          ...(order.privacy === true && !privacy ? [impossible('privacy', 'privacy')] : []),
        ];
        return { ...toReceipt(receipt), ...(followUps.length === 0 ? {} : { followUps }) };
      },
    );
  }

  renewDomain(order: RenewalOrder, call: CallContext): Promise<Receipt> {
    const { domain, years, reading } = order;
    return this.gate.pass(
      { operation: 'renewDomain', input: order, call, domains: [domain] },
      () => {
        const accepted = reading.premium ? { acceptedTotal: reading.price } : {};
        return toReceipt(this.#world.renew({ account: this.#account, domain, years, ...accepted }));
      },
    );
  }

  getDomain(domain: DomainName, call: CallContext): Promise<Domain> {
    return this.gate.pass({ operation: 'getDomain', input: domain, call, domains: [domain] }, () =>
      toDomain(this.#visible(domain), this.#account),
    );
  }

  listDomains(
    request: PageRequest & ListDomainsInput,
    call: CallContext,
  ): Promise<Page<DomainSummary>> {
    return this.gate.pass({ operation: 'listDomains', input: request, call }, (missing) => {
      const { cursor, search = '' } = request;
      const { listDomains } = this.capabilities;
      const limit = listDomains.support === 'unsupported' ? 100 : listDomains.itemsPerRequest;
      const offset = cursor === undefined ? 0 : offsetOf(cursor, call);
      const { items, total } = this.#world.domainsOf(this.#account, { search, offset, limit });
      const next = offset + limit < total ? { next: String(offset + limit) } : {};
      const rows = withoutMissing(items, missing, (row) => row.domain);
      return { items: rows.map(toDomainSummary), total, ...next };
    });
  }

  getNameservers(domain: DomainName, call: CallContext): Promise<NameserverSet> {
    return this.gate.pass(
      { operation: 'getNameservers', input: domain, call, domains: [domain] },
      () => toNameserverSet(this.#visible(domain)),
    );
  }

  setNameservers(
    request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
    call: CallContext,
  ): Promise<NameserverSet> {
    const { domain, nameservers } = request;
    return this.gate.pass(
      { operation: 'setNameservers', input: request, call, domains: [domain] },
      () => toNameserverSet(this.#world.setNameservers(this.#account, domain, nameservers)),
    );
  }

  #currency(): string {
    return this.#world.balanceOf(this.#account)[0]?.currency ?? 'USD';
  }

  #availability(domain: DomainName): DriverAvailability {
    return toAvailability(domain, this.#world.availabilityOf(domain), this.#currency());
  }

  /** A domain that the account may look at. */
  #visible(domain: DomainName): WorldDomain {
    const row = this.#world.find(domain) ?? refuse({ kind: 'domain_not_found', domain });
    if (this.#world.mayActFor(this.#account, row.account)) return row;
    return refuse({ kind: 'not_owner', domain, account: this.#account });
  }
}

/** A cursor is the count of rows before the page. */
function offsetOf(cursor: string, call: CallContext): number {
  if (/^\d{1,9}$/.test(cursor)) return Number(cursor);
  const cure = 'give `next` of the page before';
  const issues = [{ path: 'cursor', problem: 'is not a cursor of this list', cure }];
  throw new InvalidInputError({ ...call.origin, issues });
}

function toReceipt({
  domain,
  entry,
}: {
  readonly domain: WorldDomain;
  readonly entry: { readonly id: number; readonly amount: Receipt['charged'] };
}): Receipt {
  return {
    status: domain.status === 'pending' ? 'pending' : 'done',
    vendorRef: String(entry.id),
    expiresOn: domain.expiresOn,
    ...(entry.amount === undefined ? {} : { charged: entry.amount }),
  };
}

/** A wish that the registry of the ending cannot fulfil; it fails after the purchase, which stands. */
function impossible(setting: FollowUp['setting'], what: string): FollowUp {
  return {
    setting,
    run: (call) =>
      Promise.reject(
        new UnsupportedOperationError({
          ...call.origin,
          reason: `the registry of this ending knows no ${what}`,
        }),
      ),
  };
}
