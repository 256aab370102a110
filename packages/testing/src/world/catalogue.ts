import {
  parseDomainName,
  readDomainName,
  type DomainName,
  type PricedOperation,
} from '@registrar-kit/core';
import { priceOfName } from './price-of.js';
import type { EarlyAccessName, PremiumName, WorldNames } from './world-names.js';
import type { WorldAvailability, WorldPrice, WorldPriceRequest } from './world-orders.js';
import { refuse } from './world-refusal.js';
import type { Amounts, WorldTld } from './world-tld.js';

/** The endings on sale, what they cost, and the names that are not simply free. */
export class Catalogue {
  readonly #tlds = new Map<string, WorldTld>();
  readonly #taken = new Set<string>();
  readonly #reserved = new Set<string>();
  readonly #premium = new Map<string, PremiumName>();
  readonly #earlyAccess = new Map<string, EarlyAccessName>();

  constructor(tlds: readonly WorldTld[], names: WorldNames) {
    this.restore(tlds, names);
  }

  /** Takes over the endings and names given, and nothing else. */
  restore(tlds: readonly WorldTld[], names: WorldNames): void {
    for (const kept of [this.#tlds, this.#taken, this.#reserved, this.#premium, this.#earlyAccess])
      kept.clear();
    for (const tld of tlds) this.setTld(tld);
    for (const name of names.taken) this.setTaken(name);
    for (const name of names.reserved) this.#reserved.add(parseDomainName(name));
    for (const name of names.premium) this.setPremium(name);
    for (const name of names.earlyAccess) this.setEarlyAccess(name);
  }

  tlds(): readonly WorldTld[] {
    return [...this.#tlds.values()];
  }

  names(): WorldNames {
    return {
      taken: [...this.#taken],
      premium: [...this.#premium.values()],
      earlyAccess: [...this.#earlyAccess.values()],
      reserved: [...this.#reserved],
    };
  }

  tld(tld: string): WorldTld | undefined {
    return this.#tlds.get(tld.toLowerCase());
  }

  tldOf(domain: string): WorldTld | undefined {
    const labels = domain.toLowerCase().split('.');
    for (let first = 1; first < labels.length; first += 1) {
      const tld = this.#tlds.get(labels.slice(first).join('.'));
      // A shorter ending would make the rest a host below somebody's name.
      if (tld !== undefined) return first === 1 ? tld : undefined;
    }
    return undefined;
  }

  setTld(tld: WorldTld): void {
    this.#tlds.set(tld.tld, tld);
  }

  setPrice(tld: string, operation: PricedOperation, perYear: Amounts): void {
    const known = this.tld(tld);
    if (known === undefined) throw new Error(`the catalogue holds no ending "${tld}"`);
    this.setTld({ ...known, prices: { ...known.prices, [operation]: perYear } });
  }

  setPremium(name: PremiumName): void {
    this.#premium.set(parseDomainName(name.domain), name);
  }

  setEarlyAccess(name: EarlyAccessName): void {
    this.#earlyAccess.set(parseDomainName(name.domain), name);
  }

  setTaken(domain: string): void {
    this.#taken.add(parseDomainName(domain));
  }

  isTaken(domain: DomainName): boolean {
    return this.#taken.has(domain);
  }

  /** Takes a name off the list of those that belong to somebody elsewhere. */
  release(domain: DomainName): void {
    this.#taken.delete(domain);
  }

  premiumOf(domain: string): PremiumName | undefined {
    return this.#premium.get(domain.toLowerCase());
  }

  /** `isRegistered` tells whether this world's registrar holds the name. */
  availabilityOf(domain: string, isRegistered: (name: DomainName) => boolean): WorldAvailability {
    const reading = readDomainName(domain);
    if (!reading.ok)
      return { status: 'invalid', tld: this.tldOf(domain), because: reading.problem };
    const name = reading.domain;
    const tld = this.tldOf(name);
    if (tld?.registrable !== true) return { status: 'not_sold', tld };
    const premium = this.premiumOf(name);
    const special = premium === undefined ? {} : { premium };
    if (this.#taken.has(name) || isRegistered(name))
      return { status: 'taken', tld, because: 'registered', ...special };
    if (this.#reserved.has(name)) return { status: 'taken', tld, because: 'reserved', ...special };
    const problem = labelProblem(name, tld);
    if (problem !== undefined) return { status: 'invalid', tld, because: problem };
    const early = this.#earlyAccess.get(name);
    return {
      status: 'available',
      tld,
      ...special,
      ...(early === undefined ? {} : { earlyAccessFee: early.fee }),
    };
  }

  priceOf({ operation, domain, years = 1, currency }: WorldPriceRequest): WorldPrice {
    const name = domain.toLowerCase();
    const tld = this.tldOf(name) ?? refuse({ kind: 'tld_not_sold', domain: name });
    const premium = this.#premium.get(name);
    const earlyAccess = this.#earlyAccess.get(name);
    return priceOfName({ domain: name, tld, premium, earlyAccess }, operation, years, currency);
  }
}

function labelProblem(name: DomainName, { tld, labelLength, supportsIdn }: WorldTld) {
  const label = name.slice(0, name.length - tld.length - 1);
  const { min, max } = labelLength;
  if (label.length < min || label.length > max)
    return `a label under ${tld} has ${String(min)} to ${String(max)} characters`;
  if (label.startsWith('xn--') && !supportsIdn) return `${tld} takes no international characters`;
  return undefined;
}
