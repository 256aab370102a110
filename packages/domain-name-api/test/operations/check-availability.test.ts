import { afterEach, describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const path = 'domains/bulk-search';
const asked = (...names: string[]) => ({
  body: names.map((domainName) => ({ domainName, currency: 'USD' })),
});

afterEach(expectRequestsAsTold);

describe('checkAvailability', () => {
  it('matches rows by name, in any case and either form', async () => {
    const { registrar, drifts } = openRegistrar();
    const names = [
      'free-name.com',
      'taken-name.com',
      'premium-name.com',
      'xn--mnchen-example-gsb.de',
      'ab.com',
      'some.museum',
      'broken-name.com',
      'odd-name.com',
      'absent-name.com',
    ];
    vendor('POST', path, asked(...names), { body: fixture('bulk-search-mixed.json') });
    const rows = await registrar.checkAvailability({ domains: names });
    const shown = rows.map(({ availability, reason, premium, error }) => ({
      availability,
      reason,
      premium,
      error: error?.code,
    }));
    const row = (availability: string, extra: object = {}) => ({
      availability,
      reason: undefined,
      premium: undefined,
      error: undefined,
      ...extra,
    });
    expect(shown).toEqual([
      row('available'),
      row('taken'),
      row('available', { premium: { registration: { amount: '1250.2', currency: 'USD' } } }),
      row('available'),
      row('unknown', { reason: 'invalid_name' }),
      row('unknown', { reason: 'tld_not_sold' }),
      row('unknown', { reason: 'request_failed', error: 'PROVIDER_ERROR' }),
      row('unknown', { reason: 'request_failed', error: 'PROVIDER_ERROR' }),
      row('unknown', { reason: 'missing_from_answer' }),
    ]);
    expect(drifts()).toEqual(['infos.status: is not a known availability']);
  });

  it.each([
    ['a bare list of older builds', [{ domainName: 'free-name.com', status: 1 }], 'available'],
    ['true', { infos: [{ domainName: 'free-name.com', status: true }] }, 'available'],
    ['text true', { infos: [{ domainName: 'FREE-NAME.COM', status: 'True' }] }, 'available'],
    ['no status', { infos: [{ domainName: 'free-name.com' }] }, 'unknown'],
    [
      'false, which nobody has documented',
      { infos: [{ domainName: 'free-name.com', status: false }] },
      'unknown',
    ],
    ['a row without a name', { infos: [{ status: 'AVAILABLE' }] }, 'unknown'],
    ['another name', { infos: [{ domainName: 'free-name.net', status: 'AVAILABLE' }] }, 'unknown'],
    ['a row that is text', { infos: ['free-name.com AVAILABLE'] }, 'unknown'],
    ['no rows', { infos: [] }, 'unknown'],
  ])('understands %s', async (_what, body, availability) => {
    const { registrar } = openRegistrar();
    vendor('POST', path, asked('free-name.com'), { body });
    const [row] = await registrar.checkAvailability({ domains: ['free-name.com'] });
    expect(row?.availability).toBe(availability);
  });

  it('asks for ten names at a time', async () => {
    const { registrar } = openRegistrar();
    const names = Array.from({ length: 12 }, (_, index) => `name-${String(index)}.com`);
    vendor('POST', path, asked(...names.slice(0, 10)), {
      body: {
        infos: names.slice(0, 10).map((domainName) => ({ domainName, status: 'AVAILABLE' })),
      },
    });
    vendor('POST', path, asked(...names.slice(10)), { body: { infos: [] } });
    const rows = await registrar.checkAvailability({ domains: [...names, names[0]!] });
    expect(rows.map(({ availability }) => availability)).toEqual([
      ...Array<string>(10).fill('available'),
      'unknown',
      'unknown',
      'available',
    ]);
  });

  it('reports HTTP 200 with success: false as what it says', async () => {
    const { registrar } = openRegistrar();
    vendor('POST', path, asked('free-name.com'), {
      body: { success: false, operationMessage: 'Reseller not found' },
    });
    const error = await expectFailure(
      registrar.checkAvailability({ domains: ['free-name.com'] }),
      'AUTHENTICATION_FAILED',
    );
    expect(error.reason).toBe('unknown_account');
  });
});
