import { describe, expect, it } from '@jest/globals';
import { explainFailure } from '@registrar-kit/core';
import { templateNames } from '../src/index.js';
import { templateNamesCodes } from '../src/template-names-errors.js';
import { token } from './support/credentials.js';
import { expectFailure, openRegistrar } from './support/open-registrar.js';
import { expectSent, vendor } from './support/vendor.js';

const call = 'GET account';

/** A refusal as the vendor writes it. */
function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

describe('a refusal', () => {
  it('means by each code of the table the same at any status', async () => {
    for (const code of Object.keys(templateNamesCodes)) {
      const body = JSON.stringify(refusal(code, 'A text.'));
      const [first, second] = await Promise.all(
        [400, 409].map(async (status) => explainFailure(templateNames, { status, body })),
      );
      expect([code, first?.error?.vendor?.code]).toEqual([code, code]);
      expect([code, first?.error?.code]).toEqual([code, second?.error?.code]);
      expect([code, first?.diagnosis[0].cause]).not.toEqual([code, 'unclassified']);
    }
  });

  it('keeps a code that the table does not have, and reports it', async () => {
    const { registrar, events } = openRegistrar();
    vendor(call, { status: 418, body: refusal('NOBODY-KNOWS-THIS', 'A text.') });
    const error = await expectFailure(registrar.verifyAccess(), 'PROVIDER_ERROR');
    expect(error.vendor?.code).toBe('NOBODY-KNOWS-THIS');
    expect(events.filter(({ type }) => type === 'drift')).toHaveLength(1);
    expectSent({ call });
  });

  it('is read out of the log of another program, without its token', async () => {
    const request = { method: 'GET', url: 'https://api.template-names.example/v1/account' };
    const headers = { 'X-Account': 'ada@example.com', 'X-Token': token };
    const body = JSON.stringify(refusal('NOBODY-KNOWS-THIS', `Not ${token}`));
    const failure = { request: { ...request, headers }, status: 401, body };
    const explained = await explainFailure(templateNames, failure);
    expect(explained.error?.code).toBe('AUTHENTICATION_FAILED');
    expect(explained.environment).toBe('live');
    expect(JSON.stringify(explained)).not.toContain('CANARY');
  });
});
