import { describe, expect, it } from '@jest/globals';
import { aContact } from '@registrar-kit/testing';
import { expectFailure, openRegistrar } from '../support/open-registrar.js';
import { expectSent, fixture, vendor } from '../support/vendor.js';

const domain = 'boats.com';
const at = `domains/${domain}`;
const row = { servers: ['ns1.harbour-names.example'], ownServers: true };
const switches = { transferLock: true, shield: true, autoRenewal: true };

describe('name servers', () => {
  it('are read, set as a whole, and given back', async () => {
    const { registrar } = openRegistrar();
    const servers = ['ns1.example.net', 'ns2.example.net'];
    vendor(`GET ${at}`, { body: row });
    vendor(`PUT ${at}/servers`, { body: { servers, ownServers: false } });
    vendor(`DELETE ${at}/servers`, { body: row });
    const own = { domain, nameservers: row.servers, providerDns: true };
    await expect(registrar.getNameservers({ domain })).resolves.toEqual(own);
    const set = await registrar.setNameservers({ domain, nameservers: servers });
    expect(set).toEqual({ domain, nameservers: servers, providerDns: false });
    await expect(registrar.resetNameservers({ domain })).resolves.toEqual(own);
    expectSent(
      { call: `GET ${at}` },
      { call: `PUT ${at}/servers`, body: { servers } },
      { call: `DELETE ${at}/servers` },
    );
  });

  it('are not known when one of them is no host name', async () => {
    const { registrar } = openRegistrar();
    vendor(`GET ${at}`, { body: { ...row, servers: ['not a host'] } });
    await expectFailure(registrar.getNameservers({ domain }), 'UNEXPECTED_RESPONSE');
    expectSent({ call: `GET ${at}` });
  });
});

describe('switches', () => {
  it.each([
    ['lock', { transferLock: true }],
    ['privacy', { shield: true }],
    ['automatic renewal', { autoRenewal: true }],
  ] as const)('the %s is set alone, and answered as it stands', async (name, body) => {
    const { registrar } = openRegistrar();
    vendor(`PUT ${at}/switches`, { body: switches });
    const set = {
      lock: () => registrar.setLock({ domain, locked: true }),
      privacy: () => registrar.setPrivacy({ domain, privacy: true }),
      'automatic renewal': () => registrar.setAutoRenew({ domain, autoRenew: true }),
    };
    expect(Object.values(await set[name]())).toEqual([domain, true]);
    expectSent({ call: `PUT ${at}/switches`, body });
  });

  it('are read with the domain', async () => {
    const { registrar } = openRegistrar();
    vendor(`GET ${at}`, { body: { ...switches, shield: false } });
    vendor(`GET ${at}`, { body: { ...switches, shield: false } });
    await expect(registrar.getLock({ domain })).resolves.toEqual({ domain, locked: true });
    await expect(registrar.getPrivacy({ domain })).resolves.toEqual({ domain, privacy: false });
    expectSent({ call: `GET ${at}` }, { call: `GET ${at}` });
  });

  it('know no address for mail to hidden contacts', async () => {
    const { registrar } = openRegistrar();
    const wish = { domain, privacy: true, forwardTo: 'somebody@example.com' };
    const error = await expectFailure(registrar.setPrivacy(wish), 'INVALID_INPUT');
    expect(error.issues.map(({ path }) => path)).toEqual(['forwardTo']);
    expectSent();
  });
});

describe('contacts', () => {
  it('are read without blanks', async () => {
    const { registrar } = openRegistrar();
    vendor(`GET ${at}/contacts`, { body: fixture('contacts-sparse.json') });
    await expect(registrar.getContacts({ domain })).resolves.toEqual({
      domain,
      contacts: {
        registrant: { firstName: 'Ada', lastName: 'Example', address1: 'Pier 2', country: 'GB' },
      },
      tldAttributes: { boat: 'yes' },
    });
    expectSent({ call: `GET ${at}/contacts` });
  });

  it('change for the roles given alone', async () => {
    const { registrar } = openRegistrar();
    vendor(`PUT ${at}/contacts`, { body: fixture('contacts-sparse.json') });
    await registrar.setContacts({ domain, contacts: { tech: aContact() } });
    const tech = {
      givenName: 'Ada',
      familyName: 'Example',
      company: 'Example Bakery',
      mail: 'ada@example.com',
      phone: '+12025550123',
      street: ['1 Example Street'],
      town: 'Springfield',
      region: 'IL',
      postcode: '62701',
      country: 'US',
    };
    expectSent({ call: `PUT ${at}/contacts`, body: { contacts: { tech }, extras: {} } });
  });
});
