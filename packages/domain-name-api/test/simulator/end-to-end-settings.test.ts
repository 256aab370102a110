import { describe, expect, it, test } from '@jest/globals';
import { aContact, aContactSet } from '@registrar-kit/testing';
import { expectFailure } from '../support/registrar.js';
import { expectNoCanary, reseller, serveRegistrar } from './support/served-registrar.js';

const domain = 'ornek-bakery.com';
const posts = 'POST /api/v1';
const turkish = {
  firstName: 'Ayşe',
  lastName: "O'Örnek-Soy",
  organization: 'Örnek A.Ş.',
  email: 'ayse@example.com',
  phone: '+902125550123',
  address1: 'Deneme Caddesi 1/2',
  city: 'İstanbul',
  state: 'İstanbul',
  postalCode: '34000',
  country: 'TR',
};

describe('the lock', () => {
  it('is read, opened and closed again by two endpoints', async () => {
    const { registrar, world, requests, trouble } = await serveRegistrar();
    await expect(registrar.getLock({ domain })).resolves.toEqual({ domain, locked: true });
    for (const locked of [false, true]) {
      await expect(registrar.setLock({ domain, locked })).resolves.toEqual({ domain, locked });
      expect(world.find(domain)?.locked).toBe(locked);
    }
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([
      `${posts}/domains/unlock`,
      `${posts}/domains/lock`,
    ]);
    expect(trouble()).toEqual([]);
  });

  test.each([
    ['an ending without one', 'ornek-cafe.de', 'UNSUPPORTED_OPERATION'],
    ['a domain of somebody else', 'demo-bakery.com', 'DOMAIN_NOT_FOUND'],
    ['a domain that is leaving', 'ornek-leaving.org', 'INVALID_DOMAIN_STATE'],
  ] as const)('is refused for %s', async (_what, name, code) => {
    const { registrar } = await serveRegistrar();
    const error = await expectFailure(registrar.setLock({ domain: name, locked: true }), code);
    expect(error.effect).toBe('none');
  });

  test.each([
    ['answer-lost-before-commit', true],
    ['answer-lost-after-commit', false],
    ['server-error', true],
  ] as const)('is not known to stand after %s', async (fault, stillLocked) => {
    const { registrar, world } = await serveRegistrar();
    world.faults.add({ fault, operation: 'setLock' });
    const call = registrar.setLock({ domain, locked: false });
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
    expect(world.find(domain)?.locked).toBe(stillLocked);
  });
});

describe('privacy', () => {
  it('is read and switched', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    await expect(registrar.getPrivacy({ domain })).resolves.toEqual({ domain, privacy: true });
    const off = { domain, privacy: false };
    await expect(registrar.setPrivacy(off)).resolves.toEqual(off);
    expect(world.find(domain)?.privacy).toBe(false);
    expect(trouble()).toEqual([]);
  });

  it.each(['plain', 'exception-notice', 'success-false'] as const)(
    'is told not to be offered for an ending, refused in the form %s',
    async (refusalForm) => {
      const { registrar } = await serveRegistrar({ refusalForm });
      const call = registrar.setPrivacy({ domain: 'ornek-cafe.de', privacy: true });
      const error = await expectFailure(call, 'UNSUPPORTED_OPERATION');
      expect(error.message).toContain('not supported for this TLD');
    },
  );
});

