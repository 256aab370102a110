import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  PortableRegistrar,
  Secret,
  type DomainName,
  type Nameserver,
  type PortableRegistrar as Registrar,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { scriptedDriver } from '../support/scripted-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const domain = 'example.com' as DomainName;

describe('what only needs a domain', () => {
  const secret = new Secret('CANARY-auth-code');
  const driver = scriptedDriver({
    getLock: async (name) => ({ domain: name, locked: true }),
    getPrivacy: async (name) => ({ domain: name, privacy: false }),
    getAuthCode: async () => ({ authCode: secret }),
    getContacts: async (name) => ({ domain: name, contacts: { registrant: { city: 'Ankara' } } }),
    getRegistrantVerification: async (name) => ({ domain: name, status: 'pending' }),
    resendRegistrantVerification: async () => undefined,
    resetNameservers: async (name) => ({ domain: name, nameservers: [], providerDns: true }),
    cancelTransfer: async () => undefined,
    approveTransferOut: async () => undefined,
    rejectTransferOut: async () => undefined,
    deleteDomain: async () => undefined,
    getUrlForward: async (name) => ({ domain: name, target: null }),
    getDnssec: async (name) => ({ domain: name, records: [] }),
  });
  const registrar = new PortableRegistrar(driver);

  test.each([
    ['getLock', 'read', { domain, locked: true }],
    ['getPrivacy', 'read', { domain, privacy: false }],
    ['getAuthCode', 'read', { authCode: secret }],
    ['getContacts', 'read', { domain, contacts: { registrant: { city: 'Ankara' } } }],
    ['getRegistrantVerification', 'read', { domain, status: 'pending' }],
    ['resendRegistrantVerification', 'never', undefined],
    ['resetNameservers', 'never', { domain, nameservers: [], providerDns: true }],
    ['cancelTransfer', 'never', undefined],
    ['approveTransferOut', 'never', undefined],
    ['rejectTransferOut', 'never', undefined],
    ['deleteDomain', 'never', undefined],
    ['getUrlForward', 'read', { domain, target: null }],
    ['getDnssec', 'read', { domain, records: [] }],
  ] as const)('%s asks for it once, as a %s', async (operation, retry, answer) => {
    const before = driver.log.length;
    expect(await registrar[operation]({ domain: 'EXAMPLE.com.' })).toEqual(answer);
    expect(driver.log.slice(before)).toEqual([{ operation, request: domain, retry }]);
  });

  it('never prints an auth code', async () => {
    const answer = await registrar.getAuthCode({ domain });
    expect(answer.authCode.reveal()).toBe('CANARY-auth-code');
    expect(JSON.stringify(answer)).not.toContain('CANARY');
  });

  it('refuses what is no domain, before anything is sent', async () => {
    const before = driver.log.length;
    const error = await rejectionOf(registrar.deleteDomain({ domain: 'no domain' }));
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
    expect(driver.log).toHaveLength(before);
  });
});

