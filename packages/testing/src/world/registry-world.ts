import {
  parseDomainName,
  type CalendarDate,
  type Clock,
  type ContactSet,
  type DnssecState,
  type Money,
  type PricedOperation,
} from '@registrar-kit/core';
import { MovableClock } from '../clock/movable-clock.js';
import { isTestClock } from '../clock/test-clock.js';
import { millisecondsOf, type TimeSpan } from '../clock/time-span.js';
import { demoNames } from '../demo/demo-names.js';
import { demoTlds } from '../demo/demo-tlds.js';
import { AccountBook } from './account-book.js';
import { Catalogue } from './catalogue.js';
import { DomainOrders } from './domain-orders.js';
import { pageOfDomains, rowOfSeed } from './domain-register.js';
import { DomainSettings } from './domain-settings.js';
import { FaultPlan } from './fault-plan.js';
import { ForeignDomains } from './foreign-domains.js';
import { Forwards } from './forwards.js';
import { GlueHosts } from './glue-hosts.js';
import { Holdings } from './holdings.js';
import { LateCommits } from './late-commits.js';
import { Surprises } from './surprises.js';
import { Till } from './till.js';
import { TransfersIn } from './transfers-in.js';
import { TransfersOut } from './transfers-out.js';
import { refuse } from './world-refusal.js';
import { readSnapshot, snapshotFormat, snapshotVersion } from './world-snapshot.js';
import { Zones } from './zones.js';
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
  WorldRestore,
} from './world-orders.js';
import type { WorldSnapshot } from './world-snapshot.js';
import type { Amounts, WorldTld } from './world-tld.js';
import type { ForeignDomain, ForeignDomainSeed } from './world-transfer.js';

