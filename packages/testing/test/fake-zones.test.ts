import { describe, expect, it } from '@jest/globals';
import type { CapabilityTable, DnsRecord } from '@registrar-kit/core';
import { fakeCapabilities, FakeRegistrar, RegistryWorld } from '@registrar-kit/testing';

const domain = 'own-bakery.com';
const zone: readonly DnsRecord[] = [
  { type: 'A', name: '@', value: '192.0.2.10', ttlSeconds: 1800 },
  { type: 'A', name: 'www', value: '192.0.2.10' },
  { type: 'MX', name: '@', value: 'mail.example.net', priority: 10, ttlSeconds: 3600 },
  { type: 'TXT', name: '@', value: 'v=spf1 -all' },
];

function aRegistrar(capabilities: CapabilityTable = fakeCapabilities) {
  const world = new RegistryWorld();
  const registrar = new FakeRegistrar({ world, capabilities });
  const { account } = registrar;
  registrar.seed(domain);
  world.zones.set(account, domain, zone);
  const standing = () => world.zones.of(account, domain).records;
  return { registrar, world, account, standing };
}

describe('records', () => {
  it('are listed in the form of the contract', async () => {
    const { registrar } = aRegistrar();
    expect(await registrar.listRecords({ domain })).toEqual({ domain, records: zone });
  });

  it('change by a plan, and nothing else does', async () => {
    const { registrar, standing } = aRegistrar();
    const plan = await registrar.planRecords({
      domain,
      change: {
        remove: [{ type: 'A', name: 'www' }],
        add: [
          { type: 'CNAME', name: 'www', value: 'shop.example.net.' },
          { type: 'TXT', name: '@', value: 'site-verification=1' },
        ],
      },
    });
    expect(plan).toMatchObject({
      losses: [],
      removed: [zone[1]],
      kept: [zone[0], zone[2], zone[3]],
    });
    expect(standing()).toHaveLength(4);
    const applied = await registrar.applyRecords({ plan });
    expect(applied).toMatchObject({ missing: [], unexpected: [] });
    expect(applied.records).toHaveLength(5);
    const values = standing().map(({ type, name, value }) => `${type} ${name} ${value}`);
    expect(values.sort()).toEqual([
      'A @ 192.0.2.10',
      'CNAME www shop.example.net',
      'MX @ mail.example.net',
      'TXT @ site-verification=1',
      'TXT @ v=spf1 -all',
    ]);
  });

  it('keep what a vendor holds beside them', async () => {
    const { registrar, world, account, standing } = aRegistrar();
    const flags = { FriendlyName: 'shop' };
    world.zones.set(
      account,
      domain,
      zone.map((record) => ({ ...record, flags })),
      { settings: { EmailType: 'MX' } },
    );
    const plan = await registrar.planRecords({
      domain,
      change: { add: [{ type: 'A', name: '@', value: '192.0.2.11' }] },
    });
    await registrar.applyRecords({ plan });
    const flagged = standing().filter((record) => record.flags !== undefined);
    expect(flagged.map(({ value }) => value).sort()).toEqual(zone.map(({ value }) => value).sort());
    expect(world.zones.of(account, domain).settings).toEqual({ EmailType: 'MX' });
  });

  it('are not written by a plan for another zone than stands', async () => {
    const { registrar, world, account, standing } = aRegistrar();
    const change = { add: [{ type: 'A', name: 'new', value: '192.0.2.11' }] } as const;
    const plan = await registrar.planRecords({ domain, change });
    world.zones.edit(account, domain, { kind: 'delete', name: 'www', type: 'A' });
    await expect(registrar.applyRecords({ plan })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      effect: 'none',
    });
    // What a vendor keeps beside the records is part of the zone.
    const second = await registrar.planRecords({ domain, change });
    world.zones.set(account, domain, standing(), { settings: { EmailType: 'NONE' } });
    await expect(registrar.applyRecords({ plan: second })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
    expect(standing()).toHaveLength(3);
  });

  it('of somebody who writes in between are kept and told', async () => {
    const { registrar, world, account, standing } = aRegistrar();
    const plan = await registrar.planRecords({
      domain,
      change: { remove: [{ type: 'TXT', name: '@' }] },
    });
    const other: DnsRecord = { type: 'A', name: 'other', value: '192.0.2.12' };
    world.faults.add({ fault: 'slow-answer', operation: 'planRecords', delayMs: 20 });
    const applied = registrar.applyRecords({ plan });
    while (
      !registrar.calls.some(
        ({ within, operation }) => within === 'applyRecords' && operation === 'planRecords',
      )
    )
      await new Promise((resolve) => setImmediate(resolve));
    world.zones.edit(account, domain, {
      kind: 'put',
      name: other.name,
      type: other.type,
      records: [{ value: other.value }],
    });
    expect(await applied).toMatchObject({ missing: [], unexpected: [other] });
    expect(
      standing()
        .map(({ name, type }) => `${name} ${type}`)
        .sort(),
    ).toEqual(['@ A', '@ MX', 'other A', 'www A']);
  });

  it('are neither shown nor written where other servers answer', async () => {
    const { registrar } = aRegistrar();
    await registrar.setNameservers({ domain, nameservers: ['ns1.example.net', 'ns2.example.net'] });
    const refused = { code: 'INVALID_DOMAIN_STATE', effect: 'none' };
    await expect(registrar.listRecords({ domain })).rejects.toMatchObject(refused);
    await expect(
      registrar.planRecords({ domain, change: { replaceAll: [] } }),
    ).rejects.toMatchObject(refused);
  });

  it('keep to the limits of the table', async () => {
    const mxe = { type: 'MXE', name: '@', value: '192.0.2.25' } as const;
    const { registrar } = aRegistrar();
    await expect(registrar.planRecords({ domain, change: { add: [mxe] } })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'change.add.0.type' }],
    });
    const roomy = aRegistrar({
      ...fakeCapabilities,
      planRecords: {
        support: 'supported',
        recordTypes: ['A', 'MX', 'MXE', 'TXT'],
        maxRecords: 5,
        ttlSeconds: { min: 60, max: 60_000 },
      },
    });
    const plan = await roomy.registrar.planRecords({ domain, change: { add: [mxe] } });
    expect(await roomy.registrar.applyRecords({ plan })).toMatchObject({ missing: [] });
    await expect(
      roomy.registrar.planRecords({
        domain,
        change: { add: [{ type: 'A', name: 'sixth', value: '192.0.2.6' }] },
      }),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', issues: [{ path: 'change' }] });
  });

  it('begin with those that the account parks domains with', async () => {
    const { registrar, world, account } = aRegistrar();
    registrar.seed('fresh-bakery.com');
    world.updateAccount(account, {
      parking: [{ type: 'CNAME', name: 'www', value: 'parking.{domain}' }],
    });
    const { records } = await registrar.listRecords({ domain: 'fresh-bakery.com' });
    expect(records).toEqual([{ type: 'CNAME', name: 'www', value: 'parking.fresh-bakery.com' }]);
  });
});

