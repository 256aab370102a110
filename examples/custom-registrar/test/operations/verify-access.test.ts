import { describe, expect, it } from '@jest/globals';
import { expectFailure, openRegistrar } from '../support/open-registrar.js';
import { expectSent, fixture, vendor } from '../support/vendor.js';

const call = 'GET account';

describe('verifyAccess', () => {
  it('answers the account', async () => {
    const { registrar, events } = openRegistrar();
    vendor(call, { body: fixture('account-ok.json') });
    const report = await registrar.verifyAccess();
    expect(report).toEqual({ account: 'example-account', environment: 'test' });
    expect(registrar.simulated).toBe(false);
    expectSent({ call });
    expect(JSON.stringify(events)).not.toContain('CANARY');
  });

  it('says that the credentials are not accepted', async () => {
    const { registrar } = openRegistrar();
    vendor(call, { status: 401, body: { error: { message: 'token CANARY-token-7d1f0b4e9c?' } } });
    const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
    expect(error).toMatchObject({ reason: 'unauthorized', effect: 'none' });
    expectSent({ call });
  });

  it('tells an answer of another form', async () => {
    const { registrar } = openRegistrar();
    vendor(call, { body: { account: 7 } });
    const error = await expectFailure(registrar.verifyAccess(), 'UNEXPECTED_RESPONSE');
    expect(error.kind).toBe('wrong_shape');
    expectSent({ call });
  });
});
