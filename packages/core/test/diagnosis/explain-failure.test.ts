import { describe, expect, it, test } from '@jest/globals';
import {
  AuthenticationError,
  explainFailure,
  type FailureReading,
  type ForeignFailure,
  type RegistrarProvider,
} from '@registrar-kit/core';
import { aProvider } from '../support/a-provider.js';

const hide = (text: string): string => text.replaceAll('CANARY-key', '[redacted]');
const reading: FailureReading = {
  environment: 'live',
  target: 'GET account?key=CANARY-key',
  error: undefined,
  evidence: { request: [{ oddity: 'key_in_url', seen: 'the key stands in the URL' }] },
  redact: hide,
};

/** A provider that reads failures as it is told, and keeps what it was asked. */
function readerOf(
  answer: Partial<FailureReading>,
): RegistrarProvider & { readonly asked: ForeignFailure[] } {
  const asked: ForeignFailure[] = [];
  return {
    ...aProvider('example'),
    asked,
    readFailure: (failure) => {
      asked.push(failure);
      return Promise.resolve({ ...reading, ...answer });
    },
  };
}

const failure: ForeignFailure = {
  request: {
    method: ' get ',
    url: ' https://api.example.com/account?key=CANARY-key ',
    headers: { 'X-Key': 'CANARY-key', Accept: ['text/xml', 'text/plain'] },
    body: 'key=CANARY-key',
  },
  status: 401,
  headers: { 'Content-Type': 'text/plain' },
  body: 'CANARY-key is not accepted',
};

describe('explainFailure', () => {
  it('hands the adapter a request with names of headers in lower case', async () => {
    const provider = readerOf({});
    await explainFailure(provider, failure);
    expect(provider.asked).toEqual([
      {
        request: {
          method: 'GET',
          url: 'https://api.example.com/account?key=CANARY-key',
          headers: { 'x-key': 'CANARY-key', accept: 'text/xml, text/plain' },
          body: 'key=CANARY-key',
        },
        status: 401,
        headers: { 'content-type': 'text/plain' },
        body: 'CANARY-key is not accepted',
      },
    ]);
  });

  it('answers the error, ranked with what the request shows, and the exchange without its secrets', async () => {
    const error = new AuthenticationError({
      provider: 'example',
      operation: 'explainFailure',
      detail: 'the key was refused',
      reason: 'invalid_api_key',
      causes: ['wrong_key'],
    });
    const explanation = await explainFailure(readerOf({ error }), failure);
    expect(explanation).toMatchObject({
      provider: 'example',
      environment: 'live',
      target: 'GET account?key=[redacted]',
      succeeded: false,
      error,
      request: {
        method: 'GET',
        url: 'https://api.example.com/account?key=[redacted]',
        headers: { 'x-key': '[redacted]', accept: 'text/xml, text/plain' },
        body: 'key=[redacted]',
      },
      answer: {
        status: 401,
        headers: { 'content-type': 'text/plain' },
        body: '[redacted] is not accepted',
      },
    });
    expect(explanation.diagnosis.map(({ cause, likelihood }) => [cause, likelihood])).toEqual([
      ['wrong_key', 'confirmed'],
      ['key_in_url', 'unlikely'],
    ]);
    expect(JSON.stringify(explanation)).not.toContain('CANARY');
  });

  it('says of an answer that reports success that it was misread', async () => {
    const explanation = await explainFailure(readerOf({}), { status: 200, body: '<OK/>' });
    expect(explanation).toMatchObject({ succeeded: true, error: undefined, request: undefined });
    expect(explanation.diagnosis[0]).toMatchObject({
      cause: 'answer_misread',
      likelihood: 'confirmed',
      evidence: ['the answer reports success (HTTP 200)'],
    });
  });

  it('cuts a long body after the secrets are gone', async () => {
    const body = `${'x'.repeat(1995)}CANARY-key`;
    const { answer } = await explainFailure(readerOf({}), { status: 500, body });
    expect(answer.body).toHaveLength(2000);
    expect(answer.body).not.toContain('CANARY');
  });

  test.each([
    ['nothing', undefined, ['failure']],
    ['no status', {}, ['status']],
    ['a status that is none', { status: 42 }, ['status']],
    [
      'fields of another type',
      { status: 401, body: 1, headers: [1], request: { url: 1, headers: { a: 1 } } },
      ['body', 'headers', 'request.url', 'request.headers'],
    ],
    ['a request that is none', { status: 401, request: 'GET /' }, ['request']],
  ])('refuses %s', async (_, input, paths) => {
    const refused = explainFailure(readerOf({}), input as ForeignFailure);
    await expect(refused).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      issues: paths.map((path): unknown => expect.objectContaining({ path })),
    });
  });
});
