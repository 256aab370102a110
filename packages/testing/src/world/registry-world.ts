import {
  addYears,
  compareMoney,
  completeContacts,
  parseCalendarDate,
  parseDomainName,
  systemClock,
  type CalendarDate,
  type Clock,
  type DomainName,
  type DomainStatus,
  type Money,
  type PricedOperation,
} from '@registrar-kit/core';
import { demoNames } from '../demo/demo-names.js';
import { demoTlds } from '../demo/demo-tlds.js';
import { AccountBook } from './account-book.js';
import { authCodeFor } from './auth-code.js';
import { Catalogue } from './catalogue.js';
import { DomainRegister, pageOf, rowOfSeed } from './domain-register.js';
import { FaultPlan } from './fault-plan.js';
import { LateCommits } from './late-commits.js';
import { statusOnDay } from './lifecycle.js';
import { checkReach, checkStatus, checkYears, readNameservers } from './order-checks.js';
import { refuse } from './world-refusal.js';
import { readSnapshot, snapshotFormat, snapshotVersion } from './world-snapshot.js';
import type { LedgerEntry, LedgerFilter } from './ledger.js';
import type { AccountChange, NewWorldAccount, WorldAccount } from './world-account.js';
import type { DomainPage, DomainPaging, DomainSeed, WorldDomain } from './world-domain.js';
import type { EarlyAccessName, PremiumName, WorldNames } from './world-names.js';
import type {
  WorldAvailability,
  WorldPrice,
  WorldPriceRequest,
  WorldReceipt,
  WorldRegistration,
  WorldRenewal,
  WorldRenewalReceipt,
} from './world-orders.js';
import type { WorldSnapshot } from './world-snapshot.js';
import type { Amounts, WorldTld } from './world-tld.js';

/** What a world is made of; everything has a default. */
export interface RegistryWorldOptions {
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
  /** The endings that are sold. @defaultValue demoTlds */
  readonly tlds?: readonly WorldTld[];
  /** Names that are not simply free; a list left out is the one of demoNames. */
  readonly names?: Partial<WorldNames>;
}

/** The states in which a domain can be renewed, and in which its settings can be changed. */
const renewableStatuses: readonly DomainStatus[] = ['active', 'expired', 'on_hold'];
const changeableStatuses: readonly DomainStatus[] = ['active', 'on_hold'];

/**
 * An in-memory registrar and the registry behind it: accounts, endings, names, prices, domains, money.
 *
 * It knows no vendor. Simulators put a vendor's wire format over it, `FakeRegistrar` drives it directly. Nothing in it is
 * random, and time is the clock's, so that the same calls give the same world. A world is one environment; the simulator over
 * it says which. What it refuses it refuses with {@link WorldRefusal}, and then nothing was changed.
 */
export class RegistryWorld {
  readonly clock: Clock;
  /** What is to go wrong. */
  readonly faults = new FaultPlan();
  readonly #accounts = new AccountBook();
  readonly #catalogue: Catalogue;
  readonly #domains = new DomainRegister();
  readonly #lateCommits = new LateCommits();

  constructor({ clock = systemClock, tlds = demoTlds, names }: RegistryWorldOptions = {}) {
    this.clock = clock;
    this.#catalogue = new Catalogue(tlds, { ...demoNames, ...names });
  }