describe('forwards', () => {
  it('send visitors on, and stop', async () => {
    const { registrar } = aRegistrar();
    expect(await registrar.getUrlForward({ domain })).toEqual({ domain, target: null });
    await registrar.deleteUrlForward({ domain });
    const target = 'https://example.net/shop';
    const forward = { domain, target, kind: 'redirect' };
    expect(await registrar.setUrlForward({ domain, target })).toEqual(forward);
    expect(await registrar.getUrlForward({ domain })).toEqual(forward);
    await registrar.setUrlForward({ domain, target, kind: 'frame' });
    expect((await registrar.getUrlForward({ domain })).kind).toBe('frame');
    await registrar.deleteUrlForward({ domain });
    expect((await registrar.getUrlForward({ domain })).target).toBeNull();
  });

  it('send mail on as one set', async () => {
    const { registrar } = aRegistrar();
    const forwards = [
      { mailbox: 'info', forwardTo: 'info@example.net' },
      { mailbox: '*', forwardTo: 'all@example.net' },
    ];
    expect(await registrar.setEmailForwards({ domain, forwards })).toEqual({ domain, forwards });
    expect(await registrar.getEmailForwards({ domain })).toEqual({ domain, forwards });
    await registrar.setEmailForwards({ domain, forwards: [] });
    expect((await registrar.getEmailForwards({ domain })).forwards).toEqual([]);
  });
});

describe('glue hosts', () => {
  const host = `ns1.${domain}`;

  it('are created, changed and deleted', async () => {
    const { registrar } = aRegistrar();
    const addresses = ['192.0.2.53', '2001:db8::53'];
    expect(await registrar.createHost({ domain, host, addresses })).toEqual({ host, addresses });
    expect(await registrar.getHost({ domain, host })).toEqual({ host, addresses });
    expect(await registrar.listHosts({ domain })).toEqual({ domain, hosts: [{ host, addresses }] });
    const moved = { host: `ns2.${domain}`, addresses: ['192.0.2.54'] };
    expect(
      await registrar.updateHost({ domain, host, newHost: moved.host, addresses: moved.addresses }),
    ).toEqual(moved);
    await expect(registrar.getHost({ domain, host })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    await registrar.deleteHost({ domain, host: moved.host });
    expect((await registrar.listHosts({ domain })).hosts).toEqual([]);
  });

  it('cannot be created twice, nor go while a domain uses them', async () => {
    const { registrar } = aRegistrar();
    const addresses = ['192.0.2.53'];
    for (const name of ['ns1', 'ns2'])
      await registrar.createHost({ domain, host: `${name}.${domain}`, addresses });
    await expect(registrar.createHost({ domain, host, addresses })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
    await registrar.setNameservers({ domain, nameservers: [host, `ns2.${domain}`] });
    await expect(registrar.deleteHost({ domain, host })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
  });
});
