import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect } from '@jest/globals';
import nock from 'nock';
import { token } from './credentials.js';

/** What is answered to one request. */
interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

interface SentRequest {
  readonly call: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/** The vendor's test environment. */
const address = new URL('https://sandbox.template-names.example/v1');
const sent: SentRequest[] = [];

// What one test leaves behind is not the next one's.
afterEach(() => {
  sent.length = 0;
  nock.cleanAll();
});

/** Lets the vendor answer one request, by its method and what follows the base path, such as `GET account`. */
export function vendor(call: string, { status = 200, body, headers = {} }: Answer): void {
  const [method = '', below = ''] = call.split(' ');
  nock(address.origin)
    .intercept(`${address.pathname}/${below}`, method)
    .reply(function (_uri, requestBody) {
      const { 'x-account': account, 'x-token': key } = this.req.headers;
      sent.push({ call, headers: { account, token: key }, body: readBody(requestBody) });
      return [status, typeof body === 'string' ? body : JSON.stringify(body), headers];
    });
}

/** nock reads JSON and hands everything else over as text. Of a form make `Object.fromEntries(new URLSearchParams(text))`. */
function readBody(body: unknown): unknown {
  return body === '' ? undefined : body;
}

/** What was sent since the last look, whole and in order: nothing more than a test says. */
export function expectSent(...expected: readonly { call: string; body?: unknown }[]): void {
  const headers = { account: 'example-account', token };
  const whole = expected.map(({ call, body }) => ({ call, headers, body }));
  expect(sent.splice(0)).toEqual(whole);
  expect(nock.pendingMocks()).toEqual([]);
}

/** An answer of our own making in the documented form, out of `test/fixtures`. */
export function fixture(name: string): string {
  return readFileSync(path.join(__dirname, '../fixtures', name), 'utf8');
}
