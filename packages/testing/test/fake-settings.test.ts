import { describe, expect, it } from '@jest/globals';
import type { DnssecState } from '@registrar-kit/core';
import { aContact, aContactSet, FakeRegistrar, RegistryWorld } from '@registrar-kit/testing';

const domain = 'own-bakery.com';

function aRegistrar() {
  const world = new RegistryWorld();
  const registrar = new FakeRegistrar({ world });
  registrar.seed(domain, 'plain-bakery.de', 'open-bakery.us');
  return { registrar, world };
}

describe('lock and privacy', () => {
  it('are set to what is wanted, and read back', async () => {
    const { registrar, world } = aRegistrar();
    for (const locked of [true, true, false]) {
      expect(await registrar.setLock({ domain, locked })).toEqual({ domain, locked });
      expect(await registrar.getLock({ domain })).toEqual({ domain, locked });
      expect((await registrar.getDomain({ domain })).locked).toBe(locked);
    }
    for (const privacy of [true, false]) {
      expect(await registrar.setPrivacy({ domain, privacy })).toEqual({ domain, privacy });
      expect(await registrar.getPrivacy({ domain })).toEqual({ domain, privacy });
    }
    await registrar.setPrivacy({ domain, privacy: true, forwardTo: 'Inbox@example.net' });
    expect(world.find(domain)?.privacyForwardTo).toBe('Inbox@example.net');
  });

  it('are not to be had where the registry knows none, as the capabilities of the ending say', async () => {
    const { registrar } = aRegistrar();
    const germany = await registrar.getCapabilities({ tld: 'de' });
    const states = await registrar.getCapabilities({ tld: 'us' });
    const commercial = await registrar.getCapabilities({ tld: 'com' });
    expect([germany.setLock.support, germany.getLock.support]).toEqual([
      'unsupported',
      'unsupported',
    ]);
    expect(states.setPrivacy.support).toBe('unsupported');
    expect([commercial.setLock.support, commercial.setPrivacy.support]).toEqual([
      'supported',
      'supported',
    ]);
    const refused = { code: 'UNSUPPORTED_OPERATION', effect: 'none' };
    const bakery = { domain: 'plain-bakery.de' };
    await expect(registrar.getLock(bakery)).rejects.toMatchObject(refused);
    await expect(registrar.setLock({ ...bakery, locked: true })).rejects.toMatchObject(refused);
    const open = { domain: 'open-bakery.us' };
    await expect(registrar.getPrivacy(open)).rejects.toMatchObject(refused);
    await expect(registrar.setPrivacy({ ...open, privacy: true })).rejects.toMatchObject(refused);
  });
});

describe('name servers', () => {
  it('go back to the fake registrar’s own', async () => {
    const { registrar } = aRegistrar();
    const own = await registrar.getNameservers({ domain });
    expect(own).toEqual({
      domain,
      nameservers: ['ns1.fake-registrar.example', 'ns2.fake-registrar.example'],
      providerDns: true,
    });
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    expect(await registrar.setNameservers({ domain, nameservers })).toEqual({
      domain,
      nameservers,
      providerDns: false,
    });
    expect(await registrar.resetNameservers({ domain })).toEqual(own);
    expect(await registrar.getNameservers({ domain })).toEqual(own);
  });
});

describe('contacts', () => {
  it('change in the roles given and stay in the others', async () => {
    const { registrar } = aRegistrar();
    const contacts = aContactSet();
    registrar.seed({ domain, contacts });
    const before = await registrar.getContacts({ domain });
    expect(before).toEqual({ domain, contacts: expect.objectContaining(contacts) });
    const tech = aContact({ firstName: 'Other', email: 'other@example.net' });
    const after = { domain, contacts: { ...before.contacts, tech } };
    expect(await registrar.setContacts({ domain, contacts: { tech } })).toEqual(after);
    expect(await registrar.getContacts({ domain })).toEqual(after);
    expect(await registrar.getRegistrantVerification({ domain })).toEqual({
      domain,
      status: 'verified',
    });
  });

  it('bring extra fields of the registry along', async () => {
    const { registrar } = aRegistrar();
    const open = 'open-bakery.us';
    const requirements = await registrar.getTldRequirements({ tld: '.us' });
    expect(requirements).toMatchObject({ tld: 'us', stated: true });
    expect(
      requirements.attributes.filter(({ required }) => required).map(({ key }) => key),
    ).toEqual(['RegistrantNexus', 'RegistrantPurpose']);
    const contacts = { registrant: aContact({ firstName: 'Other' }) };
    await expect(
      registrar.setContacts({ domain: open, contacts, tldAttributes: { RegistrantNexus: 'C11' } }),
    ).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: 'tldAttributes.RegistrantPurpose' }],
    });
    const tldAttributes = { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' };
    expect(await registrar.setContacts({ domain: open, contacts, tldAttributes })).toMatchObject({
      contacts,
      tldAttributes,
    });
    expect(await registrar.getContacts({ domain: open })).toMatchObject({ tldAttributes });
  });

  it('with another address have to be confirmed', async () => {
    const { registrar, world } = aRegistrar();
    const status = async () => (await registrar.getRegistrantVerification({ domain })).status;
    await expect(registrar.resendRegistrantVerification({ domain })).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
    });
    const registrant = aContact({ email: 'moved@example.net' });
    await registrar.setContacts({ domain, contacts: { registrant } });
    expect(await status()).toBe('pending');
    await registrar.resendRegistrantVerification({ domain });
    expect(world.find(domain)?.verificationsSent).toBe(1);
    world.verifyRegistrant(domain);
    expect(await status()).toBe('verified');
  });
});

