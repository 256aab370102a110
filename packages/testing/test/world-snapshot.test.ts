import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { aContactSet, createDemoWorld, ManualClock, RegistryWorld } from '@registrar-kit/testing';
import { smallWorld } from './support/small-world.js';

const order = { account: 'panel', domain: 'kept-bakery.com', years: 1, contacts: aContactSet() };

function throughText(world: RegistryWorld): Record<string, unknown> {
  return JSON.parse(JSON.stringify(world)) as Record<string, unknown>;
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
    [{ version: 2 }, 'it is of version "2", and this package reads version 1'],
    [{ version: undefined }, 'it is of version "nothing"'],
    [{ accounts: 'none' }, 'accounts is not a list'],
    [{ accounts: [{ id: 'a' }] }, 'accounts[0].keys is not an object'],
    [{ nextDomainId: '7' }, 'nextDomainId is not a whole number'],
    [{ faults: [{ fault: 'no-such' }] }, 'faults[0].fault is "no-such" instead of'],
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
