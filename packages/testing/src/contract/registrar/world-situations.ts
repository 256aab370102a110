import { addYears, money, multiplyMoney } from '@registrar-kit/core';
import { aContactSet } from '../../builders/a-contact.js';
import type { RegistryWorld } from '../../world/registry-world.js';
import type { DomainSeed } from '../../world/world-domain.js';
import type { WorldTld } from '../../world/world-tld.js';
import type { Situation, Situations } from './situation.js';
import type { WorldSubject } from './world-subject.js';

/** The situations that a registry world brings about by itself. */
export type WorldSituation =
  | 'name-free'
  | 'name-taken'
  | 'name-premium'
  | 'name-early-access'
  | 'name-without-privacy'
  | 'name-not-sold'
  | 'domain-ours'
  | 'domain-absent'
  | 'domain-of-another-account'
  | 'domain-in-redemption'
  | 'domain-on-other-dns'
  | 'registrant-unverified'
  | 'two-pages'
  | 'registration-pending'
  | 'balance-beyond-floats'
  | 'balance-too-low'
  | 'price-changed'
  | 'charged-more'
  | 'sold-meanwhile'
  | 'domain-elsewhere'
  | 'domain-leaving';

type Part<Name extends Situation> = Pick<Situations<WorldSubject>, Name>;

/**
 * Names, domains, orders and transfers, for a registrar over a `RegistryWorld` with the endings of `demoTlds` and the names of
 * `demoNames`. Spread it into a harness and replace what is different at your vendor.
 */
export const worldSituations: Part<WorldSituation> = {
  'name-free': (_subject, { label }) => ({ domain: `${label}.com` }),
  'name-taken': ({ world }) => {
    world.setTaken('taken-harbour.com');
    return { domain: 'taken-harbour.com' };
  },
  'name-premium': ({ world }) => {
    const high = [money('250.00', 'USD'), money('9500.00', 'TRY')];
    const prices = {
      registerDomain: high,
      renewDomain: high,
      transferDomain: high,
      restoreDomain: high,
    };
    world.setPremium({ domain: 'premium-harbour.com', prices });
    return { domain: 'premium-harbour.com' };
  },
  'name-early-access': ({ world }) => {
    const fee = [money('120.00', 'USD'), money('4500.00', 'TRY')];
    world.setEarlyAccess({ domain: 'early-harbour.shop', fee });
    return { domain: 'early-harbour.shop' };
  },
  'name-without-privacy': ({ world }, { label }) => {
    world.setTld({ ...comOf(world), supportsPrivacy: false });
    return { domain: `${label}.com` };
  },
  'name-not-sold': () => ({ domain: 'harbour.jp' }),

  'domain-ours': (subject, { label }) => put(subject, label),
  'domain-absent': () => ({ domain: 'absent-harbour.com' }),
  'domain-of-another-account': ({ world }) => {
    const account = 'somebody-else';
    if (world.account(account) === undefined) world.addAccount({ id: account });
    const { domain } = world.putDomain({ domain: 'their-harbour.com', account });
    return { domain };
  },
  'domain-in-redemption': (subject, { label }) => {
    const { world } = subject;
    const { renewGraceDays, redemptionDays } = world.tld('com')?.lifecycle ?? noDays;
    const daysAgo = renewGraceDays + Math.ceil(redemptionDays / 2);
    const expiresOn = daysFrom(world.today(), -daysAgo);
    return put(subject, label, { expiresOn });
  },
  'domain-on-other-dns': (subject, { label }) =>
    put(subject, label, { nameservers: ['ns1.example.net', 'ns2.example.net'] }),
  'registrant-unverified': (subject, { label }) => put(subject, label, { verification: 'pending' }),
  'two-pages': (subject) => {
    const { listDomains } = subject.capabilities;
    const itemsPerRequest = listDomains.support === 'unsupported' ? 1 : listDomains.itemsPerRequest;
    const domains = Array.from({ length: itemsPerRequest + 2 }, (_, index) => {
      const { domain } = put(subject, `fleet-${String(index)}`);
      return domain;
    });
    return { domains };
  },

  'registration-pending': ({ world }, { label }) => {
    world.setTld({ ...comOf(world), pendingRegistration: true });
    const domain = `${label}.com`;
    return { domain, complete: () => void world.activate(domain) };
  },
  'balance-beyond-floats': ({ world, account }) => {
    const currency = world.balanceOf(account)[0]?.currency ?? 'USD';
    for (const balance of world.balanceOf(account))
      if (balance.currency === currency) world.deposit(account, multiplyMoney(balance, -1));
    const balance = money('999999999999999.87', currency);
    world.deposit(account, balance);
    return { balance };
  },
  'balance-too-low': ({ world, account }) => {
    for (const balance of world.balanceOf(account)) {
      world.deposit(account, multiplyMoney(balance, -1));
      world.deposit(account, money('0.01', balance.currency));
    }
  },
  'price-changed': ({ world, account }, { operation, domain }) => {
    const tld = world.tldOf(domain);
    if (tld === undefined) throw new Error(`the world does not sell ${domain}`);
    const perYear = tld.prices[operation].map((amount) => multiplyMoney(amount, 2));
    world.setPrice(tld.tld, operation, perYear);
    const currency = world.balanceOf(account)[0]?.currency ?? 'USD';
    const { total } = world.priceOf({ operation, domain, currency });
    return { price: total };
  },
  'charged-more': ({ world }, { operation, domain }) => {
    world.surprises.add({ surprise: 'listed-price-changed', operation, domain });
  },
  'sold-meanwhile': ({ world }, { domain }) => {
    world.surprises.add({ surprise: 'name-taken', operation: 'registerDomain', domain });
  },

  'domain-elsewhere': ({ world }, { label }) => {
    const authCode = `Code-${label}!7`;
    const { domain } = world.putForeignDomain({ domain: `${label}.com`, authCode });
    return {
      domain,
      authCode,
      complete: () => void world.transfers.complete(domain),
      fail: () => void world.transfers.fail(domain, 'losing_registrar'),
    };
  },
  'domain-leaving': (subject, { label }) => {
    const { domain } = put(subject, label);
    subject.world.transfersOut.start(domain);
    return { domain };
  },
};

function comOf(world: RegistryWorld): WorldTld {
  const com = world.tld('com');
  if (com === undefined) throw new Error('the world sells no .com; replace this situation');
  return com;
}

const noDays = { renewGraceDays: 0, redemptionDays: 0 };

function put(
  { world, account }: WorldSubject,
  label: string,
  seed: Partial<DomainSeed> = {},
): { readonly domain: string } {
  const { domain } = world.putDomain({
    domain: `${label}.com`,
    account,
    expiresOn: addYears(world.today(), 1),
    contacts: aContactSet(),
    privacy: true,
    ...seed,
  });
  return { domain };
}

function daysFrom(today: string, days: number): string {
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
