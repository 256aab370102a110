import {
  addYears,
  money,
  parseCalendarDate,
  type CalendarDate,
  type Clock,
  type DomainStatus,
} from '@registrar-kit/core';
import { aContactSet } from '../builders/a-contact.js';
import { RegistryWorld } from '../world/registry-world.js';
import type { WorldTld } from '../world/world-tld.js';
import type { NewWorldAccount } from '../world/world-account.js';
import type { WorldNames } from '../world/world-names.js';
import type { ForeignDomainSeed } from '../world/world-transfer.js';
import type { NewWorldRecord } from '../world/world-zone.js';

/** Ids and keys of the demonstration accounts. The keys are made up and open nothing. */
export const demoAccounts = {
  /** Signs in by a user name; may act for `colleague`. Owns the domains of the demonstration. */
  user: {
    id: 'demopanel',
    keys: {
      test: '5d0a11f2c3b4495e8f607182930a4b5c',
      live: '7e1b22a3d4c5506f90718293a4b5c6d7',
    },
  },
  /** Signs in by a reseller number. Owns domains of its own. */
  reseller: {
    id: '11111111-2222-4333-8444-555555555555',
    keys: {
      test: '5d0a11f2-c3b4-495e-8f60-7182930a4b5c',
      live: '7e1b22a3-d4c5-406f-9071-8293a4b5c6d7',
    },
  },
  colleague: {
    id: 'demofriend',
    keys: {
      test: '8f2c33b4e5d6617081928374a5b6c7d8',
      live: '9a3d44c5f6e7728192a3b4c5d6e7f809',
    },
  },
  /** Lets 198.51.100.7 in and nobody else. */
  addressBound: {
    id: 'demobound',
    keys: {
      test: 'a04e55d607f88392a3b4c5d6e7f8091a',
      live: 'b15f66e718099403b4c5d6e7f8091a2b',
    },
  },
  addressBoundReseller: {
    id: '22222222-3333-4444-8555-666666666666',
    keys: {
      test: 'a04e55d6-07f8-4392-a3b4-c5d6e7f8091a',
      live: 'b15f66e7-1809-4403-b4c5-d6e7f8091a2b',
    },
  },
  locked: {
    id: 'demolocked',
    keys: {
      test: 'c260770829100514c5d6e7f8091a2b3c',
      live: 'd371881930211625d6e7f8091a2b3c4d',
    },
  },
  /** Holds 1.00 in each currency. */
  poor: {
    id: 'demopoor',
    keys: {
      test: 'e482992a41322736e7f8091a2b3c4d5e',
      live: 'f593aa3b52433847f8091a2b3c4d5e6f',
    },
  },
} as const satisfies Record<string, Pick<NewWorldAccount, 'id' | 'keys'>>;

/** What may differ from the usual demonstration. */
export interface DemoWorldOptions {
  /** @defaultValue the machine's clock */
  readonly clock?: Clock;
  /** @defaultValue demoTlds. Demonstration domains under an ending that is left out are left out too. */
  readonly tlds?: readonly WorldTld[];
  readonly names?: Partial<WorldNames>;
  /** Accounts beside the usual ones. */
  readonly accounts?: readonly NewWorldAccount[];
}

/**
 * A world to show things in: accounts with 1,000 USD and 1,000 TRY each, and domains in many states, with dates that follow
 * the clock. `demoAccounts` holds the ids and the keys.
 */
export function createDemoWorld(options: DemoWorldOptions = {}): RegistryWorld {
  const { accounts = [], ...worldOptions } = options;
  const world = new RegistryWorld(worldOptions);
  const balances = [money('1000.00', 'USD'), money('1000.00', 'TRY')];
  const { user, reseller, colleague, addressBound, addressBoundReseller, locked, poor } =
    demoAccounts;
  world.addAccount({ ...user, balances, mayActFor: [colleague.id], parking });
  world.addAccount({ ...reseller, balances });
  world.addAccount({ ...colleague, balances });
  for (const bound of [addressBound, addressBoundReseller])
    world.addAccount({ ...bound, balances, allowedAddresses: ['198.51.100.7'] });
  world.addAccount({ ...locked, balances, locked: true });
  world.addAccount({ ...poor, balances: [money('1.00', 'USD'), money('1.00', 'TRY')] });
  for (const account of accounts) world.addAccount(account);
  seedDomains(world, user.id, 'demo');
  seedDomains(world, reseller.id, 'ornek');
  seedSettings(world, user.id, 'demo-bakery.com');
  seedSettings(world, reseller.id, 'ornek-bakery.com');
  for (const foreign of demoForeignDomains) {
    if (world.tldOf(foreign.domain) !== undefined) world.putForeignDomain(foreign);
  }
  return world;
}

