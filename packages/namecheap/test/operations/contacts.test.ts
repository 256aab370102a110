import { afterEach, describe, expect, it } from '@jest/globals';
import type { Contact, ContactSet, DomainContacts } from '@registrar-kit/core';
import nock from 'nock';
import { canaryPhone, expectNoCanary } from '../support/canaries.js';
import { answerWith, errorBody, fixture, loseAnswer, okBody } from '../support/namecheap-wire.js';
import { createTestDriver, driftOf, errorOf, globals, name } from '../support/test-driver.js';

afterEach(() => {
  nock.cleanAll();
});

const domain = name('mine.us');
const held = fixture('get-contacts-ok');
const changed = okBody('<DomainSetContactResult Domain="mine.us" IsSuccess="true" />');

const technician: Contact = {
  firstName: 'Barbara',
  lastName: 'Canarylace',
  organization: 'Example Ltd',
  email: 'barbara@example.com',
  phone: canaryPhone,
  address1: 'Deneme Caddesi 5',
  address2: 'Kat 2',
  city: 'Ankara',
  state: 'Ankara',
  postalCode: '06000',
  country: 'TR',
};

const readBack: DomainContacts = {
  domain,
  contacts: {
    registrant: {
      organization: 'Example & Sons',
      firstName: 'Ada',
      lastName: 'Canarylace',
      address1: '1 Example Street',
      address2: 'Floor 2',
      city: 'Springfield',
      state: 'IL',
      postalCode: '62701',
      country: 'US',
      phone: '+12025550123',
      email: 'ada@example.com',
    },
    admin: {
      firstName: 'Grace',
      lastName: 'Example',
      address1: '2 Example Street',
      city: 'Springfield',
      state: 'IL',
      postalCode: '62701',
      country: 'US',
      phone: '+12025550125',
      email: 'grace@example.com',
    },
    tech: {
      firstName: 'Linus',
      lastName: 'Example',
      address1: 'Örnek Sokak 1',
      city: 'İstanbul',
      state: 'İstanbul',
      postalCode: '34000',
      country: 'TR',
      phone: '+902125550142',
      email: 'linus@example.com',
    },
    billing: {
      firstName: 'Alan',
      lastName: 'Example',
      address1: '3 Example Street',
      city: 'Springfield',
      state: 'IL',
      postalCode: '62701',
      country: 'US',
      phone: '+12025550126',
      email: 'alan@example.com',
    },
  },
  tldAttributes: { RegistrantNexus: 'C11', RegistrantPurpose: 'P1' },
};

/** The three sets that are kept, as they have to go back. */
const kept = {
  RegistrantOrganizationName: 'Example & Sons',
  RegistrantJobTitle: 'Owner',
  RegistrantFirstName: 'Ada',
  RegistrantLastName: 'Canarylace',
  RegistrantAddress1: '1 Example Street',
  RegistrantAddress2: 'Floor 2',
  RegistrantCity: 'Springfield',
  RegistrantStateProvince: 'IL',
  RegistrantStateProvinceChoice: 'S',
  RegistrantPostalCode: '62701',
  RegistrantCountry: 'US',
  RegistrantPhone: '+1.2025550123',
  RegistrantFax: '+1.2025550124',
  RegistrantEmailAddress: 'ada@example.com',
  RegistrantPhoneExt: '42',
  AdminJobTitle: 'Clerk',
  AdminFirstName: 'Grace',
  AdminLastName: 'Example',
  AdminAddress1: '2 Example Street',
  AdminCity: 'Springfield',
  AdminStateProvince: 'IL',
  AdminStateProvinceChoice: 'S',
  AdminPostalCode: '62701',
  AdminCountry: 'US',
  AdminPhone: '+1.2025550125',
  AdminEmailAddress: 'grace@example.com',
  AdminPhoneExt: '7',
  AuxBillingFirstName: 'Alan',
  AuxBillingLastName: 'Example',
  AuxBillingAddress1: '3 Example Street',
  AuxBillingCity: 'Springfield',
  AuxBillingStateProvince: 'IL',
  AuxBillingStateProvinceChoice: 'S',
  AuxBillingPostalCode: '62701',
  AuxBillingCountry: 'US',
  AuxBillingPhone: '+1.2025550126',
  AuxBillingEmailAddress: 'alan@example.com',
};

const newTechnician = {
  TechOrganizationName: 'Example Ltd',
  TechFirstName: 'Barbara',
  TechLastName: 'Canarylace',
  TechAddress1: 'Deneme Caddesi 5',
  TechAddress2: 'Kat 2',
  TechCity: 'Ankara',
  TechStateProvince: 'Ankara',
  TechPostalCode: '06000',
  TechCountry: 'TR',
  TechPhone: '+90.2125550142',
  TechEmailAddress: 'barbara@example.com',
};

function setContacts(
  contacts: Partial<ContactSet>,
  tldAttributes: Readonly<Record<string, string>> = {},
): Promise<DomainContacts> {
  const { driver, write } = createTestDriver();
  return driver.setContacts({ domain, contacts, tldAttributes }, write('setContacts', domain));
}

