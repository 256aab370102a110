import { describe, expect, it } from '@jest/globals';
import type { NamecheapQuirks } from '@registrar-kit/namecheap/simulator';
import { aContact, createDemoWorld, demoAccounts, ManualClock } from '@registrar-kit/testing';
import {
  driftIn,
  simulatedRegistrar,
  type SimulatedRegistrar,
} from '../support/simulated-registrar.js';
import { simulatedWire } from '../support/simulated-wire.js';
import { errorOf } from '../support/test-driver.js';

const account = demoAccounts.user.id;
const domain = 'demo-bakery.com';

/** Every way in which the vendor is known to vary what it writes, one at a time and all at once. */
const variants: readonly Partial<NamecheapQuirks>[] = [
  { spelling: 'documented' },
  { declaration: false },
  { namespace: 'https' },
  { namespace: 'none' },
  { emptyWarnings: false },
  { requestedCommand: 'as-known' },
  { skeletons: false },
  { neverDate: 'slashes' },
  { newerAttributes: false },
  { unservedZone: 'error' },
  { hiddenRecords: 'lost' },
  { tooManyRecords: '3013288' },
  { hostFailures: 'result' },
  { pricingFilter: 'ignored' },
  {
    spelling: 'documented',
    declaration: false,
    namespace: 'none',
    emptyWarnings: false,
    requestedCommand: 'as-known',
    skeletons: false,
    neverDate: 'slashes',
    newerAttributes: false,
    unservedZone: 'error',
    hostFailures: 'result',
    pricingFilter: 'ignored',
  },
];

async function seeded(quirks: Partial<NamecheapQuirks>): Promise<SimulatedRegistrar> {
  // The same day for all, whenever the test runs.
  const world = createDemoWorld({ clock: new ManualClock() });
  world.transfers.start({ account, domain: 'elsewhere-bakery.com', failLater: true });
  return simulatedRegistrar({ world, quirks, quota: { windows: [] } });
}

/** Everything that can be read, and what does not work, by its code. */
async function readAll({ registrar }: SimulatedRegistrar): Promise<Record<string, unknown>> {
  const codeOf = async (call: Promise<unknown>): Promise<string> => (await errorOf(call)).code;
  const own = { domain };
  return {
    balance: await registrar.getBalance(),
    prices: (await registrar.getPrices({ tlds: ['com', 'co.uk'], operations: ['renewDomain'] }))
      .prices,
    tlds: (await registrar.listTlds().page()).items,
    availability: await registrar.checkAvailability({
      domains: ['free-name.com', 'google.com', 'one.zz', 'demo-premium.com'],
    }),
    domains: (await registrar.listDomains().page()).items.map((row) => ({
      ...row,
      premium: undefined,
    })),
    nameservers: await registrar.getNameservers(own),
    lock: await registrar.getLock(own),
    privacy: await registrar.getPrivacy(own),
    contacts: await registrar.getContacts(own),
    records: await registrar.listRecords(own),
    emailForwards: await registrar.getEmailForwards(own),
    urlForward: await registrar.getUrlForward({ domain: 'demo-studio.io' }),
    host: await registrar.getHost({ ...own, host: `ns1.${domain}` }),
    transfers: await registrar.listTransfers().page(),
    transfer: await registrar.getTransfer({ domain: 'elsewhere-bakery.com' }),
    noDomain: await codeOf(registrar.getDomain({ domain: 'unknown-name.com' })),
    noHost: await codeOf(registrar.getHost({ ...own, host: `ns9.${domain}` })),
    noTransfer: await codeOf(registrar.getTransfer({ ...own, transferId: '1' })),
    noZone: await codeOf(registrar.listRecords({ domain: 'demo-bakery.co.uk' })),
  };
}