/** Domains at other registrars, to bring here; the codes are made up. One is locked over there. */
export const demoForeignDomains = [
  { domain: 'elsewhere-bakery.com', authCode: 'Demo-Code!1' },
  { domain: 'elsewhere-harbour.org', authCode: 'Demo-Code!2', locked: true },
  { domain: 'elsewhere-market.com.tr', authCode: 'Demo-Code!3' },
] as const satisfies readonly ForeignDomainSeed[];

/** What one of the vendors puts into a fresh zone. */
const parking: readonly NewWorldRecord[] = [
  { type: 'CNAME', name: 'www', value: 'parkingpage.namecheap.com' },
  { type: 'URL', name: '@', value: 'http://www.{domain}/' },
];

interface DemoDomain {
  /** What follows the prefix. */
  readonly name: string;
  /** Days from today to the expiry. */
  readonly expiresIn: number;
  readonly status?: DomainStatus;
  readonly locked?: boolean;
  readonly privacy?: boolean;
  readonly autoRenew?: boolean;
  readonly nameservers?: readonly string[];
}

const ownServers = ['ns1.example.net', 'ns2.example.net'];

const demoDomains: readonly DemoDomain[] = [
  { name: 'bakery.com', expiresIn: 212, locked: true, privacy: true, autoRenew: true },
  { name: 'bakery.net', expiresIn: 212, locked: true },
  { name: 'bakery.co.uk', expiresIn: 97, nameservers: ownServers },
  { name: 'harbour.org', expiresIn: 640, locked: true, privacy: true },
  { name: 'cafe.de', expiresIn: 30, nameservers: ownServers },
  { name: 'studio.io', expiresIn: 1, autoRenew: true },
  { name: 'studio.dev', expiresIn: 1500, locked: true, nameservers: ownServers },
  { name: 'market.com.tr', expiresIn: 330, nameservers: ownServers },
  { name: 'dernek.org.tr', expiresIn: 365, status: 'pending' },
  { name: 'shop.shop', expiresIn: 0 },
  { name: 'late.com', expiresIn: -9 },
  { name: 'later.net', expiresIn: -41 },
  { name: 'gone.info', expiresIn: -63 },
  { name: 'paused.com', expiresIn: 180, status: 'on_hold', locked: true },
  { name: 'moved.com', expiresIn: 75, status: 'transferred_away' },
  { name: 'leaving.org', expiresIn: 120, status: 'transfer_out' },
];

function seedDomains(world: RegistryWorld, account: string, prefix: string): void {
  const international = { name: 'müller.de', expiresIn: 260, nameservers: ownServers };
  for (const { name, expiresIn, ...settings } of [...demoDomains, international]) {
    const domain = `${prefix}-${name}`;
    if (world.tldOf(domain) === undefined) continue;
    const expiresOn = daysFrom(world.today(), expiresIn);
    // Past dates keep their distance to the expiry, so that every domain is registered before today.
    const years = Math.max(1, Math.ceil(expiresIn / 365));
    const registeredOn = addYears(expiresOn, -years);
    world.putDomain({
      domain,
      account,
      expiresOn,
      registeredOn: registeredOn > world.today() ? world.today() : registeredOn,
      contacts: aContactSet(),
      ...settings,
    });
  }
}

/** Gives a domain a zone, a glue host and mail forwards, where the demonstration holds it. */
function seedSettings(world: RegistryWorld, account: string, domain: string): void {
  if (world.tldOf(domain) === undefined) return;
  world.zones.set(account, domain, [
    { type: 'A', name: '@', value: '192.0.2.10', ttlSeconds: 1800 },
    { type: 'A', name: 'www', value: '192.0.2.10', ttlSeconds: 1800 },
    { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
    { type: 'TXT', name: '@', value: 'v=spf1 include:example.net -all', ttlSeconds: 3600 },
  ]);
  world.hosts.create(account, domain, `ns1.${domain}`, ['192.0.2.53']);
  world.forwards.setEmails(account, domain, [
    { mailbox: 'orders', forwardTo: 'orders@example.net' },
  ]);
}

function daysFrom(today: CalendarDate, days: number): CalendarDate {
  return parseCalendarDate(
    new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10),
  );
}
