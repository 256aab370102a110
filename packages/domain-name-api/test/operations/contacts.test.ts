import { afterEach, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import type { Contact } from '@registrar-kit/core';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-contacts.json') as { readonly contacts: readonly object[] };

/** What the gateway gets of the contacts that it holds itself: everything that it can be sent, and nothing else. */
const kept = {
  registrant: {
    contactType: 'Registrant',
    firstName: 'Ayşe',
    lastName: "O'Example-Soy",
    companyName: 'Örnek A.Ş.',
    eMail: 'ayse@example.com',
    address: 'Deneme Caddesi 1 Kat 2',
    city: 'İstanbul',
    state: 'İstanbul',
    country: 'TR',
    postalCode: '34000',
    phoneCountryCode: '90',
    phone: '2125550123',
    faxCountryCode: '90',
    fax: '2125550124',
    isHidden: true,
  },
  admin: {
    contactType: 'Admin',
    firstName: 'Ada',
    lastName: 'Example',
    companyName: '',
    eMail: 'ada@example.com',
    address: '1 Example Road',
    city: 'London',
    state: 'London',
    country: 'GB',
    postalCode: 'EC1A 1BB',
    phoneCountryCode: '44',
    phone: '2079460123',
    faxCountryCode: '',
    fax: '',
    isHidden: false,
  },
  tech: {
    contactType: 'Tech',
    firstName: 'Ada',
    lastName: 'Example',
    companyName: '',
    eMail: 'tech@example.com',
    address: '1 Example Road',
    city: 'London',
    state: 'London',
    country: 'GB',
    postalCode: 'EC1A 1BB',
    phoneCountryCode: '44',
    phone: '2079460123',
    faxCountryCode: '',
    fax: '',
    isHidden: false,
  },
  billing: {
    contactType: 'Billing',
    firstName: 'Bil',
    lastName: 'Example',
    companyName: 'Esempio Srl',
    eMail: 'bil@example.com',
    address: 'Via Esempio 1',
    city: 'Roma',
    state: 'RM',
    country: 'IT',
    postalCode: '00100',
    phoneCountryCode: '39',
    // Belongs to the number in Italy.
    phone: '0655501234',
    faxCountryCode: '',
    fax: '',
    isHidden: true,
  },
};

const newContact: Contact = {
  firstName: 'Grace',
  lastName: 'Example',
  organization: 'Example Ltd',
  email: 'grace@example.com',
  // With a trunk zero, as people write it.
  phone: '+9002125550199',
  address1: '2 Example Road',
  address2: 'Floor 3',
  city: 'Ankara',
  state: 'Ankara',
  postalCode: '06000',
  country: 'TR',
};
const sentContact = {
  firstName: 'Grace',
  lastName: 'Example',
  companyName: 'Example Ltd',
  eMail: 'grace@example.com',
  address: '2 Example Road Floor 3',
  city: 'Ankara',
  state: 'Ankara',
  country: 'TR',
  postalCode: '06000',
  phoneCountryCode: '90',
  phone: '2125550199',
  faxCountryCode: '',
  fax: '',
};

/** The contacts with some of their fields changed, or without a role. */
function withContact(index: number, change: object | undefined): object {
  const contacts = info.contacts.flatMap((contact, place) =>
    place !== index ? [contact] : change === undefined ? [] : [{ ...contact, ...change }],
  );
  return { ...info, contacts };
}

function updateAnswers(
  contacts: readonly object[],
  answer: Parameters<typeof vendor>[3] = { status: 204 },
): void {
  vendor('PUT', 'domains/contacts/update', { body: { domainName: domain, contacts } }, answer);
}

afterEach(expectRequestsAsTold);

describe('getContacts', () => {
  it('reads the four roles and the extra fields, and neither handles nor codes', async () => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, { body: info });
    const read = await registrar.getContacts({ domain });
    expect(read).toEqual({
      domain,
      contacts: {
        registrant: {
          firstName: 'Ayşe',
          lastName: "O'Example-Soy",
          organization: 'Örnek A.Ş.',
          email: 'ayse@example.com',
          phone: '+902125550123',
          address1: 'Deneme Caddesi 1 Kat 2',
          city: 'İstanbul',
          state: 'İstanbul',
          postalCode: '34000',
          country: 'TR',
        },
        admin: {
          firstName: 'Ada',
          lastName: 'Example',
          email: 'ada@example.com',
          phone: '+442079460123',
          address1: '1 Example Road',
          city: 'London',
          state: 'London',
          postalCode: 'EC1A 1BB',
          country: 'GB',
        },
        tech: expect.objectContaining({ email: 'tech@example.com', phone: '+442079460123' }),
        billing: expect.objectContaining({ organization: 'Esempio Srl', phone: '+390655501234' }),
      },
      tldAttributes: { TRABISDOMAINCATEGORY: 'Owner' },
    });
    expect(inspect(read, { depth: 9 })).not.toMatch(/CANARY|D-R/);
    expect(drifts()).toEqual([]);
  });

  it('leaves out what is blank or no phone number, and a role that is not there', async () => {
    const { registrar } = openRegistrar();
    const blank = { phoneCountryCode: '', state: ' ', postalCode: null };
    const { contacts } = withContact(0, blank) as typeof info;
    infoAnswers(domain, {
      body: { ...info, contacts: contacts.slice(0, 1), additionalAttributes: [] },
    });
    const read = await registrar.getContacts({ domain });
    expect(Object.keys(read.contacts)).toEqual(['registrant']);
    expect(Object.keys(read.contacts.registrant ?? {})).toEqual([
      'firstName',
      'lastName',
      'organization',
      'email',
      'address1',
      'city',
      'country',
    ]);
    expect(read).not.toHaveProperty('tldAttributes');
  });

  it('needs no extra fields in the answer', async () => {
    const { registrar, drifts } = openRegistrar();
    const { contacts } = info;
    infoAnswers(domain, { body: { domainName: domain, contacts } });
    const read = await registrar.getContacts({ domain });
    expect(Object.keys(read.contacts)).toHaveLength(4);
    expect(drifts()).toEqual([]);
  });

  it('reports what it cannot read', async () => {
    const { registrar, drifts } = openRegistrar();
    const contacts = [
      { contactType: 'Owner', firstName: 'CANARY-Name' },
      'D-1',
      { contactType: 'Tech', city: 7 },
      { contactType: 'TECH', city: 'London' },
    ];
    infoAnswers(domain, { body: { ...info, contacts } });
    const read = await registrar.getContacts({ domain });
    expect(read.contacts).toEqual({ tech: {} });
    expect(drifts()).toEqual([
      'contacts.0.contactType: is not a known role',
      'contacts.1: is not of type object',
      'contacts.2.city: is not of type string',
      'contacts.3: is a second contact of its role',
    ]);
  });

  it.each([
    ['handles', { Registrant: 'D-1', Admin: 'D-1', Tech: 'D-1', Billing: 'D-1' }],
    ['nothing', null],
    ['nothing', undefined],
  ])('guesses nothing from %s', async (_what, contacts) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, contacts } });
    const error = await expectFailure(registrar.getContacts({ domain }), 'UNEXPECTED_RESPONSE');
    expect(error.message).toContain('or only their handles');
  });

  it('quotes nobody when the answer cannot be read', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, {
      body: '{"companyName":"Örnek A.Ş.","city":"İstanbul","domainName":["x"',
    });
    const error = await expectFailure(registrar.getContacts({ domain }), 'UNEXPECTED_RESPONSE');
    expect(inspect(error)).not.toMatch(/Örnek|İstanbul/);
  });
});

