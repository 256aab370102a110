import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { money, volatileJournal, type ErrorCode, type Registrar } from '@registrar-kit/core';
import {
  aContactSet,
  createDemoWorld,
  demoAccounts,
  faultNames,
  mountSimulator,
  serveSimulator,
  type FaultName,
  type RegistryWorld,
  type ServedSimulator,
} from '@registrar-kit/testing';
import { domainNameApi } from '../../src/index.js';
import { createDomainNameApiSimulator } from '../../src/simulator/index.js';
import { expectFailure } from '../support/registrar.js';

let served: ServedSimulator | undefined;

interface Running {
  readonly world: RegistryWorld;
  readonly registrar: Registrar;
}

/** The adapter over real sockets, quick: no limit of requests, and no time between tries. */
async function start(account?: string): Promise<Running> {
  const world = createDemoWorld();
  const quota = { windows: [{ limit: 1000, windowMs: 1 }] };
  const simulator = createDomainNameApiSimulator({
    world,
    quota,
    ...(account === undefined ? {} : { account }),
  });
  served = await serveSimulator(simulator);
  const runtime = { journal: volatileJournal(), random: () => 0 };
  return { world, registrar: domainNameApi.create(served.config, runtime) };
}

afterEach(async () => {
  await served?.close();
  served = undefined;
});

/** What a read becomes under each fault that lasts. */
const reading: Readonly<Record<FaultName, ErrorCode | 'answered'>> = {
  'answer-lost-before-commit': 'TRANSPORT_FAILED',
  'answer-lost-after-commit': 'TRANSPORT_FAILED',
  'commit-after-reconcile-read': 'TRANSPORT_FAILED',
  'html-page': 'UNEXPECTED_RESPONSE',
  'login-redirect': 'AUTHENTICATION_FAILED',
  'other-redirect': 'UNEXPECTED_RESPONSE',
  'rate-limited': 'RATE_LIMITED',
  'server-error': 'PROVIDER_UNAVAILABLE',
  'truncated-answer': 'TRANSPORT_FAILED',
  'empty-answer': 'UNEXPECTED_RESPONSE',
  'slow-answer': 'answered',
  'missing-row': 'answered',
  'ip-not-allowed': 'ACCESS_DENIED',
  'key-rejected': 'AUTHENTICATION_FAILED',
  'account-locked': 'ACCESS_DENIED',
};

/** What an order becomes, and whether money is gone. */
const buying: Readonly<Record<FaultName, readonly [ErrorCode | 'done' | 'recovered', number]>> = {
  'answer-lost-before-commit': ['OUTCOME_UNKNOWN', 0],
  'answer-lost-after-commit': ['recovered', 1],
  'commit-after-reconcile-read': ['OUTCOME_UNKNOWN', 1],
  'html-page': ['OUTCOME_UNKNOWN', 0],
  'login-redirect': ['AUTHENTICATION_FAILED', 0],
  'other-redirect': ['OUTCOME_UNKNOWN', 0],
  'rate-limited': ['RATE_LIMITED', 0],
  'server-error': ['OUTCOME_UNKNOWN', 0],
  'truncated-answer': ['recovered', 1],
  'empty-answer': ['recovered', 1],
  'slow-answer': ['done', 1],
  'missing-row': ['done', 1],
  'ip-not-allowed': ['ACCESS_DENIED', 0],
  'key-rejected': ['AUTHENTICATION_FAILED', 0],
  'account-locked': ['ACCESS_DENIED', 0],
};

describe('a fault over real sockets', () => {
  it.each(faultNames)('%s: a read', async (fault) => {
    const { world, registrar } = await start();
    world.faults.add({ fault, operation: 'getDomain', times: 3, delayMs: 20 });
    const call = registrar.getDomain({ domain: 'ornek-bakery.com' });
    const code = reading[fault];
    if (code === 'answered') await expect(call).resolves.toMatchObject({ status: 'active' });
    else await expectFailure(call, code);
  });

  it.each(faultNames)('%s: a registration is never paid twice', async (fault) => {
    const { world, registrar } = await start();
    world.faults.add({ fault, operation: 'registerDomain', delayMs: 20 });
    const [outcome, purchases] = buying[fault];
    const order = {
      domain: 'free-name.com',
      years: 1,
      contacts: aContactSet(),
      price: { atMost: money('20.00', 'USD') },
    } as const;
    const call = registrar.registerDomain(order);
    if (outcome === 'done' || outcome === 'recovered') {
      await expect(call).resolves.toMatchObject({
        status: 'done',
        recovered: outcome === 'recovered',
      });
    } else {
      await expectFailure(call, outcome);
    }
    expect(world.ledger({ domain: 'free-name.com' })).toHaveLength(purchases);
  });

  it('leaves one name out of a check', async () => {
    const { world, registrar } = await start();
    world.faults.add({
      fault: 'missing-row',
      operation: 'checkAvailability',
      domain: 'free-name.com',
    });
    const rows = await registrar.checkAvailability({ domains: ['free-name.com', 'openai.com'] });
    expect(rows.map(({ availability, reason }) => reason ?? availability)).toEqual([
      'missing_from_answer',
      'taken',
    ]);
  });

  it('leaves one row out of a list', async () => {
    const { world, registrar } = await start();
    world.faults.add({ fault: 'missing-row', operation: 'listDomains' });
    const { items } = await registrar.listDomains().page();
    expect(items).toHaveLength(world.domainsOf(demoAccounts.reseller.id).total - 1);
  });
});

