import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers, order, searchAnswers, sentOrder } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const path = 'domains/register-with-contacts';
const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;

function registrationAnswers(body: object, answer: Parameters<typeof vendor>[3]): void {
  vendor('POST', path, { body: { ...sentOrder, ...body } }, answer);
}

afterEach(expectRequestsAsTold);

describe('registerDomain', () => {
  it('sends the whole order and reads the domain back', async () => {
    const { registrar, drifts } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, { body: fixture('register-sparse.json') });
    infoAnswers(domain, { body: info });
    const result = await registrar.registerDomain(order);
    expect(result).toMatchObject({
      status: 'done',
      domain,
      years: 1,
      expiresOn: '2027-10-04',
      recovered: false,
      incomplete: [],
    });
    expect(result.operation).toMatchObject({
      provider: 'domain-name-api',
      kind: 'registerDomain',
      vendorRef: '4712',
    });
    // The vendor says nowhere what it took.
    expect(result).not.toHaveProperty('charged');
    expect(drifts()).toEqual([]);
  });

  it('sends name servers, attributes and wishes', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    const nameservers = ['ns1.example.net', 'ns2.example.net'];
    const tldAttributes = { TRABISDOMAINCATEGORY: 'Owner', TRABISCITIZENID: '11111111111' };
    registrationAnswers(
      { nameServers: nameservers, isLocked: true, privacyEnabled: false, tldAttributes },
      { body: fixture('register-sparse.json') },
    );
    infoAnswers(domain, { body: info });
    const result = await registrar.registerDomain({
      ...order,
      nameservers,
      tldAttributes,
      lock: true,
      privacy: false,
    });
    expect(result.incomplete).toEqual([]);
  });

  it('sets what the order did not, each by its own call, and reads it back', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers(
      { isLocked: false, privacyEnabled: true },
      { body: fixture('register-sparse.json') },
    );
    infoAnswers(domain, { body: info });
    vendor(
      'POST',
      'domains/privacy',
      { body: { domainName: domain, privacyStatus: true } },
      { body: { success: true } },
    );
    infoAnswers(domain, { body: { ...info, privacyProtectionStatus: true } });
    vendor('POST', 'domains/unlock', { body: { domainName: domain } }, { status: 204 });
    infoAnswers(domain, { body: { ...info, lockStatus: false } });
    const result = await registrar.registerDomain({ ...order, lock: false, privacy: true });
    expect(result).toMatchObject({ status: 'done', incomplete: [] });
  });

  it('reports a wish that did not come true without failing the purchase', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers(
      { isLocked: false, privacyEnabled: true },
      { body: fixture('register-sparse.json') },
    );
    infoAnswers(domain, { body: info });
    vendor(
      'POST',
      'domains/privacy',
      { body: { domainName: domain, privacyStatus: true } },
      {
        status: 400,
        body: { error: { message: 'Privacy protection is not supported for this TLD.' } },
      },
    );
    vendor('POST', 'domains/unlock', { body: { domainName: domain } }, { status: 204 });
    infoAnswers(domain, { body: info });
    const result = await registrar.registerDomain({ ...order, lock: false, privacy: true });
    expect(result.status).toBe('done');
    expect(result.incomplete.map(({ setting, error }) => [setting, error.code])).toEqual([
      ['privacy', 'UNSUPPORTED_OPERATION'],
      ['lock', 'PROVIDER_ERROR'],
    ]);
  });

  it.each(['WaitingForDocument', 'ConfirmationEmailSend', 'WaitingForRegistration'])(
    'is pending while the vendor says %s',
    async (status) => {
      const { registrar } = openRegistrar();
      searchAnswers(domain);
      registrationAnswers({}, { body: { id: 0 } });
      infoAnswers(domain, { body: { ...info, status, expirationDate: '0001-01-01T00:00:00' } });
      const result = await registrar.registerDomain(order);
      expect(result.status).toBe('pending');
      expect(result).not.toHaveProperty('expiresOn');
      expect(result.operation).not.toHaveProperty('vendorRef');
    },
  );

  it('stands when the domain cannot be read back', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, { body: fixture('register-sparse.json') });
    infoAnswers(domain, { status: 404, body: fixture('error-not-found.json') });
    const result = await registrar.registerDomain(order);
    expect(result).toMatchObject({ status: 'done', incomplete: [] });
    // The answer has a date, and not one that another may be compared with.
    expect(result).not.toHaveProperty('expiresOn');
  });

  it('names the fields that were refused, in the words of the input', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, { status: 400, body: fixture('error-validation-members.json') });
    const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
    expect(error.issues.map(({ path: where }) => where)).toEqual([
      'contacts.admin.postalCode',
      'contacts.tech.postalCode',
      'contacts.registrant.state',
      'tldAttributes.TRABISCITIZENID',
    ]);
    expect(error.effect).toBe('none');
  });

  it('keeps personal data out of the error that quotes it', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    const message =
      "The value 'ayse@example.com' of Ayşe O'Example-Soy, Deneme Caddesi 1, 2125550123 is not permitted.";
    registrationAnswers(
      {},
      {
        status: 400,
        body: {
          error: {
            message,
            validationErrors: [{ message, members: ['$.registrantContact.eMail'] }],
          },
        },
      },
    );
    const error = await expectFailure(registrar.registerDomain(order), 'INVALID_INPUT');
    const shown = JSON.stringify(error);
    for (const personal of ['ayse@example.com', 'Ayşe', 'Example-Soy', 'Deneme', '2125550123'])
      expect(shown).not.toContain(personal);
    expect(error.issues[0]?.path).toBe('contacts.registrant.email');
  });

  it('refuses contacts that the vendor would refuse, before anything is sent', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    const registrant = { ...order.contacts.registrant, firstName: 'Ayşe2', phone: '+8331234567' };
    const error = await expectFailure(
      registrar.registerDomain({ ...order, contacts: { registrant } }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path: where }) => where)).toEqual(
      ['registrant', 'admin', 'tech', 'billing'].flatMap((role) => [
        `contacts.${role}.firstName`,
        `contacts.${role}.phone`,
      ]),
    );
    expect(JSON.stringify(error)).not.toContain('Ayşe2');
  });

  it.each([
    ['city', 'x'.repeat(81)],
    ['postalCode', '1'.repeat(16)],
    ['address1', 'x'.repeat(251)],
  ])('refuses a %s that is longer than the vendor takes', async (field, value) => {
    const { registrar } = openRegistrar();
    const registrant = { ...order.contacts.registrant, [field]: value };
    // The two lines become one.
    const address2 = field === 'address1' ? 'Floor 3' : undefined;
    searchAnswers(domain);
    const error = await expectFailure(
      registrar.registerDomain({
        ...order,
        contacts: {
          registrant: { ...registrant, ...(address2 === undefined ? {} : { address2 }) },
        },
      }),
      'INVALID_INPUT',
    );
    expect(error.issues[0]?.path).toBe(`contacts.registrant.${field}`);
  });

  it.each([
    [
      'the balance',
      403,
      { error: { code: null, message: 'Insufficent reseller balance.' } },
      'INSUFFICIENT_FUNDS',
    ],
    [
      'the balance, in a code of the older interface',
      403,
      { error: { code: '350', message: 'x' } },
      'INSUFFICIENT_FUNDS',
    ],
    [
      'somebody faster',
      403,
      { error: { message: 'Object already exists in the registry' } },
      'DOMAIN_UNAVAILABLE',
    ],
    [
      'success: false',
      200,
      { success: false, message: 'Price definition not found' },
      'INVALID_INPUT',
    ],
  ] as const)('is refused because of %s, without effect', async (_what, status, body, code) => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, { status, body });
    const error = await expectFailure(registrar.registerDomain(order), code);
    expect(error.effect).toBe('none');
  });

  it.each([
    ['a breakdown', { status: 502 }],
    [
      'a lost connection to the registry',
      {
        status: 403,
        body: {
          error: {
            code: 'Dna.DomainService:Epp:10001',
            message: 'Dna.DomainService:Epp:10001',
            details: 'Dna Connection failed',
          },
        },
      },
    ],
    ['an empty answer', { status: 200 }],
    [
      'a web page',
      {
        status: 200,
        body: '<!DOCTYPE html><html></html>',
        headers: { 'content-type': 'text/html' },
      },
    ],
    ['half an answer', { status: 200, body: '{"id": 4712, "expira' }],
    ['a list', { status: 200, body: [] }],
    [
      'an internal error',
      {
        status: 500,
        body: { error: { message: 'An internal error occurred during your request!' } },
      },
    ],
  ])('does not know the outcome after %s, and is proved by reading', async (_what, answer) => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, answer);
    infoAnswers(domain, { body: info });
    const result = await registrar.registerDomain(order);
    expect(result).toMatchObject({ status: 'done', recovered: true });
  });

  it('says so when reading proves nothing', async () => {
    const { registrar } = openRegistrar();
    searchAnswers(domain);
    registrationAnswers({}, { status: 504 });
    infoAnswers(domain, { status: 404, body: fixture('error-not-found.json') });
    const error = await expectFailure(registrar.registerDomain(order), 'OUTCOME_UNKNOWN');
    expect(error).toMatchObject({ effect: 'unknown', vendor: { httpStatus: 504 } });
  });
});
