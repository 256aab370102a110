import type { RecordPlan } from '@registrar-kit/core';
import {
  FakeRegistrar,
  ManualClock,
  RegistryWorld,
  type FakeRegistrarOptions,
} from '@registrar-kit/testing';

/** A registrar with something for every operation to act upon, on 15 January 2026. */
export async function busyRegistrar(options: FakeRegistrarOptions = {}): Promise<{
  readonly registrar: FakeRegistrar;
  readonly world: RegistryWorld;
  readonly clock: ManualClock;
  /** Adds an address to the zone of own-bakery.com. */
  readonly plan: RecordPlan;
}> {
  const clock = new ManualClock('2026-01-15T12:00:00.000Z');
  const world = new RegistryWorld({ clock });
  const before = new FakeRegistrar({ world });
  const { account } = before;
  before.seed(
    { domain: 'own-bakery.com', expiresOn: '2026-09-01', verification: 'pending' },
    { domain: 'lost-bakery.com', expiresOn: '2025-12-01' },
    'leaving-bakery.com',
    { domain: 'hosted-bakery.com', nameservers: ['ns1.example.net', 'ns2.example.net'] },
  );
  world.transfersOut.start('leaving-bakery.com');
  for (const domain of ['far-bakery.com', 'coming-bakery.com', 'failed-bakery.com'])
    world.putForeignDomain({ domain, authCode: 'Right-Code!1' });
  for (const domain of ['coming-bakery.com', 'failed-bakery.com'])
    world.transfers.start({ account, domain, authCode: 'Right-Code!1' });
  world.transfers.fail('failed-bakery.com', 'losing_registrar');
  world.hosts.create(account, 'own-bakery.com', 'ns1.own-bakery.com', ['192.0.2.53']);
  world.forwards.setUrl(account, 'own-bakery.com', {
    target: 'https://example.net/',
    kind: 'redirect',
  });
  const plan = await before.planRecords({
    domain: 'own-bakery.com',
    change: { add: [{ type: 'A', name: '@', value: '192.0.2.1' }] },
  });
  return { registrar: new FakeRegistrar({ world, ...options }), world, clock, plan };
}