  /** The day by the world's clock, in UTC. */
  today(): CalendarDate {
    return parseCalendarDate(this.#instant().slice(0, 10));
  }

  // Accounts

  /** @throws Error when the id is taken. */
  addAccount(account: NewWorldAccount): WorldAccount {
    return this.#accounts.add(account);
  }

  account(id: string): WorldAccount | undefined {
    return this.#accounts.find(id);
  }

  accounts(): readonly WorldAccount[] {
    return this.#accounts.all();
  }

  /** Rotates a key, locks the account, edits its allow-list. @throws WorldRefusal `unknown_account` */
  updateAccount(id: string, change: AccountChange): WorldAccount {
    return this.#accounts.update(id, change);
  }

  /** Whether one account may act upon another: itself always. */
  mayActFor(actor: string, owner: string): boolean {
    return actor === owner || (this.account(actor)?.mayActFor.includes(owner) ?? false);
  }

  /** @throws WorldRefusal `unknown_account` */
  balanceOf(account: string): readonly Money[] {
    return this.#accounts.get(account).balances;
  }

  /** Adds to the balance in the amount's currency; a negative amount takes away. The ledger holds purchases only. */
  deposit(account: string, amount: Money): void {
    this.#accounts.deposit(account, amount);
  }

  /** Executed purchases, the oldest first: what was really bought, whatever the answers said. */
  ledger(filter: LedgerFilter = {}): readonly LedgerEntry[] {
    return this.#accounts.ledger(filter);
  }

  // Catalogue and names

  tlds(): readonly WorldTld[] {
    return this.#catalogue.tlds();
  }

  /** One ending by its name, without a leading dot. */
  tld(tld: string): WorldTld | undefined {
    return this.#catalogue.tld(tld);
  }

  /** The ending under which a name stands, where the catalogue holds it. */
  tldOf(domain: string): WorldTld | undefined {
    return this.#catalogue.tldOf(domain);
  }

  /** Adds an ending or replaces it. */
  setTld(tld: WorldTld): void {
    this.#catalogue.setTld(tld);
  }

  /** Changes one price of an ending. @throws Error for an ending that is not in the catalogue. */
  setPrice(tld: string, operation: PricedOperation, perYear: Amounts): void {
    this.#catalogue.setPrice(tld, operation, perYear);
  }

  /** Gives a name prices of its own. */
  setPremium(name: PremiumName): void {
    this.#catalogue.setPremium(name);
  }

  /** Lets a name be sold early, for a fee. */
  setEarlyAccess(name: EarlyAccessName): void {
    this.#catalogue.setEarlyAccess(name);
  }

  /** Lets a name belong to somebody elsewhere. */
  setTaken(domain: string): void {
    this.#catalogue.setTaken(domain);
  }

  /** The prices of a premium name, whether it is free or not. */
  premiumOf(domain: string): PremiumName | undefined {
    return this.#catalogue.premiumOf(domain);
  }

  /** What the registry says of a name. Never throws. */
  availabilityOf(domain: string): WorldAvailability {
    return this.#catalogue.availabilityOf(domain, (name) => this.#isHeld(name));
  }

  /** What an order costs now. @throws WorldRefusal `tld_not_sold`, `currency_not_sold` */
  priceOf(request: WorldPriceRequest): WorldPrice {
    return this.#catalogue.priceOf(request);
  }

  // Orders

  /** Registers a name and takes its price from the balance. @throws WorldRefusal */
  register(order: WorldRegistration): WorldReceipt {
    this.#accounts.get(order.account);
    const { tld, premium } = this.#free(order.domain);
    const domain = parseDomainName(order.domain);
    const { years, locked = false, privacy = false } = order;
    checkYears(domain, years, tld.registrationYears);
    const nameservers = readNameservers(domain, order.nameservers ?? []);
    if (locked && !tld.supportsLock) refuse({ kind: 'lock_not_supported', domain });
    if (privacy && !tld.supportsPrivacy) refuse({ kind: 'privacy_not_supported', domain });
    const id = this.#domains.nextId;
    const entry = this.#charge('registerDomain', { ...order, domain }, id);
    const row: WorldDomain = {
      id,
      domain,
      account: order.account,
      status: tld.pendingRegistration ? 'pending' : 'active',
      registeredOn: this.today(),
      expiresOn: addYears(this.today(), years),
      registeredAt: entry.at,
      updatedAt: entry.at,
      contacts: completeContacts(order.contacts),
      nameservers,
      locked,
      privacy,
      autoRenew: order.autoRenew ?? false,
      premium: premium !== undefined,
      authCode: authCodeFor(domain, id),
      tldAttributes: order.tldAttributes ?? {},
    };
    this.#domains.set(row);
    return { domain: row, entry };
  }

  /** Renews a domain of the account and takes the price from the balance. @throws WorldRefusal */
  renew(order: WorldRenewal): WorldRenewalReceipt {
    const row = this.#ownedBy(order.account, order.domain);
    const { domain, expiresOn: previousExpiresOn } = row;
    const tld = this.#tldOfRow(row);
    if (!tld.renewable) refuse({ kind: 'not_renewable', domain });
    checkStatus(row, renewableStatuses);
    checkYears(domain, order.years, tld.renewalYears);
    const expiresOn = addYears(previousExpiresOn, order.years);
    checkReach(domain, expiresOn, this.today());
    const entry = this.#charge('renewDomain', { ...order, domain }, row.id);
    // A renewal in time brings an expired domain back, also one that was declared expired.
    const revived = row.status === 'expired' ? { status: 'active' as const } : {};
    return { domain: this.#change(row, { expiresOn, ...revived }), entry, previousExpiresOn };
  }

  // Domains

  /** The domain in any account, or `undefined`. Its status is the one of today. */
  find(domain: string): WorldDomain | undefined {
    const name = domain.toLowerCase();
    this.#lateCommits.noteRead(name);
    return this.#row(name);
  }

  /** The domains of an account, a page of them. @throws WorldRefusal `unknown_account` */
  domainsOf(account: string, paging: DomainPaging = {}): DomainPage {
    this.#accounts.get(account);
    this.#lateCommits.noteRead();
    const owned = this.#domains.all().filter((row) => row.account === account);
    return pageOf(
      owned.flatMap((row) => this.#row(row.domain) ?? []),
      paging,
    );
  }

  /** Puts a domain there as if it had long been; nothing is charged. Replaces one of the same name. */
  putDomain(seed: DomainSeed): WorldDomain {
    const domain = parseDomainName(seed.domain);
    this.#accounts.get(seed.account);
    if (this.tldOf(domain) === undefined) refuse({ kind: 'tld_not_sold', domain });
    const id = this.#domains.get(domain)?.id ?? this.#domains.nextId;
    const premium = seed.premium ?? this.premiumOf(domain) !== undefined;
    const row = rowOfSeed({ ...seed, premium }, { domain, id, today: this.today() });
    this.#domains.set(row);
    return this.#row(domain) ?? row;
  }

  /** Ends a pending registration: the domain is active from now on. @throws WorldRefusal */
  activate(domain: string): WorldDomain {
    const row = this.#existing(domain);
    checkStatus(row, ['pending']);
    return this.#change(row, { status: 'active' });
  }

  /** Replaces the name servers; an empty list stands for the provider's own. @throws WorldRefusal */
  setNameservers(account: string, domain: string, nameservers: readonly string[]): WorldDomain {
    const row = this.#changeable(account, domain);
    return this.#change(row, { nameservers: readNameservers(row.domain, nameservers) });
  }

  /** @throws WorldRefusal */
  setLock(account: string, domain: string, locked: boolean): WorldDomain {
    const row = this.#changeable(account, domain);
    if (!this.#tldOfRow(row).supportsLock)
      refuse({ kind: 'lock_not_supported', domain: row.domain });
    return this.#change(row, { locked });
  }

  /** @throws WorldRefusal */
  setPrivacy(account: string, domain: string, privacy: boolean): WorldDomain {
    const row = this.#changeable(account, domain);
    if (!this.#tldOfRow(row).supportsPrivacy)
      refuse({ kind: 'privacy_not_supported', domain: row.domain });
    return this.#change(row, { privacy });
  }

  // Late commits

  /** For the fault `commit-after-reconcile-read`: executes an order once the domain has been read again. Not in snapshots. */
  commitAfterNextRead(domain: string, commit: () => void): void {
    this.#lateCommits.add(domain, commit);
  }

  /** Executes the late orders whose read has happened. The plumbing of simulators calls it after each request. */
  runDueCommits(): void {
    this.#lateCommits.run();
  }

  // Snapshots

  /** Everything but the clock and late commits, as plain JSON. It holds the (made-up) keys and the contacts. */
  toJSON(): WorldSnapshot {
    return {
      format: snapshotFormat,
      version: snapshotVersion,
      accounts: this.accounts(),
      tlds: this.tlds(),
      names: this.#catalogue.names(),
      domains: this.#domains.all(),
      ledger: this.ledger(),
      faults: this.faults.pending(),
      nextDomainId: this.#domains.nextId,
    };
  }

  /** The world that a snapshot describes. @throws Error when it is none, or of a version that this package does not know. */
  static fromJSON(json: unknown, options: Pick<RegistryWorldOptions, 'clock'> = {}): RegistryWorld {
    const snapshot = readSnapshot(json);
    const world = new RegistryWorld({ ...options, tlds: snapshot.tlds, names: snapshot.names });
    world.#accounts.restore(snapshot.accounts, snapshot.ledger);
    world.#domains.restore(snapshot.domains, snapshot.nextDomainId);
    for (const fault of snapshot.faults) world.faults.add(fault);
    return world;
  }

  #instant(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** What a free name is sold as. @throws WorldRefusal when it is not free */
  #free(domain: string): { readonly tld: WorldTld; readonly premium?: PremiumName } {
    const availability = this.availabilityOf(domain);
    switch (availability.status) {
      case 'available':
        return availability;
      case 'not_sold':
        return refuse({ kind: 'tld_not_sold', domain });
      case 'invalid':
        return refuse({ kind: 'invalid_name', domain, because: availability.because });
      case 'taken':
        return refuse({
          kind: availability.because === 'reserved' ? 'name_reserved' : 'name_taken',
          domain,
        });
    }
  }

  /** A row with its status of today; `undefined` once the registry has let the name go. */
  #row(name: string): WorldDomain | undefined {
    const row = this.#domains.get(name);
    // Other states are set on purpose and do not follow the date.
    if (row?.status !== 'active') return row;
    const status = statusOnDay(row.expiresOn, this.today(), this.#tldOfRow(row).lifecycle);
    return status === 'deleted' ? undefined : { ...row, status };
  }

  #isHeld(name: DomainName): boolean {
    const status = this.#row(name)?.status;
    return status !== undefined && status !== 'deleted';
  }

  #tldOfRow(row: WorldDomain): WorldTld {
    return this.tldOf(row.domain) ?? refuse({ kind: 'tld_not_sold', domain: row.domain });
  }

  #existing(domain: string): WorldDomain {
    const name = domain.toLowerCase();
    return this.#row(name) ?? refuse({ kind: 'domain_not_found', domain: name });
  }

  #ownedBy(account: string, domain: string): WorldDomain {
    this.#accounts.get(account);
    const row = this.#existing(domain);
    if (row.account !== account) refuse({ kind: 'not_owner', domain: row.domain, account });
    return row;
  }

  #changeable(account: string, domain: string): WorldDomain {
    const row = this.#ownedBy(account, domain);
    checkStatus(row, changeableStatuses);
    return row;
  }

  #change(row: WorldDomain, change: Partial<WorldDomain>): WorldDomain {
    // What the date made of it is not stored; it would no longer follow the date.
    const status = this.#domains.get(row.domain)?.status ?? row.status;
    this.#domains.set({ ...row, status, ...change, updatedAt: this.#instant() });
    return this.#row(row.domain) ?? row;
  }

  #charge(
    kind: PricedOperation,
    order: WorldRenewal & { readonly domain: DomainName },
    domainId: number,
  ): LedgerEntry {
    const { account, domain, years, acceptedTotal: accepted } = order;
    const currency = order.currency ?? this.balanceOf(account)[0]?.currency ?? 'USD';
    const amount = this.priceOf({ operation: kind, domain, years, currency }).total;
    const agreed =
      accepted === undefined ||
      (accepted.currency === currency && compareMoney(accepted, amount) === 0);
    if (!agreed) refuse({ kind: 'price_mismatch', domain, accepted, price: amount });
    const at = this.#instant();
    return this.#accounts.charge({ account, kind, domain, domainId, years, amount, at });
  }
}