describe('a setting with a wanted state', () => {
  const changes = {
    setLock: (registrar: Registrar) => registrar.setLock({ domain, locked: false }),
    setPrivacy: (registrar: Registrar) => registrar.setPrivacy({ domain, privacy: true }),
    setAutoRenew: (registrar: Registrar) => registrar.setAutoRenew({ domain, autoRenew: true }),
  };
  const drivers = (obeys: boolean) =>
    scriptedDriver({
      setLock: async ({ locked }) => ({ domain, locked: locked === obeys }),
      setPrivacy: async ({ privacy }) => ({ domain, privacy: privacy === obeys }),
      setAutoRenew: async ({ autoRenew }) => ({ domain, autoRenew: autoRenew === obeys }),
    });

  test.each(['setLock', 'setPrivacy', 'setAutoRenew'] as const)(
    '%s answers what stands afterwards',
    async (operation) => {
      const driver = drivers(true);
      await changes[operation](new PortableRegistrar(driver));
      expect(driver.log).toMatchObject([{ operation, retry: 'never' }]);
    },
  );

  test.each(['setLock', 'setPrivacy', 'setAutoRenew'] as const)(
    '%s does not call it done when it reads as before',
    async (operation) => {
      const error = await rejectionOf(changes[operation](new PortableRegistrar(drivers(false))));
      expect(isRegistrarError(error, 'PROVIDER_ERROR')).toBe(true);
      expect(error).toMatchObject({ operation, domain, effect: 'unknown', retryable: false });
    },
  );

  test.each([
    ['setLock', { domain, locked: 'yes' }, 'locked: is not of type boolean'],
    ['setLock', { domain }, 'locked: is missing'],
    ['setPrivacy', { domain, privacy: 1 }, 'privacy: is not of type boolean'],
    [
      'setPrivacy',
      { domain, privacy: true, forwardTo: 'nobody' },
      'forwardTo: is not an e-mail address',
    ],
    ['setAutoRenew', { domain, autoRenew: true, extra: 1 }, 'extra: is not a field of this input'],
  ] as const)('%s refuses %j', async (operation, input, words) => {
    const driver = drivers(true);
    const registrar = new PortableRegistrar(driver);
    const error = await rejectionOf(registrar[operation](input as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(driver.log).toEqual([]);
  });

  it('hands on where mail to the hidden address goes', async () => {
    const driver = drivers(true);
    const registrar = new PortableRegistrar(driver);
    await registrar.setPrivacy({ domain, privacy: true, forwardTo: 'owner@example.net' });
    await registrar.setPrivacy({ domain, privacy: true });
    expect(driver.log.map(({ request }) => request)).toEqual([
      { domain, privacy: true, forwardTo: 'owner@example.net' },
      { domain, privacy: true, forwardTo: undefined },
    ]);
  });
});

describe('what is read back', () => {
  const servers = ['ns1.example.net', 'ns2.example.net'] as Nameserver[];
  const other = ['ns1.example.net', 'ns3.example.net'] as Nameserver[];

  test.each([
    [servers, true],
    [servers.toReversed(), true],
    [other, false],
    [servers.slice(1), false],
    [[...servers, ...other], false],
  ])('decides whether a delegation stands: %j', async (nameservers, stands) => {
    const driver = scriptedDriver(
      { setNameservers: async () => ({ domain, nameservers }) },
      { setNameservers: { minNameservers: 2, maxNameservers: 4 } },
    );
    const call = new PortableRegistrar(driver).setNameservers({ domain, nameservers: servers });
    expect(await call.catch((error: unknown) => error)).toMatchObject(
      stands ? { domain, nameservers } : { code: 'PROVIDER_ERROR', effect: 'unknown' },
    );
  });

  test.each([
    ['https://example.net/', 'redirect', true],
    ['https://example.net', 'frame', false],
    ['https://example.org', 'redirect', false],
    [null, undefined, false],
  ] as const)('decides whether a forward stands: %s as %s', async (target, kind, stands) => {
    const forward = { domain, target, ...(kind === undefined ? {} : { kind }) };
    const driver = scriptedDriver({ setUrlForward: async () => forward });
    const registrar = new PortableRegistrar(driver);
    const call = registrar.setUrlForward({ domain, target: 'https://example.net' });
    expect(await call.catch((error: unknown) => error)).toMatchObject(
      stands ? forward : { code: 'PROVIDER_ERROR', effect: 'unknown' },
    );
  });
});

describe('setContacts', () => {
  const driver = scriptedDriver({
    setContacts: async ({ contacts }) => ({ domain, contacts }),
  });
  const registrar = new PortableRegistrar(driver);

  it('hands on just the roles given', async () => {
    const tech = aContact({ phone: '+1 (212) 555-0123' });
    await registrar.setContacts({ domain, contacts: { tech } });
    expect(driver.log.at(-1)).toEqual({
      operation: 'setContacts',
      retry: 'never',
      request: {
        domain,
        contacts: { tech: { ...tech, phone: '+12125550123' } },
        tldAttributes: {},
      },
    });
  });

  test.each([
    [{ domain, contacts: {} }, 'contacts: names no role'],
    [{ domain, contacts: { owner: aContact() } }, 'contacts.owner: is not a field of this input'],
    [
      { domain, contacts: { admin: { ...aContact(), email: 'x' } } },
      'contacts.admin.email: is not',
    ],
    [
      { domain, contacts: { admin: aContact() }, tldAttributes: { a: 'x\ny' } },
      'tldAttributes.a: ',
    ],
  ])('refuses %j', async (input, words) => {
    const before = driver.log.length;
    const error = await rejectionOf(registrar.setContacts(input as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(JSON.stringify(error)).not.toContain('CANARY');
    expect(driver.log).toHaveLength(before);
  });
});

describe('setDnssec', () => {
  const driver = scriptedDriver({ setDnssec: async (request) => request });
  const registrar = new PortableRegistrar(driver);
  const record = { keyTag: 2371, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) };

  it('hands on the whole set, also an empty one', async () => {
    expect(await registrar.setDnssec({ domain, records: [record] })).toEqual({
      domain,
      records: [{ ...record, digest: 'AB'.repeat(32) }],
    });
    expect(await registrar.setDnssec({ domain, records: [] })).toEqual({ domain, records: [] });
  });

  test.each([
    [{ ...record, keyTag: 70_000 }, 'records.0.keyTag'],
    [{ ...record, algorithm: -1 }, 'records.0.algorithm'],
    [{ ...record, digest: 'abc' }, 'records.0.digest'],
  ])('refuses %j', async (faulty, path) => {
    const error = await rejectionOf(registrar.setDnssec({ domain, records: [faulty] }));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(path);
  });
});
