import { describe, expect, it } from '@jest/globals';
import { refusalOf } from './support/refusal-of.js';
import { smallWorld } from './support/small-world.js';

const domain = 'own-bakery.com';
const host = 'ns1.own-bakery.com';

function worldWithHost() {
  const { world, clock } = smallWorld();
  world.addAccount({ id: 'other' });
  world.putDomain({ domain, account: 'panel' });
  world.putDomain({ domain: 'second-bakery.com', account: 'other' });
  world.hosts.create('panel', domain, host, ['192.0.2.1', '2001:db8::1']);
  return { world, clock };
}

describe('glue hosts', () => {
  it('are created, read, changed and deleted', () => {
    const { world } = worldWithHost();
    const second = 'ns2.deep.own-bakery.com';
    expect(world.hosts.create('panel', domain, 'NS2.Deep.Own-Bakery.com.', ['192.0.2.2'])).toEqual({
      host: second,
      addresses: ['192.0.2.2'],
    });
    expect(world.hosts.list('panel', domain)).toEqual([
      { host, addresses: ['192.0.2.1', '2001:db8::1'] },
      { host: second, addresses: ['192.0.2.2'] },
    ]);
    const addresses = ['198.51.100.1', '198.51.100.1', '198.51.100.2'];
    expect(world.hosts.update('panel', domain, host, { addresses })).toEqual({
      host,
      addresses: ['198.51.100.1', '198.51.100.2'],
    });
    const renamed = world.hosts.update('panel', domain, host, { newHost: 'dns.own-bakery.com' });
    expect(renamed).toEqual({
      host: 'dns.own-bakery.com',
      addresses: ['198.51.100.1', '198.51.100.2'],
    });
    expect(refusalOf(() => world.hosts.get('panel', domain, host)).kind).toBe('host_not_found');
    expect(world.hosts.get('panel', domain, 'DNS.own-bakery.com')).toEqual(renamed);
    world.hosts.delete('panel', domain, second);
    expect(world.hosts.list('panel', domain)).toEqual([renamed]);
    expect(world.hosts.list('other', 'second-bakery.com')).toEqual([]);
  });

  it('keep their name where a vendor wants it repeated, even in use', () => {
    const { world } = worldWithHost();
    world.setNameservers('other', 'second-bakery.com', [host, 'ns.example.net']);
    const update = { newHost: host.toUpperCase(), addresses: ['192.0.2.9'] };
    expect(world.hosts.update('panel', domain, host, update).addresses).toEqual(['192.0.2.9']);
  });

  it('cannot go while a domain needs them', () => {
    const { world } = worldWithHost();
    world.setNameservers('other', 'second-bakery.com', [host, 'ns.example.net']);
    const before = JSON.stringify(world);
    const inUse = { kind: 'host_in_use', domain, host, usedBy: 'second-bakery.com' };
    expect(refusalOf(() => world.hosts.delete('panel', domain, host))).toEqual(inUse);
    const newHost = 'dns.own-bakery.com';
    expect(refusalOf(() => world.hosts.update('panel', domain, host, { newHost }))).toEqual(inUse);
    expect(refusalOf(() => world.deleteDomain('panel', domain))).toEqual(inUse);
    expect(JSON.stringify(world)).toBe(before);
    world.setNameservers('other', 'second-bakery.com', []);
    expect(() => {
      world.hosts.delete('panel', domain, host);
    }).not.toThrow();
  });

  it('of a domain that itself uses them do not keep it from being deleted', () => {
    const { world } = worldWithHost();
    world.setNameservers('panel', domain, [host, 'ns.example.net']);
    expect(refusalOf(() => world.hosts.delete('panel', domain, host)).kind).toBe('host_in_use');
    expect(world.deleteDomain('panel', domain).status).toBe('redemption');
  });

  it('do not come back with a new registration of the name', async () => {
    const { world, clock } = worldWithHost();
    const { contacts } = world.deleteDomain('panel', domain);
    await clock.advanceDays(40);
    world.register({ account: 'panel', domain, years: 1, contacts });
    expect(world.hosts.list('panel', domain)).toEqual([]);
  });

  it.each([
    ['ns1.example.net', ['192.0.2.1'], { kind: 'invalid_host', host: 'ns1.example.net' }],
    ['ns1.not-own-bakery.com', ['192.0.2.1'], { kind: 'invalid_host' }],
    [domain, ['192.0.2.1'], { kind: 'invalid_host', host: domain }],
    ['ns 1.own-bakery.com', ['192.0.2.1'], { kind: 'invalid_host' }],
    ['', ['192.0.2.1'], { kind: 'invalid_host', host: '' }],
    [host, ['192.0.2.1'], { kind: 'host_exists', host }],
    ['ns3.own-bakery.com', [], { kind: 'invalid_address' }],
    ['ns3.own-bakery.com', ['192.0.2.256'], { kind: 'invalid_address', address: '192.0.2.256' }],
    ['ns3.own-bakery.com', ['192.0.2.1', 'ns.example.net'], { address: 'ns.example.net' }],
    [
      'ns3.own-bakery.com',
      Array.from({ length: 14 }, (_, index) => `192.0.2.${String(index)}`),
      { kind: 'invalid_address' },
    ],
  ])('named %j at %j are refused and nothing changes', (name, addresses, reason) => {
    const { world } = worldWithHost();
    const before = JSON.stringify(world);
    expect(refusalOf(() => world.hosts.create('panel', domain, name, addresses))).toMatchObject({
      domain,
      ...reason,
    });
    expect(JSON.stringify(world)).toBe(before);
  });

  it('are the owner’s, and unknown ones are said to be so', () => {
    const { world } = worldWithHost();
    world.hosts.create('panel', domain, 'ns2.own-bakery.com', ['192.0.2.2']);
    const before = JSON.stringify(world);
    const { hosts } = world;
    const refusals = [
      refusalOf(() => hosts.list('other', domain)),
      refusalOf(() => hosts.list('nobody', domain)),
      refusalOf(() => hosts.get('panel', domain, 'ns9.own-bakery.com')),
      refusalOf(() => hosts.update('panel', domain, 'ns9.own-bakery.com', {})),
      refusalOf(() => hosts.update('panel', domain, host, { newHost: 'ns2.own-bakery.com' })),
      refusalOf(() => hosts.update('panel', domain, host, { newHost: 'ns2.example.net' })),
      refusalOf(() => hosts.update('panel', domain, host, { addresses: [] })),
      refusalOf(() => {
        hosts.delete('panel', domain, 'ns9.own-bakery.com');
      }),
      refusalOf(() => {
        hosts.delete('other', domain, host);
      }),
    ];
    expect(refusals.map(({ kind }) => kind)).toEqual([
      'not_owner',
      'unknown_account',
      'host_not_found',
      'host_not_found',
      'host_exists',
      'invalid_host',
      'invalid_address',
      'host_not_found',
      'not_owner',
    ]);
    expect(JSON.stringify(world)).toBe(before);
  });
});
