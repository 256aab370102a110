import { expect, it } from '@jest/globals';
import { money, type ErrorOrigin } from '@registrar-kit/core';
import type { RefusalKind, RefusalReason, TransferObstacle } from '@registrar-kit/testing';
import { errorOfRefusal } from '../src/fake/error-of-refusal.js';

const domain = 'own-bakery.com';
const origin: ErrorOrigin = {
  provider: 'fake',
  environment: 'test',
  operation: 'setLock',
  domain,
};
const usd = money('10.00', 'USD');

type Facts<Kind extends RefusalKind> = Omit<Extract<RefusalReason, { kind: Kind }>, 'kind'>;
type Expected = Readonly<Record<string, unknown>>;

/** What each refusal of the world becomes; the types demand an entry for those that join. */
const refusals: { readonly [Kind in RefusalKind]: readonly [Facts<Kind>, Expected] } = {
  unknown_account: [
    { account: 'nobody' },
    { code: 'AUTHENTICATION_FAILED', reason: 'unknown_account' },
  ],
  invalid_name: [
    { domain, because: 'is too long' },
    { code: 'INVALID_INPUT', issues: [{ path: 'domain', problem: 'is too long' }] },
  ],
  tld_not_sold: [{ domain }, { code: 'DOMAIN_UNAVAILABLE' }],
  name_taken: [{ domain }, { code: 'DOMAIN_UNAVAILABLE' }],
  name_reserved: [{ domain }, { code: 'DOMAIN_UNAVAILABLE' }],
  years_out_of_range: [
    { domain, years: 3, min: 1, max: 2 },
    { code: 'INVALID_INPUT', issues: [{ path: 'years', cure: 'give 1 to 2' }] },
  ],
  too_far_ahead: [
    { domain, maxYears: 10 },
    { code: 'INVALID_INPUT', issues: [{ path: 'years' }] },
  ],
  currency_not_sold: [
    { domain, currency: 'EUR' },
    { code: 'INVALID_INPUT', issues: [{ path: 'price', problem: 'the name has no price in EUR' }] },
  ],
  price_mismatch: [
    { domain, accepted: money('9.00', 'USD'), price: usd },
    { code: 'PRICE_CHANGED', agreed: money('9.00', 'USD'), current: usd },
  ],
  insufficient_funds: [
    { domain, price: usd, available: money('1.00', 'USD') },
    { code: 'INSUFFICIENT_FUNDS' },
  ],
  domain_not_found: [{ domain }, { code: 'DOMAIN_NOT_FOUND' }],
  not_owner: [
    { domain, account: 'me' },
    { code: 'ACCESS_DENIED', reason: 'not_domain_owner' },
  ],
  wrong_status: [
    { domain, status: 'expired' },
    { code: 'INVALID_DOMAIN_STATE', state: 'expired' },
  ],
  not_renewable: [{ domain }, { code: 'UNSUPPORTED_OPERATION' }],
  nameserver_count: [
    { domain, count: 1, min: 2, max: 13 },
    { code: 'INVALID_INPUT', issues: [{ path: 'nameservers', cure: 'give 2 to 13' }] },
  ],
  invalid_nameserver: [
    { domain, nameserver: '-' },
    { code: 'INVALID_INPUT', issues: [{ path: 'nameservers' }] },
  ],
  lock_not_supported: [{ domain }, { code: 'UNSUPPORTED_OPERATION' }],
  privacy_not_supported: [{ domain }, { code: 'UNSUPPORTED_OPERATION' }],
  attribute_missing: [
    { domain, key: 'Nexus' },
    { code: 'INVALID_INPUT', issues: [{ path: 'tldAttributes.Nexus', problem: 'is missing' }] },
  ],
  attribute_not_permitted: [
    { domain, key: 'Nexus' },
    { code: 'INVALID_INPUT', issues: [{ path: 'tldAttributes.Nexus' }] },
  ],
  not_transferable: [
    { domain, obstacle: 'locked' },
    { code: 'INVALID_DOMAIN_STATE', message: expect.stringContaining('losing registrar') },
  ],
  transfer_not_found: [{ transfer: '7' }, { code: 'DOMAIN_NOT_FOUND' }],
  wrong_transfer_stage: [
    { domain, stage: 'waiting_approval' },
    { code: 'INVALID_DOMAIN_STATE', message: expect.stringContaining('is waiting approval') },
  ],
  domain_locked: [{ domain }, { code: 'INVALID_DOMAIN_STATE' }],
  nothing_to_verify: [{ domain }, { code: 'INVALID_DOMAIN_STATE' }],
  invalid_host: [
    { domain, host: 'ns1.example.net' },
    { code: 'INVALID_INPUT', issues: [{ path: 'host' }] },
  ],
  host_exists: [{ domain, host: 'ns1.own-bakery.com' }, { code: 'INVALID_DOMAIN_STATE' }],
  host_not_found: [{ domain, host: 'ns1.own-bakery.com' }, { code: 'DOMAIN_NOT_FOUND' }],
  host_in_use: [
    { domain, host: 'ns1.own-bakery.com', usedBy: 'b-bakery.com' },
    { code: 'INVALID_DOMAIN_STATE' },
  ],
  invalid_address: [
    { domain, host: 'ns1.own-bakery.com' },
    {
      code: 'INVALID_INPUT',
      issues: [{ path: 'addresses', problem: 'are none or too many' }],
    },
  ],
  invalid_record: [
    { domain, because: 'the value is empty' },
    { code: 'INVALID_INPUT', issues: [{ path: 'records', problem: 'the value is empty' }] },
  ],
  record_set_not_found: [
    { domain, name: '@', type: 'A' },
    { code: 'INVALID_INPUT', issues: [{ path: 'records' }] },
  ],
  not_on_provider_dns: [{ domain }, { code: 'INVALID_DOMAIN_STATE' }],
  invalid_forward: [
    { domain, because: 'the target is no address' },
    { code: 'INVALID_INPUT', issues: [{ path: 'forwards', problem: 'the target is no address' }] },
  ],
  url_forward_not_found: [{ domain }, { code: 'INVALID_DOMAIN_STATE' }],
};

