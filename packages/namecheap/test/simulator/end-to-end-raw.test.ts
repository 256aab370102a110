import { describe, expect, it } from '@jest/globals';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { demoAccounts, RegistryWorld } from '@registrar-kit/testing';
import { expectNoCanary } from '../support/canaries.js';
import { simulatedRegistrar } from '../support/simulated-registrar.js';
import { simulatedWire } from '../support/simulated-wire.js';
import { WireClient } from '../support/wire-client.js';
import { errorOf } from '../support/test-driver.js';

describe('raw calls over the simulated vendor', () => {
  it('reach what the contract has no operation for', async () => {
    const { registrar, world, events } = await simulatedRegistrar();
    const book = await registrar.raw('users.address.getList');
    expect(book.children['addressgetlistresult']?.[0]?.children['list']?.[0]?.attributes).toEqual({
      addressid: '0',
      addressname: 'Primary Address',
      isdefault: 'true',
    });
    const list = await registrar.raw('namecheap.whoisguard.getList', { PageSize: '100' });
    const rows = list.children['whoisguardgetlistresult']?.[0]?.children['whoisguard'] ?? [];
    const row = rows.find(({ attributes }) => attributes['domainname'] === 'demo-bakery.com');
    const WhoisguardID = row?.attributes['id'] ?? '';
    const changed = await registrar.raw('whoisguard.changeEmailAddress', { WhoisguardID });
    const [result] = changed.children['whoisguardchangeemailaddressresult'] ?? [];
    expect(result?.attributes).toMatchObject({ issuccess: 'true' });
    expect(world.find('demo-bakery.com')?.privacy).toBe(true);
    expectNoCanary(events, book, list, changed);
  });

  it('hear of two errors at once', async () => {
    const { registrar } = await simulatedRegistrar();
    const error = await errorOf(
      registrar.raw('whoisguard.enable', {
        WhoisguardID: '1',
        ForwardedToEmail: 'ada@example.com',
      }),
    );
    expect(error.effect).toBe('none');
    for (const number of ['2011331', '2019166']) expect(error.vendor?.message).toContain(number);
  });

  it('may charge only with consent', async () => {
    const { registrar, world } = await simulatedRegistrar();
    const order = { DomainName: 'demo-late.com' };
    expect((await errorOf(registrar.raw('domains.reactivate', order))).code).toBe('INVALID_INPUT');
    expect(world.ledger()).toEqual([]);
    await registrar.raw('domains.reactivate', order, { acceptCharge: true });
    expect(world.ledger().map(({ kind }) => kind)).toEqual(['restoreDomain']);
  });
});

describe('what the simulated vendor keeps', () => {
  it('is still there after a restart', async () => {
    const { wire, world } = simulatedWire();
    const account = demoAccounts.user.id;
    const own = { SLD: 'demo-bakery', TLD: 'com' };
    const hosts = { HostName1: '@', RecordType1: 'A', Address1: '192.0.2.7', EmailType: 'FWD' };
    await wire.body('namecheap.domains.dns.setHosts', { ...own, ...hosts });
    world.setContacts(account, 'demo-bakery.com', {}, { RegistrantJobTitle: 'Baker' });
    world.transfers.start({ account, domain: 'elsewhere-bakery.com', failLater: true });
    const again = RegistryWorld.fromJSON(JSON.parse(JSON.stringify(world)), { clock: world.clock });
    const restarted = new WireClient(createNamecheapSimulator({ world: again }));
    for (const [command, parameters] of [
      ['domains.dns.getHosts', own],
      ['domains.getContacts', { DomainName: 'demo-bakery.com' }],
      ['domains.transfer.getList', {}],
      ['whoisguard.getlist', {}],
    ] as const) {
      expect(await restarted.body(`namecheap.${command}`, parameters)).toBe(
        await wire.body(`namecheap.${command}`, parameters),
      );
    }
  });
});
