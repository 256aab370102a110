import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import nock from 'nock';
import { resellerId, testKey } from './credentials.js';

const vendorHost = 'https://ote.domainresellerapi.com';

/** A request that must be sent exactly so. */
export interface ExpectedRequest {
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly host?: string;
  /** @defaultValue '/api/v1' */
  readonly prefix?: string;
}

/** What comes back. */
export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  /** Happens while the vendor has the request. */
  readonly during?: () => void;
}

/** What a request really was, beside what was expected of it. */
interface Exchange {
  readonly name: string;
  readonly sent: unknown;
  readonly expected: unknown;
}

const exchanges: Exchange[] = [];

/** Lets the vendor answer one request, and notes the request whole for {@link expectRequestsAsTold}. */
export function vendor(
  method: string,
  name: string,
  expected: ExpectedRequest,
  answer: Answer,
): void {
  const { query = {}, body, key = testKey, host = vendorHost, prefix = '/api/v1' } = expected;
  const { status = 200, headers = { 'content-type': 'application/json; charset=utf-8' } } = answer;
  const text =
    typeof answer.body === 'string' || answer.body === undefined
      ? (answer.body ?? '')
      : JSON.stringify(answer.body);
  nock(host)
    .intercept((uri) => uri.split('?')[0] === `${prefix}/${name}`, method)
    .reply(function (uri, sentBody) {
      const url = new URL(uri, host);
      exchanges.push({
        name: `${method} ${name}`,
        sent: {
          query: Object.fromEntries(url.searchParams),
          body: sentBody === '' ? undefined : sentBody,
          headers: flat(this.req.headers),
        },
        expected: { query, body, headers: expectedHeaders(key, new URL(host).host) },
      });
      answer.during?.();
      return [status, text, headers];
    });
}

/** Asserts that every request was as told, nothing more and nothing less, and that none is missing. */
export function expectRequestsAsTold(): void {
  const done = exchanges.splice(0);
  const pending = nock.pendingMocks();
  nock.cleanAll();
  for (const { name, sent, expected } of done)
    expect({ name, ...(sent as object) }).toEqual({ name, ...(expected as object) });
  expect(pending).toEqual([]);
}

/** A reply of our own making, in the documented form. */
export function fixture(name: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, '../fixtures', name), 'utf8')) as unknown;
}

function expectedHeaders(key: string, host: string): Record<string, string> {
  return {
    'x-api-key': key,
    __reseller: resellerId,
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'registrar-kit',
    'accept-encoding': expect.any(String) as unknown as string,
    connection: expect.any(String) as unknown as string,
    host,
  };
}

function flat(headers: Readonly<Record<string, string | string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')] as const)
      .filter(([name]) => name !== 'content-length'),
  );
}