describe('getContacts', () => {
  it('reads the four roles and the extra fields, and not what the public sees', async () => {
    const sent = answerWith([held]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getContacts(domain, read('getContacts', domain))).toEqual(readBack);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.getContacts'), DomainName: 'mine.us' },
    ]);
    expect(driftOf(events)).toEqual([]);
  });

  it('leaves out what is not stated, and a phone in no known form', async () => {
    answerWith([
      okBody(`<DomainContactsResult Domain="mine.us">
        <Registrant ReadOnly="false"><FirstName>Ada</FirstName><LastName /><Phone>5550123</Phone></Registrant>
        <CurrentAttributes />
      </DomainContactsResult>`),
    ]);
    const { driver, read, events } = createTestDriver();
    expect(await driver.getContacts(domain, read('getContacts', domain))).toEqual({
      domain,
      contacts: { registrant: { firstName: 'Ada' } },
    });
    expect(driftOf(events)).toEqual(['Registrant.Phone: is not a number of the form +CC.NNNN']);
    expect(JSON.stringify(events)).not.toContain('5550123');
  });

  it.each([
    ['3016166', 'ACCESS_DENIED'],
    ['3019510', 'DOMAIN_NOT_FOUND'],
    ['4019337', 'PROVIDER_ERROR'],
  ])('turns %s into %s', async (number, code) => {
    answerWith([errorBody([[number, 'Some words']], '<DomainContactsResult />')]);
    const { driver, read } = createTestDriver();
    expect(await errorOf(driver.getContacts(domain, read('getContacts')))).toMatchObject({ code });
  });
});

describe('an answer that holds contacts', () => {
  it('is not quoted in what is reported of it, wherever they stand', async () => {
    const errors = '<Errors><Error Number="Canarylace Works">x</Error></Errors>';
    const result = '<DomainContactsResult Domain="mine.us"><Registrant /></DomainContactsResult>';
    answerWith([okBody(result).replace(/<Errors ?\/>|<Errors>.*<\/Errors>/, errors)]);
    const { driver, read, events } = createTestDriver();
    await driver.getContacts(domain, read('getContacts', domain));
    expect(driftOf(events)).toEqual(['Errors: there are errors although the status is OK']);
    expect(JSON.stringify(events)).not.toContain('Canarylace');
  });

  const inside = '<Registrant><OrganizationName>Canarylace Works</OrganizationName></Registrant>';

  it.each([
    ['breaks off', `<ApiResponse Status="OK"><CommandResponse>${inside}`, 'truncated'],
    [
      'is of another shape',
      `<ApiResponse Status="OK"><CommandResponse><Other>${inside}</Other></CommandResponse></ApiResponse>`,
      'wrong_shape',
    ],
    ['is of another kind', `<Contacts>${inside}</Contacts>`, 'wrong_shape'],
  ])('is not quoted when it %s', async (_what, body, kind) => {
    answerWith([body]);
    const { driver, read } = createTestDriver();
    const error = await errorOf(driver.getContacts(domain, read('getContacts', domain)));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', kind, snippet: undefined });
    expect(JSON.stringify(error)).not.toContain('Canarylace');
  });
});

