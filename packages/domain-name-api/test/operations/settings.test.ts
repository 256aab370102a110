import { afterEach, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { isRegistrarError } from '@registrar-kit/core';
import { domainNameApiCapabilities } from '../../src/index.js';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { infoAnswers } from '../support/orders.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const domain = 'example-name.com';
const info = fixture('domain-info-active.json') as object;
const notFound = { status: 404, body: fixture('error-not-found.json') };
const aboutDomain = { body: { domainName: domain } };

afterEach(expectRequestsAsTold);

describe('getLock', () => {
  it.each([true, false])('reads %s from the domain', async (locked) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, lockStatus: locked } });
    await expect(registrar.getLock({ domain })).resolves.toEqual({ domain, locked });
  });

  it('does not take a missing state for an open one', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, lockStatus: null } });
    const error = await expectFailure(registrar.getLock({ domain }), 'UNEXPECTED_RESPONSE');
    expect(error.message).toContain('does not say whether the domain is locked');
  });
});

describe('setLock', () => {
  it.each([
    [true, 'domains/lock'],
    [false, 'domains/unlock'],
  ])('sends %s by the path %s alone, and reads it back', async (locked, path) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, aboutDomain, { status: 204 });
    infoAnswers(domain, { body: { ...info, lockStatus: locked } });
    await expect(registrar.setLock({ domain, locked })).resolves.toEqual({ domain, locked });
  });

  it('does not believe a change that the domain does not show', async () => {
    const { registrar } = openRegistrar();
    vendor('POST', 'domains/unlock', aboutDomain, { status: 204 });
    infoAnswers(domain, { body: info });
    const error = await expectFailure(
      registrar.setLock({ domain, locked: false }),
      'PROVIDER_ERROR',
    );
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it.each([
    ['a breakdown', { status: 502 }, 'PROVIDER_UNAVAILABLE'],
    ['an internal error', { status: 500, body: { error: { message: 'x' } } }, 'PROVIDER_ERROR'],
    [
      'a web page',
      { body: '<html></html>', headers: { 'content-type': 'text/html' } },
      'UNEXPECTED_RESPONSE',
    ],
    [
      'a lost connection to the registry',
      { status: 403, body: { error: { code: 'Dna.DomainService:Epp:10001' } } },
      'PROVIDER_ERROR',
    ],
    ['429, which may have come behind it', { status: 429 }, 'RATE_LIMITED'],
  ] as const)('does not know what %s did, and sends it once', async (_what, answer, code) => {
    const { registrar } = openRegistrar();
    vendor('POST', 'domains/lock', aboutDomain, answer);
    const error = await expectFailure(registrar.setLock({ domain, locked: true }), code);
    expect(error).toMatchObject({ effect: 'unknown', retryable: false });
  });

  it('was refused without effect where the vendor says so', async () => {
    const { registrar } = openRegistrar();
    vendor('POST', 'domains/lock', aboutDomain, notFound);
    const error = await expectFailure(
      registrar.setLock({ domain, locked: true }),
      'DOMAIN_NOT_FOUND',
    );
    expect(error.effect).toBe('none');
  });

  it.each([
    ['is not found', [notFound], 'PROVIDER_ERROR'],
    ['breaks down', [{ status: 503 }, { status: 503 }, { status: 503 }], 'PROVIDER_ERROR'],
    ['comes too often', [{ status: 429 }, { status: 429 }, { status: 429 }], 'RATE_LIMITED'],
  ] as const)(
    'leaves the effect open when the reading afterwards %s',
    async (_what, answers, code) => {
      const { registrar } = openRegistrar();
      vendor('POST', 'domains/lock', aboutDomain, { status: 204 });
      for (const answer of answers) infoAnswers(domain, { body: undefined, ...answer });
      const error = await expectFailure(registrar.setLock({ domain, locked: true }), code);
      expect(error).toMatchObject({ effect: 'unknown', retryable: false });
      expect(error.message).toContain('took the change, but reading it back failed');
    },
  );

  it('leaves the effect open when the caller ends the call during the reading', async () => {
    const { registrar } = openRegistrar();
    const caller = new AbortController();
    vendor('POST', 'domains/lock', aboutDomain, { status: 204 });
    vendor(
      'GET',
      'domains/info',
      { query: { DomainName: domain } },
      {
        status: 503,
        during: () => {
          caller.abort();
        },
      },
    );
    const error = await expectFailure(
      registrar.setLock({ domain, locked: true }, { signal: caller.signal }),
      'CANCELLED',
    );
    expect(error.effect).toBe('unknown');
  });
});

describe('getPrivacy', () => {
  it('reads it from the domain', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, privacyProtectionStatus: true } });
    await expect(registrar.getPrivacy({ domain })).resolves.toEqual({ domain, privacy: true });
  });

  it('does not take a missing state for "off"', async () => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, privacyProtectionStatus: 'maybe' } });
    await expectFailure(registrar.getPrivacy({ domain }), 'UNEXPECTED_RESPONSE');
  });
});

