import {
  createRegistrar,
  money,
  volatileJournal,
  type DnsRecord,
  type Registrar,
  type RegistrarEvent,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { createDomainNameApiSimulator } from '@registrar-kit/domain-name-api/simulator';
import { namecheap } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { demoTlds, RegistryWorld, type RegistrarSimulator } from '@registrar-kit/testing';
import { canaryAuthCode, canaryKey, sparrowCode, sparrowContacts } from './canaries.js';
import { VirtualClock } from './virtual-clock.js';
import { memoryOrigin } from './wire/memory-wire.js';

/** Each vendor has its own form of an account. */
const accounts = {
  namecheap: 'harbourbooks',
  'domain-name-api': '0c0ffee0-1111-4222-8333-444455556666',
} as const;

export type ProviderId = keyof typeof accounts;
export const providerIds = Object.keys(accounts) as readonly ProviderId[];

/** A registrar over a vendor's simulator, fresh for one case. */
export interface Shop {
  readonly provider: ProviderId;
  readonly account: string;
  readonly world: RegistryWorld;
  readonly clock: VirtualClock;
  readonly simulator: RegistrarSimulator;
  readonly registrar: Registrar;
  readonly events: readonly RegistrarEvent[];
}

/** A domain of the account; it has a zone on the provider's servers, a glue host and forwards. */
export const ownDomain = 'harbour-books.com';
export const lapsedDomain = 'harbour-lapsed.com';
/** Not locked, so that it can leave. */
export const leavingDomain = 'harbour-leaving.com';
export const freeDomain = 'harbour-to-be.com';
export const foreignDomain = 'harbour-elsewhere.com';
export const glueHost = `ns1.${ownDomain}`;
export const otherServers = ['ns1.example.net', 'ns2.example.net'];

// Enough to find wrong rows, and few enough for the lists not to take all the time.
const tlds = demoTlds.filter(({ tld }) =>
  ['com', 'co.uk', 'de', 'io', 'us', 'com.tr'].includes(tld),
);
// A list that never ends must come to its deadline.
const quota = { windows: [{ limit: 20, windowMs: 1000 }] };

/** Makes the registrar that is tried. */
export type CreateRegistrar = (config: unknown, runtime: RegistrarRuntime) => Registrar;

const createOwn: CreateRegistrar = (config, runtime) =>
  createRegistrar(config, [namecheap, domainNameApi], runtime);

/** Opens a shop in which every operation of the contract has something to do. */
export function openShop(provider: ProviderId, create = createOwn): Shop {
  const clock = new VirtualClock();
  const world = new RegistryWorld({ clock, tlds });
  const account = accounts[provider];
  world.addAccount({
    id: account,
    keys: { test: canaryKey },
    balances: [money('5000.00', 'USD'), money('5000.00', 'TRY')],
  });
  const about = { account, contacts: sparrowContacts, authCode: sparrowCode };
  world.putDomain({ domain: ownDomain, ...about, locked: true, privacy: false });
  world.putDomain({
    domain: lapsedDomain,
    ...about,
    status: 'redemption',
    expiresOn: new Date(clock.now() - 40 * 86_400_000).toISOString().slice(0, 10),
  });
  world.putDomain({ domain: leavingDomain, ...about });
  world.putForeignDomain({ domain: foreignDomain, authCode: canaryAuthCode });
  world.zones.set(account, ownDomain, zone);
  world.forwards.setEmails(account, ownDomain, [{ mailbox: 'old', forwardTo: 'old@example.net' }]);
  world.hosts.create(account, ownDomain, glueHost, ['192.0.2.53']);
  const simulator =
    provider === 'namecheap'
      ? createNamecheapSimulator({ world, quota })
      : createDomainNameApiSimulator({ world, quota });
  const events: RegistrarEvent[] = [];
  const registrar = create(simulator.config(`${memoryOrigin}${simulator.basePath}`), {
    clock,
    journal: volatileJournal({ now: () => clock.now() }),
    random: () => 0,
    onEvent: (event) => void events.push(event),
  });
  return { provider, account, world, clock, simulator, registrar, events };
}

/** Sends visitors of the own domain on, where the vendor keeps that: among the records, or apart. */
export function forwardVisitors({ provider, world, account }: Shop): void {
  const target = 'https://example.net/old';
  if (provider === 'namecheap')
    world.zones.set(account, ownDomain, [
      { type: 'A', name: 'www', value: '192.0.2.10', ttlSeconds: 1800 },
      { type: 'URL301', name: '@', value: target },
    ]);
  else world.forwards.setUrl(account, ownDomain, { target, kind: 'redirect' });
}

const zone: readonly DnsRecord[] = [
  { type: 'A', name: '@', value: '192.0.2.10', ttlSeconds: 1800 },
  { type: 'CNAME', name: 'www', value: 'shop.example.net', ttlSeconds: 3600 },
  { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
  { type: 'TXT', name: '@', value: 'v=spf1 include:example.net -all', ttlSeconds: 3600 },
];
