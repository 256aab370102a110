import { describe, expect, it } from '@jest/globals';
import { explainFailure } from '@registrar-kit/core';
import { harbourNames } from '../src/index.js';
import { harbourNamesCodes } from '../src/harbour-names-errors.js';
import { token } from './support/credentials.js';
import { expectFailure, openRegistrar } from './support/open-registrar.js';
import { expectSent, vendor } from './support/vendor.js';

const call = 'GET account';

describe('a refusal', () => {
  it.each(Object.keys(harbourNamesCodes))('with %s means the same at any status', async (code) => {
    const body = JSON.stringify({ fault: { code, text: 'A text.' } });
    const meant = await Promise.all(
      [400, 409].map(
        async (status) => (await explainFailure(harbourNames, { status, body })).error,
      ),
    );
    expect(meant.map((error) => error?.vendor)).toMatchObject([{ code }, { code }]);
    expect(new Set(meant.map((error) => error?.code)).size).toBe(1);
    expect(meant[0]?.diagnosis[0].cause).not.toBe('unclassified');
  });

  it('keeps a code that the table does not have, and reports it', async () => {
    const { registrar, events } = openRegistrar();
    vendor(call, { status: 418, body: { fault: { code: 'HN-999', text: 'Ahoy!' } } });
    const error = await expectFailure(registrar.verifyAccess(), 'PROVIDER_ERROR');
    expect(error.vendor).toEqual({ code: 'HN-999', message: 'Ahoy!', httpStatus: 418 });
    expect(events.filter(({ type }) => type === 'drift')).toHaveLength(1);
    expectSent({ call });
  });

  it('is read out of the log of another program, without its token', async () => {
    const request = {
      method: 'GET',
      url: 'https://api.harbour-names.example/v2/account',
      headers: { 'Harbour-Account': 'ada@example.com', 'Harbour-Token': token },
    };
    const body = JSON.stringify({ fault: { code: 'HN-101', text: `Not ${token}` } });
    const explained = await explainFailure(harbourNames, { request, status: 401, body });
    expect(explained).toMatchObject({
      environment: 'live',
      target: 'GET /v2/account',
      error: { code: 'AUTHENTICATION_FAILED', reason: 'unauthorized' },
    });
    expect(explained.diagnosis[0].cause).toBe('email_as_account_id');
    expect(JSON.stringify(explained)).not.toContain('CANARY');
  });
});
