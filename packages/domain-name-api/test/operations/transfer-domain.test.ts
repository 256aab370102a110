import { afterEach, describe, expect, it } from '@jest/globals';
import {
  completeContacts,
  parseDomainName,
  money,
  Secret,
  type CompleteContactSet,
  type Receipt,
} from '@registrar-kit/core';
import { openDriver } from '../support/driver.js';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers, order, searchAnswers, sentOrder } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = parseDomainName('example-name.com');
const info = fixture('domain-info-active.json') as object;
const waiting = { body: { ...info, status: 'WaitingForIncomingTransfer' } };
const notFound = { status: 404, body: fixture('error-not-found.json') };
const code = 'CANARY-epp-code-77';
const sent = { domainName: domain, authCode: code, period: 1, contacts: [] as readonly object[] };

function transfer(contacts?: CompleteContactSet): Promise<Receipt> {
  const { driver, call } = openDriver('transferDomain');
  const reading = { price: money('10.48', 'USD'), premium: false, earlyAccess: false };
  const privacy = undefined;
  return driver.transferDomain(
    { domain, authCode: new Secret(code), contacts, privacy, reading },
    call,
  );
}

function transferAnswers(answer: Parameters<typeof vendor>[3], body: object = {}): void {
  vendor('POST', 'domains/transfer', { body: { ...sent, ...body } }, answer);
}

afterEach(expectRequestsAsTold);

describe('transferDomain', () => {
  it('sends the code, one year and no contacts, and waits', async () => {
    transferAnswers({
      body: { id: 4712, domainName: domain, status: 'WaitingForIncomingTransfer' },
    });
    infoAnswers(domain, waiting);
    // Transfers have no number.
    await expect(transfer()).resolves.toEqual({ status: 'pending' });
  });

  it('sends the contacts where there are some', async () => {
    transferAnswers({ body: { id: 4712 } }, { contacts: sentOrder.contacts });
    infoAnswers(domain, waiting);
    await expect(transfer(completeContacts(order.contacts))).resolves.toEqual({
      status: 'pending',
    });
  });

  it.each([
    ['says next to nothing', { id: 4712 }],
    ['names the domain', { domainName: domain }],
    // What nobody set is 0, which is "Active".
    ['says that it is done', { domainName: domain, status: 0 }],
  ])('waits when the answer %s and the domain cannot be read', async (_what, body) => {
    transferAnswers({ body });
    infoAnswers(domain, notFound);
    await expect(transfer()).resolves.toEqual({ status: 'pending' });
  });

  it('is done when the domain is there at once', async () => {
    transferAnswers({ body: {} });
    infoAnswers(domain, { body: info });
    await expect(transfer()).resolves.toEqual({ status: 'done' });
  });

  it.each([
    ['an empty object and no domain', {}, notFound],
    ['an empty object and a domain that left', {}, { body: { ...info, status: 'TransferredOut' } }],
    ['nothing that is a domain', { message: 'x' }, notFound],
  ])('does not take %s for a success', async (_what, body, read) => {
    transferAnswers({ body });
    infoAnswers(domain, read);
    const error = await expectFailure(transfer(), 'UNEXPECTED_RESPONSE');
    expect(error.effect).toBe('unknown');
  });

  it('does not take another domain for the one ordered', async () => {
    transferAnswers({ body: { id: 4712, domainName: 'someone-else.com' } });
    const error = await expectFailure(transfer(), 'UNEXPECTED_RESPONSE');
    expect(error.effect).toBe('unknown');
  });

  it.each([
    ['a breakdown', { status: 503 }, 'PROVIDER_UNAVAILABLE'],
    ['an empty answer', { status: 200 }, 'UNEXPECTED_RESPONSE'],
    ['an empty 204', { status: 204 }, 'UNEXPECTED_RESPONSE'],
    [
      'a lost connection to the registry',
      { status: 403, body: { error: { code: 'Dna.DomainService:Epp:10001', message: null } } },
      'PROVIDER_ERROR',
    ],
    ['429', { status: 429 }, 'RATE_LIMITED'],
  ] as const)('does not know what %s did', async (_what, answer, expected) => {
    transferAnswers(answer);
    const error = await expectFailure(transfer(), expected);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it.each([
    [
      'the code',
      { status: 403, body: { error: { code: '591', message: `wrong code ${code}` } } },
      'INVALID_INPUT',
    ],
    [
      'the lock',
      { status: 403, body: { error: { message: 'Transfer lock exists' } } },
      'INVALID_DOMAIN_STATE',
    ],
    [
      'the balance',
      { status: 403, body: { error: { message: 'Insufficent reseller balance.' } } },
      'INSUFFICIENT_FUNDS',
    ],
  ] as const)(
    'is refused because of %s, without effect and without the code',
    async (_, answer, expected) => {
      transferAnswers(answer);
      const error = await expectFailure(transfer(), expected);
      expect(error.effect).toBe('none');
    },
  );

  it('refuses contacts that the vendor would refuse, before anything is sent', async () => {
    const contacts = completeContacts(order.contacts);
    const error = await expectFailure(
      transfer({ ...contacts, tech: { ...contacts.tech, lastName: 'X 1' } }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['contacts.tech.lastName']);
  });

  it('tells the privacy as not set, since the order cannot carry it', async () => {
    const { registrar, events } = openRegistrar();
    // Once for a transfer under way, once for the domain itself.
    infoAnswers(domain, notFound);
    infoAnswers(domain, notFound);
    searchAnswers(domain, { status: 'NOTAVAILABLE', price: null, currency: null });
    const query = { MaxResultCount: '1000', SkipCount: '0', Currency: 'USD' };
    vendor('GET', 'products/tlds', { query }, { body: fixture('products-two-pages-first.json') });
    transferAnswers({ body: { id: 4712 } });
    infoAnswers(domain, waiting);
    const result = await registrar.transferDomain({
      domain,
      authCode: code,
      price: 'listed',
      privacy: true,
    });
    expect(result).toMatchObject({ status: 'pending', domain });
    expect(result).not.toHaveProperty('transferId');
    expect(result.incomplete.map(({ setting }) => setting)).toEqual(['privacy']);
    expect(JSON.stringify([result, events])).not.toContain('CANARY');
  });
});