describe('setContacts', () => {
  it('replaces one role and sends all that is held of the others back', async () => {
    const sent = answerWith([held, changed, held]);
    expect(await setContacts({ tech: technician })).toEqual(readBack);
    expect(sent.map(({ parameters }) => parameters)).toEqual([
      { ...globals('namecheap.domains.getContacts'), DomainName: 'mine.us' },
      {
        ...globals('namecheap.domains.setContacts'),
        DomainName: 'mine.us',
        ...kept,
        ...newTechnician,
        RegistrantNexus: 'C11',
        RegistrantPurpose: 'P1',
      },
      { ...globals('namecheap.domains.getContacts'), DomainName: 'mine.us' },
    ]);
  });

  it('lets extra fields of the caller go before those that are held, whatever their case', async () => {
    const sent = answerWith([held, changed, held]);
    await setContacts(
      { tech: technician },
      { registrantnexus: 'C31', RegistrantNexusCountry: 'DE' },
    );
    expect(sent[1]?.parameters).toEqual({
      ...globals('namecheap.domains.setContacts'),
      DomainName: 'mine.us',
      ...kept,
      ...newTechnician,
      registrantnexus: 'C31',
      RegistrantNexusCountry: 'DE',
      RegistrantPurpose: 'P1',
    });
  });

  it('says that the change was made when it cannot be read back, and invents nothing', async () => {
    answerWith([held, changed, errorBody([['2016166', 'Domain is not associated']])]);
    const error = await errorOf(setContacts({ tech: technician }));
    expect(error).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied', retryable: false });
    expect(error.message).toContain('confirmed the change, but reading it back failed');
  });

  it('refuses a role that is read-only before anything is written', async () => {
    const sent = answerWith([held, changed, held]);
    expect(await errorOf(setContacts({ admin: technician, tech: technician }))).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [{ path: 'contacts.admin', problem: expect.stringContaining('read-only') }],
    });
    expect(sent).toHaveLength(1);
  });

  it('names every kept role that the vendor would refuse', async () => {
    const broken = held
      .replace('<PostalCode>34000</PostalCode>', '<PostalCode> </PostalCode>')
      .replace('<Phone>+90.2125550142</Phone>', '')
      .replace(/<AuxBilling[^]*<\/AuxBilling>/, '');
    const sent = answerWith([broken]);
    expect(await errorOf(setContacts({ registrant: technician }))).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'none',
      issues: [
        {
          path: 'contacts.tech',
          problem: expect.stringContaining('lacks postalCode, phone,'),
          cure: 'give tech, too',
        },
        { path: 'contacts.billing', cure: 'give billing, too' },
      ],
    });
    expect(sent).toHaveLength(1);
  });

  it('asks nothing for contacts that cannot be written', async () => {
    const sent = answerWith([held]);
    const odd = { ...technician, phone: '+999123456789', city: 'x'.repeat(51) };
    expect(await errorOf(setContacts({ tech: odd }, { ApiKey: 'x' }))).toMatchObject({
      issues: [
        { path: 'contacts.tech.city' },
        { path: 'contacts.tech.phone' },
        { path: 'tldAttributes.ApiKey' },
      ],
    });
    expect(sent).toHaveLength(0);
  });

  it.each(['DomainName', 'registrantfax', 'TechJobTitle', 'AuxBillingPhoneExt', 'adminphone'])(
    'lets no extra field called %s reach into the contacts',
    async (key) => {
      const sent = answerWith([held]);
      const error = await errorOf(setContacts({ tech: technician }, { [key]: 'x' }));
      expect(error).toMatchObject({
        code: 'INVALID_INPUT',
        issues: [{ path: `tldAttributes.${key}` }],
      });
      expect(sent).toHaveLength(0);
    },
  );

  it.each([
    ['2010325', 'INVALID_INPUT', 'none'],
    ['2015182', 'INVALID_INPUT', 'none'],
    ['2030166', 'ACCESS_DENIED', 'none'],
    ['2011323', 'PROVIDER_ERROR', 'none'],
    ['3031510', 'PROVIDER_ERROR', 'unknown'],
    ['3050900', 'PROVIDER_ERROR', 'unknown'],
    ['4022323', 'PROVIDER_ERROR', 'unknown'],
    ['5050900', 'PROVIDER_ERROR', 'unknown'],
  ])('turns %s into %s with effect %s', async (number, code, effect) => {
    const sent = answerWith([
      held,
      errorBody([[number, 'Some words']], '<DomainSetContactResult IsSuccess="true" />'),
    ]);
    expect(await errorOf(setContacts({ tech: technician }))).toMatchObject({ code, effect });
    expect(sent).toHaveLength(2);
  });

  it('does not take status OK for success, and does not know what a lost answer came to', async () => {
    answerWith([held, okBody('<DomainSetContactResult Domain="mine.us" IsSuccess="false" />')]);
    expect(await errorOf(setContacts({ tech: technician }))).toMatchObject({
      code: 'PROVIDER_ERROR',
      effect: 'none',
    });
    answerWith([held]);
    loseAnswer();
    expect(await errorOf(setContacts({ tech: technician }))).toMatchObject({
      code: 'TRANSPORT_FAILED',
      effect: 'unknown',
    });
  });

  it('sends back no extra field that would reach into the credentials', async () => {
    const fields = '<ApiKey>other</ApiKey><command>namecheap.domains.renew</command>';
    const odd = held.replace('<CurrentAttributes>', `<CurrentAttributes>${fields}`);
    const sent = answerWith([odd, changed, held]);
    await setContacts({ tech: technician });
    expect(sent[1]?.parameters).toMatchObject(globals('namecheap.domains.setContacts'));
    expect(sent[1]?.parameters).not.toHaveProperty('command');
  });

  it('does not write back what was read of another domain', async () => {
    const sent = answerWith([held.replace('"mine.us"', '"yours.us"')]);
    const error = await errorOf(setContacts({ tech: technician }));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', effect: 'none' });
    expect(error.message).toContain('the answer is about another domain');
    expect(sent).toHaveLength(1);
  });

  it('changed nothing when the contacts could not be read', async () => {
    const sent = answerWith([errorBody([['2019166', 'Domain not found']])]);
    expect(await errorOf(setContacts({ tech: technician }))).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      effect: 'none',
    });
    expect(sent).toHaveLength(1);
  });

  it('keeps what it sends out of an error that quotes it, kept roles and extra fields too', async () => {
    const quoted =
      'TechPhone=+90.2125550142&amp;TechLastName=Canarylace&amp;RegistrantFax=+1.2025550124&amp;RegistrantAddress1=1 Example Street&amp;id=CANARY-identity-7f21&amp;call=2125550142&amp;name=CANARYLACE';
    answerWith([held, errorBody([['2011322', quoted]])]);
    const error = await errorOf(
      setContacts({ tech: technician }, { RegistrantPurpose: 'CANARY-identity-7f21' }),
    );
    expectNoCanary(error);
    expect(JSON.stringify(error)).not.toMatch(/Canarylace|2025550124|2125550142|Example Street/i);
  });
});