describe('setPrivacy', () => {
  it.each([
    [true, { body: { success: true } }],
    [false, { status: 204 }],
  ])('sends %s and reads it back', async (privacy, answer) => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, privacyStatus: privacy };
    vendor('POST', 'domains/privacy', { body }, answer);
    infoAnswers(domain, { body: { ...info, privacyProtectionStatus: privacy } });
    await expect(registrar.setPrivacy({ domain, privacy })).resolves.toEqual({ domain, privacy });
  });

  it('is refused by endings that do not permit it', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, privacyStatus: true };
    const message = 'Privacy protection is not supported for this TLD.';
    vendor('POST', 'domains/privacy', { body }, { status: 400, body: { error: { message } } });
    const error = await expectFailure(
      registrar.setPrivacy({ domain, privacy: true }),
      'UNSUPPORTED_OPERATION',
    );
    expect(error.effect).toBe('none');
  });

  it('is refused with success: false and HTTP 200', async () => {
    const { registrar } = openRegistrar();
    const body = { domainName: domain, privacyStatus: true };
    const answer = { body: { success: false, operationMessage: 'Transfer lock exists' } };
    vendor('POST', 'domains/privacy', { body }, answer);
    const error = await expectFailure(
      registrar.setPrivacy({ domain, privacy: true }),
      'INVALID_DOMAIN_STATE',
    );
    expect(error.effect).toBe('none');
  });

  it('names a field that the vendor does not have, and sends nothing', async () => {
    const { registrar } = openRegistrar();
    const error = await expectFailure(
      registrar.setPrivacy({ domain, privacy: true, forwardTo: 'ada@example.com' }),
      'INVALID_INPUT',
    );
    expect(error.issues.map(({ path }) => path)).toEqual(['forwardTo']);
    expect(error.message).not.toContain('ada@example.com');
  });
});

describe('resetNameservers', () => {
  it("sends the vendor's own servers and reads back what stands", async () => {
    const { registrar } = openRegistrar();
    const nameservers = ['ns1.domainnameapi.com', 'ns2.domainnameapi.com'];
    vendor(
      'PUT',
      'domains/dns/name-server',
      { body: { domainName: domain, nameServers: nameservers } },
      { status: 204 },
    );
    infoAnswers(domain, { body: { ...info, nameservers } });
    await expect(registrar.resetNameservers({ domain })).resolves.toEqual({ domain, nameservers });
  });
});

describe('getAuthCode', () => {
  it('opens on purpose only', async () => {
    const { registrar, events } = openRegistrar();
    infoAnswers(domain, { body: info });
    const answer = await registrar.getAuthCode({ domain });
    expect(answer.authCode.reveal()).toBe('CANARY-auth-code-1');
    for (const shown of [inspect(answer), JSON.stringify(answer), String(answer.authCode)])
      expect(shown).not.toContain('CANARY');
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  it.each([null, '', '  ', undefined])('says that there is none (%p)', async (authCode) => {
    const { registrar } = openRegistrar();
    infoAnswers(domain, { body: { ...info, authCode } });
    const error = await expectFailure(registrar.getAuthCode({ domain }), 'INVALID_DOMAIN_STATE');
    expect(error.state).toBe('active');
    expect(error.message).toContain('shows no auth code');
  });

  it.each([
    ['of another type', { ...info, authCode: ['CANARY-auth-code-1'] }],
    ['of another domain', { ...info, domainName: 'someone-else.com' }],
    ['cut off', `{"x":"${'CANARY-'.repeat(5)}","authCode":"CANARY-auth-code-1","rest`],
  ])('stays out of everything when the answer is %s', async (_what, body) => {
    const { registrar, drifts } = openRegistrar();
    infoAnswers(domain, { body });
    const error: unknown = await registrar
      .getAuthCode({ domain })
      .catch((thrown: unknown) => thrown);
    expect(isRegistrarError(error)).toBe(true);
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('CANARY');
    expect(drifts().join()).not.toContain('CANARY');
  });

  it('stays out of errors about a list', async () => {
    const { registrar } = openRegistrar();
    const query = { MaxResultCount: '1000', SkipCount: '0', Sorting: 'Id DESC' };
    vendor(
      'GET',
      'domains',
      { query, prefix: '/api-bulk/v1' },
      { body: [{ note: 'CANARY-auth-code-1' }] },
    );
    const error = await expectFailure(registrar.listDomains().page(), 'UNEXPECTED_RESPONSE');
    expect(error.snippet).toBeUndefined();
  });
});

describe('what the vendor has no call for', () => {
  it.each([
    ['deleteDomain', 'no known endpoint for deleting a domain'],
    ['setAutoRenew', 'no known endpoint for switching automatic renewal'],
    ['getDnssec', 'no known endpoint for DNSSEC'],
    ['getEmailForwards', 'no known endpoint for e-mail forwards'],
    ['resubmitTransfer', 'no known endpoint for starting a failed transfer again'],
    ['getRegistrantVerification', 'contacts/verification/check are published'],
    ['resendRegistrantVerification', 'contacts/verification/request are published'],
  ] as const)(
    '%s is refused with the reason and something else to do',
    async (operation, words) => {
      const { registrar } = openRegistrar();
      const input = { domain, ...(operation === 'setAutoRenew' ? { autoRenew: true } : {}) };
      const error = await expectFailure(
        registrar[operation](input as { domain: string; autoRenew: boolean }),
        'UNSUPPORTED_OPERATION',
      );
      expect(error.reason).toContain(words);
      expect(error.alternative).toBe(
        (domainNameApiCapabilities[operation] as { alternative: string }).alternative,
      );
    },
  );
});
