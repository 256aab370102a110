import { afterEach, describe, expect, it } from '@jest/globals';
import { resellerId } from '../support/credentials.js';
import { expectFailure, openRegistrar } from '../support/registrar.js';
import { expectRequestsAsTold, fixture, vendor } from '../support/vendor.js';

const path = 'deposit/accounts/me';

afterEach(expectRequestsAsTold);

describe('verifyAccess', () => {
  it('answers the account', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('GET', path, {}, { body: fixture('account-both-balances.json') });
    await expect(registrar.verifyAccess()).resolves.toEqual({
      account: resellerId,
      environment: 'test',
    });
    expect(drifts()).toEqual([]);
    expect(registrar.simulated).toBe(false);
  });

  it('takes an answer without resellerId for a failed login', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', path, {}, { body: { resellerName: null } });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error).toMatchObject({ reason: 'unauthorized', effect: 'none' });
  });

  it('reports another account than was asked for', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('GET', path, {}, { body: { resellerId: '99999999-1111-4222-8333-444455556666' } });
    await registrar.verifyAccess();
    expect(drifts()).toEqual(['resellerId: is another one than was sent']);
  });

  it('is reached under another base URL, prefix and version', async () => {
    const { registrar } = openRegistrar({
      baseUrl: 'http://127.0.0.1:8099/',
      apiPrefix: 'api',
      version: 'v1',
    });
    vendor(
      'GET',
      path,
      { host: 'http://127.0.0.1:8099' },
      { body: fixture('account-both-balances.json') },
    );
    await expect(registrar.verifyAccess()).resolves.toMatchObject({ account: resellerId });
  });
});

describe('getBalance', () => {
  it('answers both deposits, exactly', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', path, {}, { body: fixture('account-both-balances.json') });
    await expect(registrar.getBalance()).resolves.toEqual({
      available: [
        { amount: '1000.5', currency: 'USD' },
        { amount: '12345.6789', currency: 'TRY' },
      ],
    });
  });

  it('leaves out a balance that is no amount and reports it', async () => {
    const { registrar, drifts } = openRegistrar();
    vendor('GET', path, {}, { body: { resellerId, usdBalance: true, tryBalance: 5 } });
    await expect(registrar.getBalance()).resolves.toEqual({
      available: [{ amount: '5', currency: 'TRY' }],
    });
    expect(drifts()).toEqual([
      'usdBalance: has an unexpected form',
      'usdBalance: is missing or not an amount',
    ]);
  });

  it('does not invent a balance', async () => {
    const { registrar } = openRegistrar();
    vendor('GET', path, {}, { body: { resellerId } });
    await expect(
      expectFailure(registrar.getBalance(), 'UNEXPECTED_RESPONSE'),
    ).resolves.toMatchObject({
      kind: 'wrong_shape',
    });
  });
});