it('says of endings that depend on another field when it does, and of unknown ones nothing', async () => {
  const { registrar } = aRegistrar();
  const { attributes } = await registrar.getTldRequirements({ tld: 'com.tr' });
  const taxOffice = attributes.find(({ key }) => key === 'TRABISTAXOFFICE');
  expect(taxOffice).toEqual({
    key: 'TRABISTAXOFFICE',
    description: 'Tax office; for Corporate (required where TRABISDOMAINCATEGORY is Corporate)',
    required: false,
  });
  expect(await registrar.getTldRequirements({ tld: 'com' })).toEqual({
    tld: 'com',
    stated: true,
    attributes: [],
  });
  expect(await registrar.getTldRequirements({ tld: 'zzz' })).toEqual({
    tld: 'zzz',
    stated: false,
    attributes: [],
  });
});

it('switches the automatic renewal', async () => {
  const { registrar } = aRegistrar();
  expect(await registrar.setAutoRenew({ domain, autoRenew: true })).toEqual({
    domain,
    autoRenew: true,
  });
  expect((await registrar.getDomain({ domain })).autoRenew).toBe(true);
});

it('keeps DS records as one set', async () => {
  const { registrar } = aRegistrar();
  const records: DnssecState['records'] = [
    { keyTag: 2371, algorithm: 13, digestType: 2, digest: 'AB'.repeat(32) },
  ];
  expect(await registrar.getDnssec({ domain })).toEqual({ domain, records: [] });
  expect(await registrar.setDnssec({ domain, records })).toEqual({ domain, records });
  expect(await registrar.getDnssec({ domain })).toEqual({ domain, records });
  await registrar.setDnssec({ domain, records: [] });
  expect(await registrar.getDnssec({ domain })).toEqual({ domain, records: [] });
});

it('shows the settings of those for whom the account may act, and leaves changes to the owner', async () => {
  const { world } = aRegistrar();
  world.addAccount({ id: 'friend' });
  world.addAccount({ id: 'helper', mayActFor: ['friend'] });
  world.putDomain({ domain: 'shared-bakery.com', account: 'friend', locked: true });
  world.zones.set('friend', 'shared-bakery.com', [{ type: 'A', name: '@', value: '192.0.2.1' }]);
  const helper = new FakeRegistrar({ world, account: 'helper' });
  const shared = { domain: 'shared-bakery.com' };
  expect((await helper.getLock(shared)).locked).toBe(true);
  expect((await helper.listRecords(shared)).records).toHaveLength(1);
  expect((await helper.listHosts(shared)).hosts).toEqual([]);
  expect((await helper.getUrlForward(shared)).target).toBeNull();
  await expect(helper.setLock({ ...shared, locked: false })).rejects.toMatchObject({
    code: 'ACCESS_DENIED',
    reason: 'not_domain_owner',
  });
  const stranger = new FakeRegistrar({ world, account: 'fake-account' });
  for (const read of [
    () => stranger.getLock(shared),
    () => stranger.getContacts(shared),
    () => stranger.getAuthCode(shared),
    () => stranger.listRecords(shared),
    () => stranger.listHosts(shared),
    () => stranger.getEmailForwards(shared),
    () => stranger.getDnssec(shared),
  ])
    await expect(read()).rejects.toMatchObject({
      code: 'ACCESS_DENIED',
      reason: 'not_domain_owner',
    });
});

it('changes nothing of a domain that has expired', async () => {
  const { registrar } = aRegistrar();
  registrar.seed({ domain, status: 'expired' });
  for (const change of [
    () => registrar.setLock({ domain, locked: true }),
    () => registrar.setPrivacy({ domain, privacy: true }),
    () => registrar.setContacts({ domain, contacts: { tech: aContact() } }),
    () => registrar.setAutoRenew({ domain, autoRenew: true }),
    () => registrar.resetNameservers({ domain }),
  ])
    await expect(change()).rejects.toMatchObject({
      code: 'INVALID_DOMAIN_STATE',
      state: 'expired',
    });
});