it.each(Object.entries(refusals))('%s', (kind, [facts, expected]) => {
  const error = errorOfRefusal({ kind, ...facts } as RefusalReason, origin);
  expect(error).toMatchObject({ ...origin, effect: 'none', ...expected });
  expect(error.message).toMatch(/^fake: setLock \(own-bakery\.com\): [a-z].*[^.]$/);
});

const obstacles: Readonly<Record<TransferObstacle, string>> = {
  not_transferable: 'UNSUPPORTED_OPERATION',
  already_here: 'INVALID_DOMAIN_STATE',
  already_started: 'INVALID_DOMAIN_STATE',
  not_registered: 'DOMAIN_UNAVAILABLE',
  locked: 'INVALID_DOMAIN_STATE',
  too_young: 'INVALID_DOMAIN_STATE',
  auth_code_missing: 'INVALID_INPUT',
  auth_code_wrong: 'INVALID_INPUT',
};

it.each(Object.entries(obstacles))('in the way of a transfer: %s', (obstacle, code) => {
  const reason = { kind: 'not_transferable', domain, obstacle } as RefusalReason;
  expect(errorOfRefusal(reason, origin)).toMatchObject({ code, effect: 'none' });
});

it('tells an address that is none from a wrong number of them', () => {
  const reason = { kind: 'invalid_address', domain, host: 'ns1.own-bakery.com', address: 'x' };
  expect(errorOfRefusal(reason as RefusalReason, origin)).toMatchObject({
    issues: [{ path: 'addresses', problem: 'hold one that is no IP address' }],
  });
});
