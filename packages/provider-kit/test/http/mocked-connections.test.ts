import { afterEach, describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { caught } from '../support/caught.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

const url = new URL('https://api.example.com/');
const write = testCall({ retry: 'never' });

function failure(code: string): Error {
  return Object.assign(new Error('made up'), { code });
}

afterEach(() => nock.cleanAll());

/** A mocked socket tells less than a real one; what it does not tell must not become proof that nothing was sent. */
describe('with nock instead of a network', () => {
  it('an answer is an answer', async () => {
    nock(url.origin).post('/').reply(405, 'no', { 'X-One': '1' });
    const reply = await testClient().exchange(testRequest(url), write);
    expect(reply).toEqual({ status: 405, headers: { 'x-one': '1' }, body: 'no' });
  });

  it.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])(
    '%s may have come after the request',
    async (code) => {
      nock(url.origin).post('/').replyWithError(failure(code));
      const error = await caught(testClient().exchange(testRequest(url), write));
      expect(error).toMatchObject({ phase: 'sent', effect: 'unknown', systemCode: code });
    },
  );

  it.each(['ENOTFOUND', 'ECONNREFUSED', 'CERT_HAS_EXPIRED'])('%s came before it', async (code) => {
    nock(url.origin).post('/').replyWithError(failure(code));
    const error = await caught(testClient().exchange(testRequest(url), write));
    expect(error).toMatchObject({ phase: 'not_sent', effect: 'none', systemCode: code });
  });

  it.each(['delay', 'delayConnection'] as const)(
    'a late answer (%s) may have been executed',
    async (how) => {
      nock(url.origin).post('/')[how](300).reply(200);
      const client = testClient({ paidTimeoutMs: 60 });
      const error = await caught(client.exchange(testRequest(url), write));
      expect(error).toMatchObject({ code: 'TIMEOUT', effect: 'unknown' });
    },
  );
});
