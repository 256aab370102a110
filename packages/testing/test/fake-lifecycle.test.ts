import { describe, expect, it } from '@jest/globals';
import { money } from '@registrar-kit/core';
import { FakeRegistrar, ManualClock, RegistryWorld } from '@registrar-kit/testing';

const domain = 'own-bakery.com';
const atMost = { atMost: money('100.00', 'USD') };

/** Today is 15 January 2026. Under .com a name is expired for 30 days or more, and then in redemption. */
function aRegistrar(expiresOn = '2026-09-01') {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const world = new RegistryWorld({ clock });
  const registrar = new FakeRegistrar({ world });
  registrar.seed({ domain, expiresOn });
  const { lifecycle } = world.tld('com')!;
  return { registrar, world, clock, lifecycle };
}

describe('restoreDomain', () => {
  it('brings a domain back once time has taken it into redemption', async () => {
    const { registrar, world, clock, lifecycle } = aRegistrar('2026-01-15');
    await clock.advanceDays(lifecycle.renewGraceDays + 1);
    expect((await registrar.getDomain({ domain })).status).toBe('redemption');
    await expect(
      registrar.renewDomain({ domain, years: 1, expectedExpiresOn: '2026-01-15', price: 'listed' }),
    ).rejects.toMatchObject({ code: 'INVALID_DOMAIN_STATE', state: 'redemption' });
    const quote = await registrar.quote({ operation: 'restoreDomain', domain });
    expect(quote.price).toEqual(money('88.00', 'USD'));
    const restored = await registrar.restoreDomain({ domain, price: quote });
    expect(restored).toMatchObject({
      status: 'done',
      expiresOn: '2027-01-15',
      charged: money('88.00', 'USD'),
      recovered: false,
    });
    expect(await registrar.getDomain({ domain })).toMatchObject({
      status: 'active',
      expiresOn: '2027-01-15',
    });
    expect(world.ledger()).toMatchObject([{ kind: 'restoreDomain' }]);
  });

  it('does not sell what a renewal would do, nor what needs nothing', async () => {
    const { registrar, world, clock } = aRegistrar('2026-01-16');
    await expect(registrar.restoreDomain({ domain, price: atMost })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'active',
    });
    await clock.advanceDays(5);
    await expect(registrar.restoreDomain({ domain, price: atMost })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'expired',
      effect: 'none',
    });
    expect(world.ledger()).toEqual([]);
  });

  it('comes too late when the name is being deleted', async () => {
    const { registrar, clock, lifecycle } = aRegistrar('2026-01-15');
    const { renewGraceDays, redemptionDays, pendingDeleteDays } = lifecycle;
    await clock.advanceDays(renewGraceDays + redemptionDays + 1);
    await expect(registrar.restoreDomain({ domain, price: atMost })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'deleting',
    });
    await clock.advanceDays(pendingDeleteDays);
    await expect(registrar.getDomain({ domain })).rejects.toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
    });
    const [row] = await registrar.checkAvailability({ domains: [domain] });
    expect(row?.availability).toBe('available');
  });

  it('is paid once, although its answer is lost', async () => {
    const { registrar, world, clock, lifecycle } = aRegistrar('2026-01-15');
    await clock.advanceDays(lifecycle.renewGraceDays + 1);
    world.faults.add({ fault: 'truncated-answer', operation: 'restoreDomain' });
    expect(await registrar.restoreDomain({ domain, price: atMost })).toMatchObject({
      status: 'done',
      recovered: true,
      expiresOn: '2027-01-15',
    });
    expect(world.ledger()).toHaveLength(1);
  });
});

describe('deleteDomain', () => {
  it('lets a domain leave, and it can still be restored for a while', async () => {
    const { registrar, world } = aRegistrar();
    await registrar.deleteDomain({ domain });
    expect((await registrar.getDomain({ domain })).status).toBe('redemption');
    expect((await registrar.restoreDomain({ domain, price: atMost })).status).toBe('done');
    expect((await registrar.getDomain({ domain })).status).toBe('active');
    expect(world.ledger()).toHaveLength(1);
  });

  it('keeps a domain whose glue host another one needs', async () => {
    const { registrar, world } = aRegistrar();
    const addresses = ['192.0.2.53'];
    for (const name of ['ns1', 'ns2'])
      await registrar.createHost({ domain, host: `${name}.${domain}`, addresses });
    registrar.seed({
      domain: 'other-bakery.com',
      nameservers: [`ns1.${domain}`, `ns2.${domain}`],
    });
    await expect(registrar.deleteDomain({ domain })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
    expect(world.find(domain)?.status).toBe('active');
  });
});