describe('what the world refuses', () => {
  const contacts = aContactSet();
  const price = { atMost: money('500.00', 'USD') } as const;

  it.each([
    ['a name that is taken', 'openai.com', 1, 'DOMAIN_UNAVAILABLE'],
    ['an ending that is not sold', 'some.museum', 1, 'DOMAIN_UNAVAILABLE'],
    ['a label that is too short', 'ab.com', 1, 'INVALID_INPUT'],
    ['years that are not sold', 'free-name.de', 3, 'INVALID_INPUT'],
    ['a premium name at the listed price', 'bakery.shop', 1, 'PRICE_CHANGED'],
  ] as const)('%s is not registered', async (_what, domain, years, code) => {
    const { world, registrar } = await start();
    await expectFailure(
      registrar.registerDomain({
        domain,
        years,
        contacts,
        price: code === 'PRICE_CHANGED' ? 'listed' : price,
      }),
      code,
    );
    expect(world.ledger()).toEqual([]);
  });

  it('refuses an order that the balance does not cover', async () => {
    const { world, registrar } = await start();
    world.deposit(demoAccounts.reseller.id, money('-995.00', 'USD'));
    const order = { domain: 'free-name.com', years: 1, contacts, price };
    const error = await expectFailure(registrar.registerDomain(order), 'INSUFFICIENT_FUNDS');
    expect(error.effect).toBe('none');
  });

  it('does not renew a domain that is beyond it', async () => {
    const { registrar } = await start();
    const { expiresOn } = await registrar.getDomain({ domain: 'ornek-gone.info' });
    const order = { domain: 'ornek-gone.info', years: 1, expectedExpiresOn: expiresOn!, price };
    await expectFailure(registrar.renewDomain(order), 'INVALID_DOMAIN_STATE');
  });

  it('does not find a domain of somebody else', async () => {
    const { registrar } = await start();
    await expectFailure(registrar.getDomain({ domain: 'demo-bakery.com' }), 'DOMAIN_NOT_FOUND');
    await expectFailure(
      registrar.setNameservers({
        domain: 'demo-bakery.com',
        nameservers: ['ns1.example.net', 'ns2.example.net'],
      }),
      'DOMAIN_NOT_FOUND',
    );
  });

  it('keeps a registration that waits for documents pending, and says what could not be set', async () => {
    const { world, registrar } = await start();
    const result = await registrar.registerDomain({
      domain: 'free-name.org.tr',
      years: 1,
      contacts,
      price,
      lock: true,
      tldAttributes: { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' },
    });
    expect(result.status).toBe('pending');
    expect(result.incomplete.map(({ setting }) => setting)).toEqual(['lock']);
    expect(world.ledger()).toHaveLength(1);
  });

  it('lets an address in or not', async () => {
    const { registrar } = await start(demoAccounts.addressBoundReseller.id);
    const error = await expectFailure(registrar.verifyAccess(), 'ACCESS_DENIED');
    expect(error.reason).toBe('ip_not_allowed');
  });
});

describe('the vendor’s real limit', () => {
  it('is kept by the adapter: three reads take two seconds and none is refused', async () => {
    const world = createDemoWorld();
    served = await serveSimulator(createDomainNameApiSimulator({ world }));
    const refused: string[] = [];
    const registrar = domainNameApi.create(served.config, {
      onEvent: ({ type }) => refused.push(type),
    });
    const startedAt = performance.now();
    await Promise.all([
      registrar.verifyAccess(),
      registrar.getBalance(),
      registrar.getDomain({ domain: 'ornek-bakery.com' }),
    ]);
    expect(performance.now() - startedAt).toBeGreaterThan(1990);
    expect(refused).not.toContain('retry.scheduled');
  });
});

describe('behind the vendor’s own host name, by nock', () => {
  it('serves the adapter as it is configured for production', async () => {
    const world = createDemoWorld();
    const simulator = createDomainNameApiSimulator({
      world,
      environment: 'live',
      quota: { windows: [] },
    });
    const mounted = mountSimulator(nock, simulator);
    try {
      const { resellerId, apiKey } = mounted.config;
      const config = { environment: 'live', resellerId, apiKey, quota: { api: { windows: [] } } };
      const registrar = domainNameApi.create(config, { random: () => 0 });
      await expect(registrar.getDomain({ domain: 'ornek-bakery.com' })).resolves.toMatchObject({
        status: 'active',
        locked: true,
      });
      expect(registrar.simulated).toBe(true);
      world.faults.add({ fault: 'login-redirect' });
      await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    } finally {
      mounted.unmount();
    }
  });
});