describe('contacts', () => {
  it('of one role are changed, and the others stay as they are, fax and flag included', async () => {
    const { registrar, world, requests, trouble } = await serveRegistrar();
    const before = world.find(domain)?.contacts;
    const twoLines = { ...turkish, address2: 'Kat 2' };
    const first = await registrar.setContacts({ domain, contacts: { tech: twoLines } });
    // There is one line for an address.
    const oneLine = { ...turkish, address1: 'Deneme Caddesi 1/2 Kat 2' };
    expect(first.contacts).toEqual({ ...before, tech: oneLine });
    expect(world.find(domain)?.contacts).toEqual({ ...before, tech: oneLine });

    const raw = await registrar.raw('GET', 'domains/info', { query: { DomainName: domain } });
    const withFax = (raw as { contacts: Record<string, unknown>[] }).contacts.map((contact) =>
      contact['contactType'] === 'Billing'
        ? { ...contact, faxCountryCode: '90', fax: '2125550124', isHidden: true }
        : contact,
    );
    await registrar.raw('PUT', 'domains/contacts/update', {
      body: { domainName: domain, contacts: withFax },
    });
    await registrar.setContacts({ domain, contacts: { registrant: aContact({ city: 'Bath' }) } });
    const after = await registrar.raw('GET', 'domains/info', { query: { DomainName: domain } });
    expect((after as { contacts: unknown[] }).contacts).toMatchObject([
      { contactType: 'Registrant', city: 'Bath', isHidden: false },
      { contactType: 'Admin' },
      { contactType: 'Tech', firstName: 'Ayşe', isHidden: false },
      { contactType: 'Billing', faxCountryCode: '90', fax: '2125550124', isHidden: true },
    ]);
    expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(3);
    expect(trouble()).toEqual([]);
  });

  it('come back as they were registered', async () => {
    const { registrar, trouble } = await serveRegistrar();
    const contacts = { ...aContactSet(), registrant: turkish };
    const order = { domain: 'free-name.com', years: 1, contacts, price: 'listed' } as const;
    await registrar.registerDomain(order);
    const { contacts: stored } = await registrar.getContacts({ domain: 'free-name.com' });
    expect(stored).toEqual(contacts);
    expect(trouble()).toEqual([]);
  });

  it('that the gateway would refuse are refused before anything is sent', async () => {
    const { registrar, requests } = await serveRegistrar();
    const contacts = { tech: { ...turkish, lastName: 'Örnek 2', city: 'x'.repeat(81) } };
    const error = await expectFailure(registrar.setContacts({ domain, contacts }), 'INVALID_INPUT');
    expect(error.issues.map(({ path }) => path)).toEqual([
      'contacts.tech.lastName',
      'contacts.tech.city',
    ]);
    expect(requests.filter((request) => request.startsWith('PUT'))).toEqual([]);
  });

  it('quote nothing personal when they are refused', async () => {
    const { registrar, events } = await serveRegistrar();
    const contacts = { tech: { ...turkish, firstName: 'CANARY', city: 'CANARY-city' } };
    const call = registrar.setContacts({ domain: 'ornek-leaving.org', contacts });
    const error = await expectFailure(call, 'INVALID_DOMAIN_STATE');
    expectNoCanary(error, events);
  });
});

describe('the auth code', () => {
  it('comes as a secret', async () => {
    const { registrar, world, events, trouble } = await serveRegistrar();
    world.putDomain({ domain, account: reseller, authCode: 'CANARY-epp-code-1' });
    const { authCode } = await registrar.getAuthCode({ domain });
    expect(authCode.reveal()).toBe('CANARY-epp-code-1');
    expectNoCanary({ authCode }, events);
    expect(trouble()).toEqual([]);
  });

  it('is in no answer of the lists', async () => {
    const { registrar, world, events } = await serveRegistrar();
    world.putDomain({ domain, account: reseller, authCode: 'CANARY-epp-code-1' });
    const domains = await registrar.listDomains().page();
    const transfers = await registrar.listTransfers().page();
    expect(domains.items.length).toBeGreaterThan(10);
    expectNoCanary(domains, transfers, await registrar.getDomain({ domain }), events);
  });
});

describe('name servers', () => {
  it('are set and go back to the vendor’s own', async () => {
    const { registrar, world, trouble } = await serveRegistrar();
    const nameservers = ['ns1.example.net', 'ns2.example.net', 'ns3.example.net'];
    await expect(registrar.setNameservers({ domain, nameservers })).resolves.toMatchObject({
      nameservers,
    });
    expect(world.find(domain)?.nameservers).toEqual(nameservers);
    await expect(registrar.resetNameservers({ domain })).resolves.toMatchObject({
      nameservers: ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'],
    });
    expect(world.find(domain)?.nameservers).toEqual([]);
    expect(trouble()).toEqual([]);
  });
});