describe('setContacts', () => {
  it('replaces the roles given, keeps the others whole and reads back', async () => {
    const { registrar, drifts, events } = openRegistrar();
    infoAnswers(domain, { body: info });
    updateAnswers([
      kept.registrant,
      kept.admin,
      { contactType: 'Tech', ...sentContact, isHidden: false },
      // Whether it is hidden is not in the input, so it stays.
      { contactType: 'Billing', ...sentContact, isHidden: true },
    ]);
    infoAnswers(domain, { body: withContact(2, { firstName: 'Grace' }) });
    const read = await registrar.setContacts({
      domain,
      contacts: { tech: newContact, billing: newContact },
    });
    expect(read.contacts.tech).toMatchObject({ firstName: 'Grace', email: 'tech@example.com' });
    expect(drifts()).toEqual([]);
    expect(JSON.stringify(events)).not.toMatch(/Grace|ayse|Deneme/);
  });

  it('needs nothing kept when all four are given', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, contacts: [] } });
    updateAnswers(
      ['Registrant', 'Admin', 'Tech', 'Billing'].map((contactType) => ({
        contactType,
        ...sentContact,
        isHidden: false,
      })),
      { body: { success: true } },
    );
    infoAnswers(domain, { body: info });
    const read = await registrar.setContacts({
      domain,
      contacts: {
        registrant: newContact,
        admin: newContact,
        tech: newContact,
        billing: newContact,
      },
    });
    expect(Object.keys(read.contacts)).toHaveLength(4);
  });

  it.each([
    ['has no state', 0, { state: '' }, 'contacts.registrant', 'state is missing'],
    ['has no phone number', 1, { phone: null }, 'contacts.admin', 'phone has no assigned'],
    [
      'has digits in its name',
      1,
      { firstName: 'Ada2' },
      'contacts.admin',
      'firstName holds digits',
    ],
    ['is not there', 3, undefined, 'contacts.billing', 'the registrar shows none'],
  ])('asks for a kept contact that %s', async (_what, index, change, path, words) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: withContact(index, change) });
    const error = await expectFailure(
      registrar.setContacts({ domain, contacts: { tech: newContact } }),
      'INVALID_INPUT',
    );
    expect(error.issues).toEqual([
      {
        path,
        problem: expect.stringContaining(words),
        cure: `give ${path.split('.')[1] ?? ''} too`,
      },
    ]);
    expect(error.effect).toBe('none');
    expect(JSON.stringify(error)).not.toContain('Ada2');
  });

  it('refuses a new contact that the vendor would refuse, by its own path', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: info });
    const tech = { ...newContact, firstName: 'Grace 2', city: 'x'.repeat(81) };
    const error = await expectFailure(
      registrar.setContacts({ domain, contacts: { tech } }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual([
      'contacts.tech.firstName',
      'contacts.tech.city',
    ]);
  });

  it('names refused fields in the words of the input, and quotes nobody', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: info });
    const message = "'PostalCode' 34000 of Ayşe, Via Esempio 1, is invalid, and so is Grace";
    updateAnswers(
      [
        kept.registrant,
        kept.admin,
        { contactType: 'Tech', ...sentContact, isHidden: false },
        kept.billing,
      ],
      {
        status: 400,
        body: {
          error: {
            message: 'Validation failed.',
            validationErrors: [
              { message, members: ['$.contacts[2].postalCode', '$.registrantContact.postalCode'] },
            ],
          },
        },
      },
    );
    const error = await expectFailure(
      registrar.setContacts({ domain, contacts: { tech: newContact } }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual([
      'contacts.tech.postalCode',
      'contacts.registrant.postalCode',
    ]);
    expect(error.effect).toBe('none');
    expect(inspect(error, { depth: 9 })).not.toMatch(/Ayşe|Esempio|34000|Grace/);
  });

  it('does not know the effect of a lost answer', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: info });
    updateAnswers(
      [
        kept.registrant,
        { contactType: 'Admin', ...sentContact, isHidden: false },
        kept.tech,
        kept.billing,
      ],
      { status: 504 },
    );
    const error = await expectFailure(
      registrar.setContacts({ domain, contacts: { admin: newContact } }),
      'PROVIDER_UNAVAILABLE',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('writes nothing when the contacts cannot be read', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, contacts: { Registrant: 'D-1' } } });
    const error = await expectFailure(
      registrar.setContacts({ domain, contacts: { tech: newContact } }),
      'UNEXPECTED_RESPONSE',
    );
    expect(error.effect).toBe('none');
  });

  it('refuses extra fields, which the call cannot carry', async () => {
    const { registrar } = openRegistrar();
    const error = await expectFailure(
      registrar.setContacts({
        domain,
        contacts: { tech: newContact },
        tldAttributes: { TRABISTAXOFFICE: 'Kadıköy' },
      }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['tldAttributes']);
  });
});
