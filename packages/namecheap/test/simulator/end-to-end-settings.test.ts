import { describe, expect, it } from '@jest/globals';
import { aContact, aContactSet, demoAccounts } from '@registrar-kit/testing';
import { expectNoCanary } from '../support/canaries.js';
import { driftIn, simulatedRegistrar } from '../support/simulated-registrar.js';
import { errorOf } from '../support/test-driver.js';

const own = { domain: 'demo-bakery.com' };
const account = demoAccounts.user.id;

describe('settings over the simulated vendor', () => {
  it('go back to the own name servers', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const domain = 'demo-bakery.co.uk';
    expect(await registrar.getNameservers({ domain })).toMatchObject({ providerDns: false });
    expect(await registrar.resetNameservers({ domain })).toEqual({
      domain,
      nameservers: ['dns1.registrar-servers.com', 'dns2.registrar-servers.com'],
      providerDns: true,
    });
    expect(world.find(domain)?.nameservers).toEqual([]);
    expect(driftIn(simulated)).toEqual([]);
  });

  it('lock and unlock, and tell where there is no lock', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    expect(await registrar.getLock(own)).toEqual({ ...own, locked: true });
    expect(await registrar.setLock({ ...own, locked: false })).toEqual({ ...own, locked: false });
    expect(world.find(own.domain)?.locked).toBe(false);
    expect(await registrar.setLock({ ...own, locked: true })).toEqual({ ...own, locked: true });
    for (const call of [
      registrar.getLock({ domain: 'demo-cafe.de' }),
      registrar.setLock({ domain: 'demo-cafe.de', locked: true }),
    ])
      expect((await errorOf(call)).code).toBe('UNSUPPORTED_OPERATION');
    expect((await errorOf(registrar.getLock({ domain: 'unknown-name.com' }))).code).toBe(
      'DOMAIN_NOT_FOUND',
    );
    expect((await errorOf(registrar.getLock({ domain: 'ornek-bakery.com' }))).code).toBe(
      'ACCESS_DENIED',
    );
    expect(driftIn(simulated)).toEqual([]);
  });

  it('switch privacy by the subscription of the domain', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const domain = 'demo-bakery.net';
    expect(await registrar.getPrivacy({ domain })).toEqual({ domain, privacy: false });
    expect(await registrar.setPrivacy({ domain, privacy: true })).toEqual({
      domain,
      privacy: true,
    });
    // To whom mail goes was not said, so that the registrant gets it.
    expect(world.find(domain)).toMatchObject({
      privacy: true,
      privacyForwardTo: 'ada@example.com',
    });
    expect(await registrar.setPrivacy({ domain, privacy: false })).toEqual({
      domain,
      privacy: false,
    });
    expect(world.find(domain)?.privacy).toBe(false);
    await registrar.setPrivacy({ domain, privacy: true, forwardTo: 'bob@example.com' });
    expect(world.find(domain)?.privacyForwardTo).toBe('bob@example.com');
    // Nothing is sent where the wanted state stands.
    const before = simulated.commands().length;
    await registrar.setPrivacy({ domain, privacy: true });
    expect(simulated.commands().slice(before)).toEqual(['domains.getInfo']);
    const error = await errorOf(registrar.setPrivacy({ domain: 'demo-cafe.de', privacy: true }));
    expect(['INVALID_DOMAIN_STATE', 'UNSUPPORTED_OPERATION']).toContain(error.code);
    expect(driftIn(simulated)).toEqual([]);
  });

  it('has no privacy to switch where the domain was ordered without the subscription', async () => {
    const { registrar, world } = await simulatedRegistrar();
    world.putDomain({
      domain: 'no-privacy.com',
      account,
      tldAttributes: { AddFreeWhoisguard: 'no' },
    });
    const error = await errorOf(registrar.setPrivacy({ domain: 'no-privacy.com', privacy: true }));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
  });

  it('change the contacts of one role and keep everything else', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world, events } = simulated;
    const domain = 'nexus-name.us';
    const held = {
      RegistrantNexus: 'C11',
      RegistrantPurpose: 'P1',
      RegistrantJobTitle: 'Baker',
      TechFax: '+1.2025550199',
    };
    world.putDomain({ domain, account, contacts: aContactSet(), tldAttributes: held });
    const before = await registrar.getContacts({ domain });
    expect(before).toEqual({
      domain,
      contacts: aContactSet(),
      tldAttributes: { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' },
    });
    const tech = aContact({ firstName: 'Margaret', phone: '+902125550142' });
    const after = await registrar.setContacts({ domain, contacts: { tech } });
    expect(after).toEqual({ ...before, contacts: { ...before.contacts, tech } });
    expect(world.find(domain)).toMatchObject({
      contacts: { ...aContactSet(), tech },
      tldAttributes: { ...held, TechFax: '' },
    });
    await registrar.setContacts({
      domain,
      contacts: { admin: tech },
      tldAttributes: { RegistrantNexus: 'C12' },
    });
    expect(world.find(domain)?.tldAttributes).toMatchObject({
      RegistrantNexus: 'C12',
      RegistrantPurpose: 'P1',
      RegistrantJobTitle: 'Baker',
    });
    expect(driftIn(simulated)).toEqual([]);
    expectNoCanary(events);
  });

  it('make, move and take away glue hosts', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const host = { ...own, host: 'ns2.demo-bakery.com' };
    expect((await errorOf(registrar.getHost(host))).code).toBe('DOMAIN_NOT_FOUND');
    const created = await registrar.createHost({ ...host, addresses: ['192.0.2.54'] });
    expect(created).toMatchObject({ host: host.host, addresses: ['192.0.2.54'] });
    const updated = await registrar.updateHost({ ...host, addresses: ['192.0.2.55'] });
    expect(updated.addresses).toEqual(['192.0.2.55']);
    expect(await registrar.getHost(host)).toEqual(updated);
    world.setNameservers(account, 'demo-bakery.net', [host.host, 'ns1.example.net']);
    expect((await errorOf(registrar.deleteHost(host))).code).toBe('INVALID_DOMAIN_STATE');
    world.setNameservers(account, 'demo-bakery.net', []);
    await registrar.deleteHost(host);
    expect(world.hosts.list(account, own.domain).map(({ host: name }) => name)).toEqual([
      'ns1.demo-bakery.com',
    ]);
    const reserved = registrar.createHost({ ...host, addresses: ['127.0.0.1'] });
    expect((await errorOf(reserved)).code).toBe('INVALID_INPUT');
    expect(driftIn(simulated)).toEqual([]);
  });

  it.each(['errors', 'result'] as const)(
    'understand what the registry says of a glue host among the %s',
    async (hostFailures) => {
      const simulated = await simulatedRegistrar({ quirks: { hostFailures } });
      const { registrar, world } = simulated;
      const missing = { ...own, host: 'ns9.demo-bakery.com' };
      expect((await errorOf(registrar.getHost(missing))).code).toBe('DOMAIN_NOT_FOUND');
      expect((await errorOf(registrar.deleteHost(missing))).code).toBe('DOMAIN_NOT_FOUND');
      const used = { ...own, host: 'ns1.demo-bakery.com' };
      world.setNameservers(account, 'demo-bakery.net', [used.host, 'ns1.example.net']);
      expect((await errorOf(registrar.deleteHost(used))).code).toBe('INVALID_DOMAIN_STATE');
    },
  );

  it('send mail on', async () => {
    const simulated = await simulatedRegistrar();
    const { registrar, world } = simulated;
    const forwards = [
      { mailbox: 'info', forwardTo: 'ada@example.com' },
      { mailbox: '*', forwardTo: 'bob@example.com' },
    ];
    expect(await registrar.getEmailForwards(own)).toEqual({
      ...own,
      forwards: [{ mailbox: 'orders', forwardTo: 'orders@example.net' }],
    });
    expect(await registrar.setEmailForwards({ ...own, forwards })).toEqual({ ...own, forwards });
    expect(world.forwards.emails(account, own.domain)).toEqual(forwards);
    expect(await registrar.setEmailForwards({ ...own, forwards: [] })).toEqual({
      ...own,
      forwards: [],
    });
    const elsewhere = registrar.getEmailForwards({ domain: 'demo-bakery.co.uk' });
    expect((await errorOf(elsewhere)).code).toBe('INVALID_DOMAIN_STATE');
    expect(driftIn(simulated)).toEqual([]);
  });

  it.each([
    ['setLock', () => ({ ...own, locked: false })],
    ['setPrivacy', () => ({ ...own, privacy: false })],
    ['setContacts', () => ({ ...own, contacts: { tech: aContact() } })],
    ['resetNameservers', () => ({ domain: 'demo-bakery.co.uk' })],
    ['createHost', () => ({ ...own, host: 'ns5.demo-bakery.com', addresses: ['192.0.2.5'] })],
    ['setEmailForwards', () => ({ ...own, forwards: [] })],
  ] as const)(
    'do not tell of %s whose answer is lost that it did not happen',
    async (name, input) => {
      const { registrar, world, commands } = await simulatedRegistrar();
      world.faults.add({ fault: 'answer-lost-after-commit', operation: name });
      const write = registrar[name].bind(registrar) as (given: unknown) => Promise<unknown>;
      const before = JSON.stringify(world);
      const error = await errorOf(write(input()));
      expect(error).toMatchObject({ effect: 'unknown', retryable: false });
      expect(JSON.stringify(world)).not.toBe(before);
      // Sent once, whatever it came to.
      expect(
        commands().filter((command) => /set|enable|disable|create|delete/i.test(command)),
      ).toHaveLength(1);
    },
  );
});
