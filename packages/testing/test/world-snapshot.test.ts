import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContactSet, createDemoWorld, ManualClock, RegistryWorld } from '@registrar-kit/testing';
import { smallWorld } from './support/small-world.js';

const order = { account: 'panel', domain: 'kept-bakery.com', years: 1, contacts: aContactSet() };

function throughText(world: RegistryWorld): Record<string, unknown> {
  return JSON.parse(JSON.stringify(world)) as Record<string, unknown>;
}

function without(row: object, fields: readonly string[]): object {
  const kept = Object.entries(row).filter(([field]) => !fields.includes(field));
  return Object.fromEntries(kept);
}

describe('a snapshot', () => {
  it('comes back the same, and the world goes on where it stopped', () => {
    const { world, clock } = smallWorld();
    world.addAccount({ id: 'bound', allowedAddresses: ['192.0.2.7'], keys: { test: 'k' } });
    world.register(order);
    world.setTaken('taken-bakery.com');
    world.setPrice('net', 'renewDomain', [money('1.5', 'USD')]);
    world.faults.add({ fault: 'rate-limited', operation: 'getBalance', times: 2 });
    const restored = RegistryWorld.fromJSON(throughText(world), { clock });
    expect(throughText(restored)).toEqual(throughText(world));
    expect(restored.account('panel')?.allowedAddresses).toBeUndefined();
    expect(restored.account('bound')).toEqual(world.account('bound'));
    expect(restored.availabilityOf('taken-bakery.com').status).toBe('taken');
    expect(restored.faults.take({ operation: 'getBalance' })?.fault).toBe('rate-limited');
    const { domain, entry } = restored.register({ ...order, domain: 'next-bakery.com' });
    expect([domain.id, entry.id]).toEqual([100_002, 500_002]);
    expect(restored.balanceOf('panel')[0]).toEqual(money('79.04', 'USD'));
    // The first world is another one.
    expect(world.find('next-bakery.com')).toBeUndefined();
  });

  it('keeps statuses derived from the date out, so that they follow the clock again', async () => {
    const clock = new ManualClock('2026-01-15T12:00:00.000Z');
    const { world } = smallWorld({ clock });
    world.putDomain({ domain: 'late-bakery.com', account: 'panel', expiresOn: '2026-01-10' });
    const restored = RegistryWorld.fromJSON(throughText(world), { clock });
    expect(restored.find('late-bakery.com')?.status).toBe('expired');
    await clock.advanceDays(30);
    expect(restored.find('late-bakery.com')?.status).toBe('redemption');
  });

  it('holds transfers, hosts, zones, forwards and what else belongs to a domain', async () => {
    const { world, clock } = smallWorld();
    const domain = 'own-bakery.com';
    world.putDomain({ domain, account: 'panel' });
    world.addAccount({ id: 'parked', parking: [{ type: 'A', name: '@', value: '192.0.2.1' }] });
    for (const name of ['far', 'near', 'last'])
      world.putForeignDomain({ domain: `${name}-bakery.com`, authCode: 'Code!1', locked: true });
    const order = { account: 'panel', authCode: 'Code!1', failLater: true };
    world.transfers.start({ ...order, domain: 'far-bakery.com', contacts: aContactSet() });
    world.transfers.start({ ...order, domain: 'near-bakery.com' });
    world.transfers.settle('near-bakery.com');
    world.hosts.create('panel', domain, `ns1.${domain}`, ['192.0.2.1']);
    const settings = { emailType: 'MX' };
    const flags = { IsActive: 'true' };
    const data = { value: '192.0.2.1', ttlSeconds: 60 };
    const set = { type: 'A', name: '@' } as const;
    world.zones.set('panel', domain, [{ ...set, ...data, flags }], { settings });
    world.zones.stage('panel', domain, { kind: 'delete', ...set });
    world.zones.stage('panel', domain, { kind: 'put', ...set, records: [data] });
    world.forwards.setUrl('panel', domain, { target: 'https://example.net', kind: 'frame' });
    world.forwards.setEmails('panel', domain, [{ mailbox: '*', forwardTo: 'a@example.net' }]);
    world.setPrivacy('panel', domain, true, 'b@example.net');
    world.setDnssec('panel', domain, [{ keyTag: 1, algorithm: 13, digestType: 2, digest: 'abcd' }]);
    world.putDomain({ domain: 'lost-bakery.com', account: 'panel' });
    world.deleteDomain('panel', 'lost-bakery.com');

    const restored = RegistryWorld.fromJSON(throughText(world), { clock });
    expect(throughText(restored)).toEqual(throughText(world));
    for (const each of [world, restored]) {
      expect(each.transfers.settle('far-bakery.com').cause).toBe('locked');
      each.transfers.start({ ...order, domain: 'last-bakery.com' });
      each.transfers.complete('last-bakery.com');
      each.zones.applyStaged('panel', domain);
      each.hosts.delete('panel', domain, `ns1.${domain}`);
    }
    await clock.advanceDays(30);
    expect(restored.find('lost-bakery.com')?.status).toBe('deleting');
    // Numbers go on where they stopped, in both alike.
    expect(throughText(restored)).toEqual(throughText(world));
  });

  it('of version 1 is read, with nothing in what there was not then', () => {
    const { world, clock } = smallWorld();
    world.register(order);
    const { accounts, tlds, names, domains, ledger, faults, nextDomainId } = world.toJSON();
    const old = {
      format: 'registrar-kit.registry-world',
      version: 1,
      accounts: accounts.map((account) => without(account, ['parking'])),
      tlds: tlds.map((tld) => without(tld, ['attributes'])),
      names,
      domains: domains.map((row) => without(row, ['verification', 'verificationsSent', 'dnssec'])),
      ledger,
      faults,
      nextDomainId,
    };
    const restored = RegistryWorld.fromJSON(JSON.parse(JSON.stringify(old)), { clock });
    expect(restored.find(order.domain)).toMatchObject({ verification: 'verified', dnssec: [] });
    expect(restored.zones.of('panel', order.domain).records).toEqual([]);
    expect(restored.hosts.list('panel', order.domain)).toEqual([]);
    expect(restored.forwards.emails('panel', order.domain)).toEqual([]);
    expect(restored.transfers.list('panel').total).toBe(0);
    restored.putForeignDomain({ domain: 'far-bakery.com', authCode: 'a' });
    const transfer = { account: 'panel', domain: 'far-bakery.com', authCode: 'a' };
    expect(restored.transfers.start(transfer).transfer.id).toBe(300_001);
    expect(restored.toJSON().version).toBe(2);
  });

  it('holds for the demonstration', () => {
    const clock = new ManualClock();
    const world = createDemoWorld({ clock });
    expect(throughText(RegistryWorld.fromJSON(throughText(world), { clock }))).toEqual(
      throughText(world),
    );
  });

  it.each([
    [null, 'is not an object'],
    [[], 'is not an object'],
    [{}, 'format is "nothing" instead of registrar-kit.registry-world'],
    [{ format: 'other' }, 'format is "other" instead of registrar-kit.registry-world'],
    [{ version: 3 }, 'it is of version "3", and this package reads version 1 to 2'],
    [{ version: undefined }, 'it is of version "nothing"'],
    [{ accounts: 'none' }, 'accounts is not a list'],
    [{ accounts: [{ id: 'a' }] }, 'accounts[0].keys is not an object'],
    [{ nextDomainId: '7' }, 'nextDomainId is not a whole number'],
    [{ faults: [{ fault: 'no-such' }] }, 'faults[0].fault is "no-such" instead of'],
    [{ transfers: [{ id: 1 }] }, 'transfers[0].domain is not text'],
    [{ zones: [{ domainId: 1, settings: { a: 1 } }] }, 'zones[0].settings.a is not text'],
    [{ hosts: [{ domainId: 1, hosts: [{ host: 'a' }] }] }, 'hosts[0].hosts[0].addresses is not'],
    [
      { forwards: [{ domainId: 1, url: { target: 'a', kind: 'none' }, emails: [] }] },
      'forwards[0].url.kind is "none" instead of redirect, frame',
    ],
    [{ foreignDomains: undefined }, 'foreignDomains is not a list'],
    [{ version: 1, accounts: 'none' }, 'accounts is not a list'],
    [{ version: 1, domains: [null] }, 'domains[0] is not an object'],
    [
      { names: { taken: [], premium: [{ domain: 'a.com' }], earlyAccess: [], reserved: [] } },
      'names.premium[0].prices is not an object',
    ],
  ])('%j is refused', (change, message) => {
    const { world } = smallWorld();
    const json =
      change === null || Array.isArray(change) || Object.keys(change).length === 0
        ? change
        : { ...throughText(world), ...change };
    expect(() => RegistryWorld.fromJSON(json)).toThrow(message);
    expect(() => RegistryWorld.fromJSON(json)).toThrow('this is no state of a registry world');
  });

  it('with a broken amount or date is refused', () => {
    const { world } = smallWorld();
    world.register(order);
    const text = JSON.stringify(world);
    const money1 = text.replace(
      '"balanceAfter":{"amount":"89.52"',
      '"balanceAfter":{"amount":89.52',
    );
    expect(money1).not.toBe(text);
    expect(() => RegistryWorld.fromJSON(JSON.parse(money1))).toThrow(
      'ledger[0].balanceAfter is not an amount of money',
    );
    const date = text.replace('"expiresOn":"2027-01-15"', '"expiresOn":"2027-02-30"');
    expect(date).not.toBe(text);
    expect(() => RegistryWorld.fromJSON(JSON.parse(date))).toThrow(
      'domains[0].expiresOn is not a date',
    );
  });
});