describe('answers that vary', () => {
  let usual: Record<string, unknown> | undefined;

  it.each(variants)('are read like the usual ones: %o', async (quirks) => {
    usual ??= await readAll(await seeded({}));
    const simulated = await seeded(quirks);
    expect(await readAll(simulated)).toEqual(usual);
    expect(driftIn(simulated)).toEqual([]);
  });

  it.each(variants)('do not change what writes do: %o', async (quirks) => {
    const simulated = await seeded(quirks);
    const { registrar, world } = simulated;
    const own = { domain };
    await registrar.setLock({ ...own, locked: false });
    await registrar.setPrivacy({ ...own, privacy: false });
    await registrar.setContacts({ ...own, contacts: { tech: aContact({ firstName: 'Edsger' }) } });
    await registrar.setNameservers({
      domain: 'demo-bakery.net',
      nameservers: ['ns1.example.net', 'ns2.example.net'],
    });
    await registrar.createHost({ ...own, host: `ns3.${domain}`, addresses: ['192.0.2.3'] });
    const plan = await registrar.planRecords({
      ...own,
      change: { add: [{ type: 'A', name: 'new', value: '192.0.2.3' }] },
    });
    await registrar.applyRecords({ plan });
    expect(world.find(domain)).toMatchObject({
      locked: false,
      privacy: false,
      contacts: { tech: { firstName: 'Edsger' } },
    });
    expect(world.find('demo-bakery.net')?.nameservers).toHaveLength(2);
    expect(world.hosts.list(account, domain)).toHaveLength(2);
    expect(world.zones.of(account, domain).records.map(({ name }) => name)).toContain('new');
    expect(driftIn(simulated)).toEqual([]);
  });
});

describe('what each variation writes', () => {
  const body = (quirks: Partial<NamecheapQuirks>, command: string, parameters = {}) =>
    simulatedWire({ quirks }).wire.body(`namecheap.${command}`, parameters);
  const own = { DomainName: domain };
  const zone = { SLD: 'demo-bakery', TLD: 'com' };

  it('spells as the pages do', async () => {
    const quirks = { spelling: 'documented' } as const;
    expect(await body(quirks, 'domains.dns.getHosts', zone)).toMatch(/<Host HostID="\d+"/);
    expect(await body(quirks, 'domains.getTldList')).toContain('NonRealTimeDomain="false"');
    expect(await body(quirks, 'domains.getRegistrarLock', own)).toContain(
      'RegistrarLockStatus="True"',
    );
    expect(await body(quirks, 'whoisguard.getlist')).toContain('Status="enabled"');
    expect(await body(quirks, 'users.address.getList')).toContain('AddressID="0"');
    const prices = await body(quirks, 'users.getPricing', { ProductType: 'DOMAIN' });
    expect(prices).toContain('<ProductType Name="DOMAINS">');
    expect(prices).toContain('<ProductCategory Name="REGISTER">');
    expect(prices).toContain('<Product Name="CO.UK">');
    expect(prices).toContain('CouponPrice="0.0"');
  });

  it('leaves out what older or other answers lack', async () => {
    expect(await body({ declaration: false }, 'users.getBalances')).toMatch(/^<ApiResponse /);
    expect(await body({ emptyWarnings: false }, 'users.getBalances')).not.toContain('Warnings');
    expect(await body({ namespace: 'none' }, 'users.getBalances')).toContain(
      '<ApiResponse Status="OK">',
    );
    const older = { newerAttributes: false };
    expect(await body(older, 'domains.getList')).not.toContain('IsOurDNS');
    expect(await body(older, 'domains.getInfo', own)).not.toContain('IsPremium');
    expect(await body(older, 'domains.dns.getList', zone)).not.toContain('IsPremiumDNS');
    expect(await body({ skeletons: false }, 'domains.getInfo', { DomainName: 'x.com' })).toContain(
      '<CommandResponse Type="namecheap.domains.getInfo" />',
    );
  });

  it('keeps what is answered beside an error, which is no skeleton', async () => {
    const names = { DomainList: 'free-name.com,one.zz' };
    expect(await body({ skeletons: false }, 'domains.check', names)).toContain(
      'Domain="free-name.com" Available="true"',
    );
  });

  it('writes other forms of the same', async () => {
    expect(await body({ namespace: 'https' }, 'users.getBalances')).toContain(
      'xmlns="https://api.namecheap.com/xml.response"',
    );
    expect(await body({ requestedCommand: 'as-known' }, 'users.getBalances')).toContain(
      '<RequestedCommand>namecheap.users.getBalances<',
    );
    expect(await body({ neverDate: 'slashes' }, 'domains.getInfo', own)).toContain(
      '<CreatedDate>01/01/0001</CreatedDate>',
    );
    const renewals = { ProductType: 'DOMAIN', ActionName: 'RENEW', ProductName: 'COM' };
    expect(await body({ pricingFilter: 'ignored' }, 'users.getPricing', renewals)).toContain(
      '<ProductCategory Name="register">',
    );
  });
});