/** What a world is made of; everything has a default. */
export interface RegistryWorldOptions {
  /** @defaultValue the machine's clock, which `advanceTime` can move ahead */
  readonly clock?: Clock;
  /** The endings that are sold. @defaultValue demoTlds */
  readonly tlds?: readonly WorldTld[];
  /** Names that are not simply free; a list left out is the one of demoNames. */
  readonly names?: Partial<WorldNames>;
}

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
  /** What awaits orders: prices that change, names that are taken, days on which they become active. */
  readonly surprises: Surprises;
  /** Domains on their way to this registrar. */
  readonly transfers: TransfersIn;
  /** Domains on their way to other registrars. */
  readonly transfersOut: TransfersOut;
  /** Glue hosts at the registry. */
  readonly hosts: GlueHosts;
  /** DNS records on the provider's name servers. */
  readonly zones: Zones;
  /** Web and e-mail forwards. */
  readonly forwards: Forwards;
  readonly #accounts = new AccountBook();
  readonly #lateCommits = new LateCommits();
  readonly #catalogue: Catalogue;
  readonly #holdings: Holdings;
  readonly #foreign: ForeignDomains;
  readonly #orders: DomainOrders;
  readonly #settings: DomainSettings;

  constructor({ clock = new MovableClock(), tlds = demoTlds, names }: RegistryWorldOptions = {}) {
    this.clock = clock;
    const accounts = this.#accounts;
    const catalogue = new Catalogue(tlds, { ...demoNames, ...names });
    const holdings = new Holdings({ clock, accounts, catalogue, lateCommits: this.#lateCommits });
    const till = new Till(accounts, catalogue);
    const foreign = new ForeignDomains(holdings, catalogue);
    const surprises = new Surprises(accounts, catalogue);
    this.surprises = surprises;
    this.#catalogue = catalogue;
    this.#holdings = holdings;
    this.#foreign = foreign;
    this.#orders = new DomainOrders(holdings, catalogue, till, surprises);
    this.transfers = new TransfersIn({
      holdings,
      accounts,
      catalogue,
      till,
      foreign,
      surprises,
    });
    this.transfersOut = new TransfersOut(holdings);
    this.hosts = new GlueHosts(holdings);
    this.zones = new Zones(holdings, accounts);
    this.forwards = new Forwards(holdings);
    this.#settings = new DomainSettings(holdings, this.hosts);
  }

  /** The day by the world's clock, in UTC. */
  today(): CalendarDate {
    return this.#holdings.today();
  }

  /**
   * Moves time on: domains expire, what waits falls due.
   *
   * @throws Error when the world was made with a clock that cannot be moved
   */
  async advanceTime(span: TimeSpan): Promise<void> {
    const ms = millisecondsOf(span);
    const { clock } = this;
    if (!isTestClock(clock))
      throw new Error(
        "the world's clock cannot be moved; make the world without one, or with a ManualClock",
      );
    await clock.advance(ms);
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
    return this.#catalogue.availabilityOf(domain, (name) => this.#holdings.isTaken(name));
  }

  /** What an order costs now. @throws WorldRefusal `tld_not_sold`, `currency_not_sold` */
  priceOf(request: WorldPriceRequest): WorldPrice {
    return this.#catalogue.priceOf(request);
  }

  // Orders

  /** Registers a name and takes its price from the balance. @throws WorldRefusal */
  register(order: WorldRegistration): WorldReceipt {
    this.#accounts.get(order.account);
    return this.#orders.register(order);
  }

  /** Renews a domain of the account and takes the price from the balance. @throws WorldRefusal */
  renew(order: WorldRenewal): WorldRenewalReceipt {
    return this.#orders.renew(order);
  }

  /**
   * Brings a domain of the account back and takes the price of a restore from the balance. It is active afterwards and expires a
   * year later than before, or more where that is still past. @throws WorldRefusal
   */
  restore(order: WorldRestore): WorldRenewalReceipt {
    return this.#orders.restore(order);
  }

  // Domains

  /** The domain in any account, or `undefined`. Its status is the one of today. */
  find(domain: string): WorldDomain | undefined {
    const name = domain.toLowerCase();
    this.#holdings.noteRead(name);
    return this.#holdings.row(name);
  }

  /** The domains of an account, a page of them. @throws WorldRefusal `unknown_account` */
  domainsOf(account: string, paging: DomainPaging = {}): DomainPage {
    this.#accounts.get(account);
    this.#holdings.noteAllRead();
    const owned = this.#holdings.rowsOf(account);
    if (paging.withIncoming !== true) return pageOfDomains(owned, paging);
    const incoming = this.transfers.allIncoming(account);
    // What is coming hides what once was here, as it does in `transfers.incoming`.
    const names = new Set(incoming.map(({ domain }) => domain));
    const others = owned.filter(({ domain }) => !names.has(domain));
    return pageOfDomains([...others, ...incoming], paging);
  }

  /** Puts a domain there as if it had long been; nothing is charged. Replaces one of the same name. */
  putDomain(seed: DomainSeed): WorldDomain {
    const domain = parseDomainName(seed.domain);
    this.#accounts.get(seed.account);
    if (this.tldOf(domain) === undefined) refuse({ kind: 'tld_not_sold', domain });
    const { register } = this.#holdings;
    const id = register.get(domain)?.id ?? register.nextId;
    const premium = seed.premium ?? this.premiumOf(domain) !== undefined;
    const row = rowOfSeed({ ...seed, premium }, { domain, id, today: this.today() });
    register.set(row);
    return this.#holdings.row(domain) ?? row;
  }

  /** Puts a domain at another registrar, from where it can be transferred. @throws WorldRefusal `name_taken` when it is here */
  putForeignDomain(seed: ForeignDomainSeed): ForeignDomain {
    const domain = parseDomainName(seed.domain);
    if (this.tldOf(domain) === undefined) refuse({ kind: 'tld_not_sold', domain });
    if (this.#holdings.isTaken(domain)) refuse({ kind: 'name_taken', domain });
    return this.#foreign.put(domain, seed);
  }

  /** Ends a pending registration: the domain is active from now on. @throws WorldRefusal */
  activate(domain: string): WorldDomain {
    return this.#settings.activate(domain);
  }

  // Settings of a domain

  /** Replaces the name servers; an empty list stands for the provider's own. @throws WorldRefusal */
  setNameservers(account: string, domain: string, nameservers: readonly string[]): WorldDomain {
    return this.#settings.setNameservers(account, domain, nameservers);
  }

  /** @throws WorldRefusal */
  setLock(account: string, domain: string, locked: boolean): WorldDomain {
    return this.#settings.setLock(account, domain, locked);
  }

  /** `forwardTo` is where mail to the hidden address goes; left out, it stays as it is. @throws WorldRefusal */
  setPrivacy(account: string, domain: string, privacy: boolean, forwardTo?: string): WorldDomain {
    return this.#settings.setPrivacy(account, domain, privacy, forwardTo);
  }

  /** @throws WorldRefusal */
  setAutoRenew(account: string, domain: string, autoRenew: boolean): WorldDomain {
    return this.#settings.setAutoRenew(account, domain, autoRenew);
  }

  /**
   * Replaces the roles given, each whole, and the extra fields given. Another e-mail address of the registrant waits to be
   * confirmed. @throws WorldRefusal
   */
  setContacts(
    account: string,
    domain: string,
    contacts: Partial<ContactSet>,
    tldAttributes?: Readonly<Record<string, string>>,
  ): WorldDomain {
    return this.#settings.setContacts(account, domain, contacts, tldAttributes);
  }

  /** Replaces the DS records at the registry. @throws WorldRefusal also `invalid_record` */
  setDnssec(account: string, domain: string, records: DnssecState['records']): WorldDomain {
    return this.#settings.setDnssec(account, domain, records);
  }

  /**
   * Deletes a domain: it goes through the stages of leaving from today on, and can be restored as long as it is in redemption.
   * @throws WorldRefusal also `host_in_use` where another domain needs one of its glue hosts
   */
  deleteDomain(account: string, domain: string): WorldDomain {
    return this.#settings.deleteDomain(account, domain);
  }

  /** Sends the registrant the mail again that asks to confirm the address. @throws WorldRefusal also `nothing_to_verify` */
  resendVerification(account: string, domain: string): WorldDomain {
    return this.#settings.resendVerification(account, domain);
  }

  /** The registrant confirms the address. @throws WorldRefusal */
  verifyRegistrant(domain: string): WorldDomain {
    return this.#settings.verifyRegistrant(domain);
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

  /** Everything but the clock, surprises and late commits, as plain JSON. It holds the (made-up) keys and codes, and the contacts. */
  toJSON(): WorldSnapshot {
    const { register } = this.#holdings;
    const { transfers, nextId: nextTransferId } = this.transfers.stored();
    return {
      format: snapshotFormat,
      version: snapshotVersion,
      accounts: this.accounts(),
      tlds: this.tlds(),
      names: this.#catalogue.names(),
      domains: register.all(),
      ledger: this.ledger(),
      faults: this.faults.pending(),
      nextDomainId: register.nextId,
      foreignDomains: this.#foreign.all(),
      transfers,
      nextTransferId,
      hosts: this.hosts.stored(),
      ...this.zones.stored(),
      forwards: this.forwards.stored(),
    };
  }

  /**
   * Goes back to what a snapshot describes, the clock left alone. Surprises and late commits are forgotten.
   *
   * @throws Error when it is none, or of a version that this package does not know; then nothing has changed
   */
  rewind(json: unknown): void {
    const snapshot = readSnapshot(json);
    this.#catalogue.restore(snapshot.tlds, snapshot.names);
    this.#accounts.restore(snapshot.accounts, snapshot.ledger);
    this.#holdings.register.restore(snapshot.domains, snapshot.nextDomainId);
    this.#foreign.restore(snapshot.foreignDomains);
    this.transfers.restore(snapshot.transfers, snapshot.nextTransferId);
    this.hosts.restore(snapshot.hosts);
    this.zones.restore(snapshot.zones, snapshot.nextRecordId);
    this.forwards.restore(snapshot.forwards);
    this.#lateCommits.clear();
    this.surprises.clear();
    this.faults.clear();
    for (const fault of snapshot.faults) this.faults.add(fault);
  }

  /** The world that a snapshot describes. @throws Error when it is none, or of a version that this package does not know. */
  static fromJSON(json: unknown, options: Pick<RegistryWorldOptions, 'clock'> = {}): RegistryWorld {
    const world = new RegistryWorld(options);
    world.rewind(json);
    return world;
  }
}
