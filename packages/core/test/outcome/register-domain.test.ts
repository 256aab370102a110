import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, type Contact, type RegisterDomainInput } from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { aShop, registration } from '../support/purchases.js';
import { testCapabilities, TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

describe('registerDomain', () => {
  it('sends one complete order and answers what came of it', async () => {
    const shop = aShop();
    const result = await shop.registrar.registerDomain({
      ...registration,
      domain: 'MÜNCHEN.de.',
      years: 2,
      contacts: { registrant: aContact(), tech: aContact({ firstName: 'Tech' }) },
      nameservers: ['NS1.example.net', 'ns2.example.net.'],
      privacy: true,
      lock: false,
      tldAttributes: { purpose: 'P1' },
    });
    expect(shop.driver.log.map(({ operation, call }) => [operation, call.retry])).toEqual([
      ['quote', 'read'],
      ['registerDomain', 'never'],
    ]);
    expect(shop.driver.log[1]?.request).toEqual({
      domain: 'xn--mnchen-3ya.de',
      years: 2,
      contacts: {
        registrant: aContact(),
        admin: aContact(),
        tech: aContact({ firstName: 'Tech' }),
        billing: aContact(),
      },
      nameservers: ['ns1.example.net', 'ns2.example.net'],
      privacy: true,
      lock: false,
      tldAttributes: { purpose: 'P1' },
      reading: {
        price: { amount: '10.00', currency: 'USD' },
        premium: false,
        earlyAccess: false,
        availability: { domain: 'xn--mnchen-3ya.de', availability: 'available' },
      },
    });
    const { id } = result.operation;
    expect(result).toEqual({
      status: 'done',
      operation: {
        id,
        provider: 'test-registrar',
        environment: 'test',
        kind: 'registerDomain',
        domain: 'xn--mnchen-3ya.de',
        vendorRef: 'order-1',
      },
      charged: { amount: '10.00', currency: 'USD' },
      recovered: false,
      replayed: false,
      incomplete: [],
      domain: 'xn--mnchen-3ya.de',
      years: 2,
      expiresOn: '2028-03-01',
    });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  it('leaves to the provider what the caller does not wish', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    expect(shop.driver.log[1]?.request).toMatchObject({
      nameservers: [],
      privacy: undefined,
      lock: undefined,
      tldAttributes: {},
    });
  });

  it('does not order a name that is taken', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(isRegistrarError(error, 'DOMAIN_UNAVAILABLE')).toBe(true);
    expect(shop.driver.operations).toEqual(['quote']);
    expect(await shop.rows()).toEqual([]);
  });

  test.each<[number, unknown, string]>([
    [5, 6, 'years: "6" is not a number of years; give a whole number from 1 to 5'],
    [1, 2, 'years: "2" is not a number of years; give 1'],
    [10, 11, 'give a whole number from 1 to 10'],
    [10, undefined, 'years: is missing; give a whole number from 1 to 10'],
  ])('of a registrar that sells %p years at most refuses %p', async (maxYears, years, words) => {
    const capabilities = {
      ...testCapabilities,
      registerDomain: { support: 'supported', maxYears },
    } as const;
    const shop = aShop({}, new TestDriver({ capabilities }));
    const order = { ...registration, years } as RegisterDomainInput;
    const error = await rejectionOf(shop.registrar.registerDomain(order));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(shop.driver.log).toEqual([]);
    await shop.registrar.registerDomain({ ...registration, years: maxYears });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('says what is wrong with every field at once, and shows no contact', async () => {
    const shop = aShop();
    const error = await rejectionOf(
      shop.registrar.registerDomain({
        domain: 'example',
        years: 0,
        contacts: {
          registrant: {
            ...aContact(),
            firstName: ' ',
            email: 'CANARY at example',
            phone: 'CANARY 555',
            postalCode: 10001,
            country: 'CANARY',
            city: 'CANARY\nCity',
            address1: 'CANARY'.repeat(50),
            organization: 7,
            fax: 'CANARY',
          },
          owner: aContact(),
        },
        price: 'listed',
        nameservers: ['ns1.example.net'],
        privacy: 'yes',
        tldAttributes: { identity: 11_111_111 },
        promo: 'x',
      } as never),
    );
    const issues = isRegistrarError(error, 'INVALID_INPUT') ? error.issues : [];
    expect(Object.fromEntries(issues.map(({ path, problem }) => [path, problem]))).toEqual({
      domain: '"example" has no top-level domain',
      years: '"0" is not a number of years',
      'contacts.registrant.firstName': 'is missing',
      'contacts.registrant.email': 'is not an e-mail address',
      'contacts.registrant.phone': 'is not a phone number in E.164 form',
      'contacts.registrant.postalCode': 'is not text',
      'contacts.registrant.country': 'is not a country code',
      'contacts.registrant.city': 'holds a control character',
      'contacts.registrant.address1': 'has 300 characters',
      'contacts.registrant.organization': 'is not text',
      'contacts.registrant.fax': 'is not a field of this input',
      'contacts.owner': 'is not a field of this input',
      nameservers: 'has 1 name server',
      privacy: 'is not of type boolean',
      'tldAttributes.identity': 'is not of type string',
      promo: 'is not a field of this input',
    });
    expect(JSON.stringify(error)).not.toMatch(/canary|11111111/i);
    expect(shop.driver.log).toEqual([]);
  });

  test.each<[Partial<Record<keyof Contact, unknown>>, Partial<Contact>]>([
    [{ phone: '+1 (212) 555-0123' }, { phone: '+12125550123' }],
    [{ country: 'tr' }, { country: 'TR' }],
    [{ firstName: '  Ada ' }, { firstName: 'Ada' }],
    [{ email: ' ada@example.com ' }, { email: 'ada@example.com' }],
  ])('reads contacts as people write them: %j', async (typed, read) => {
    const shop = aShop();
    const registrant = { ...aContact(), ...typed } as Contact;
    await shop.registrar.registerDomain({ ...registration, contacts: { registrant } });
    expect(shop.driver.log[1]?.request).toMatchObject({ contacts: { registrant: read } });
  });

  test.each([[''], ['  '], [undefined]])(
    'takes an organization of %j for none',
    async (organization) => {
      const shop = aShop();
      const registrant = { ...aContact(), organization } as Contact;
      await shop.registrar.registerDomain({ ...registration, contacts: { registrant } });
      const { contacts } = shop.driver.log[1]?.request as { contacts: { registrant: Contact } };
      expect(contacts.registrant).not.toHaveProperty('organization');
    },
  );

  test.each([
    '+1',
    '12125550123',
    '0012125550123',
    '+02125550123',
    '+1212555012345678',
    '',
    undefined,
  ])('refuses the phone number %j', async (phone) => {
    const shop = aShop();
    const registrant = { ...aContact(), phone } as Contact;
    const error = await rejectionOf(
      shop.registrar.registerDomain({ ...registration, contacts: { registrant } }),
    );
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'contacts.registrant.phone' },
    ]);
  });
});
