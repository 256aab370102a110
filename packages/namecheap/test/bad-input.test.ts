import { describe, expect, it } from '@jest/globals';
import nock from 'nock';
import { canaryKey, expectNoCanary, shapelyCanaryKey } from './support/canaries.js';
import {
  answerWith,
  errorBody,
  okBody,
  sandbox,
  type WireReply,
} from './support/namecheap-wire.js';
import { createTestDriver, errorOf, type TestDriver } from './support/test-driver.js';

const xmlStart = '<?xml version="1.0" encoding="utf-8"?>';
const result = '<UserGetBalancesResult Currency="USD" AvailableBalance="1.00" />';
const html =
  '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN""http://www.w3.org/TR/html4/strict.dtd">\r\n<HTML><HEAD><TITLE>Bad Request</TITLE></HEAD><BODY><h2>Bad Request - Invalid Header</h2></BODY></HTML>';

/** A read and what it ends with; reads are tried three times where that may help. */
async function read(
  body: string,
  reply: WireReply = {},
): Promise<{ error: unknown; sent: number } & TestDriver> {
  const sent = answerWith([body, body, body], reply);
  const test = createTestDriver();
  const error = await errorOf(test.driver.getBalance(test.read('getBalance')));
  nock.cleanAll();
  expectNoCanary(error, test.events);
  return { error, sent: sent.length, ...test };
}

describe('what is not an answer', () => {
  it.each([
    ['an empty body', '', 'empty'],
    ['white space', ' \r\n ', 'empty'],
    ['a web page', html, 'html'],
    ['a page without a declaration', '<html><body>Attention Required!</body></html>', 'html'],
    ['half an answer', okBody(result).slice(0, 300), 'truncated'],
    ['XML of another kind', `${xmlStart}<Response Status="OK" />`, 'wrong_shape'],
    [
      'no status',
      `${xmlStart}<ApiResponse><CommandResponse>${result}</CommandResponse></ApiResponse>`,
      'wrong_shape',
    ],
    [
      'an unknown status',
      `${xmlStart}<ApiResponse Status="MAYBE"><Errors /><CommandResponse>${result}</CommandResponse></ApiResponse>`,
      'wrong_shape',
    ],
    [
      'status OK and nothing else',
      `${xmlStart}<ApiResponse Status="OK"><Errors /></ApiResponse>`,
      'wrong_shape',
    ],
    [
      'status ERROR and no error',
      `${xmlStart}<ApiResponse Status="ERROR"><Errors /><CommandResponse>${result}</CommandResponse></ApiResponse>`,
      'wrong_shape',
    ],
    [
      'a document type',
      `${xmlStart}<!DOCTYPE x [<!ENTITY a "b">]><ApiResponse Status="OK">&a;</ApiResponse>`,
      'not_parsable',
    ],
    ['JSON', '{"Status":"OK"}', 'not_parsable'],
  ])('%s is told by its kind and not tried again', async (_what, body, kind) => {
    const { error, sent } = await read(body);
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', status: 502, kind, effect: 'none' });
    expect(sent).toBe(1);
  });

  it('reads an answer without a namespace, a declaration or lower-case names', async () => {
    answerWith([
      `<APIRESPONSE status="ok"><errors/><COMMANDRESPONSE type="x"><usergetbalancesresult currency="USD" availablebalance="1.00"/></COMMANDRESPONSE></APIRESPONSE>`,
    ]);
    const { driver, read: call } = createTestDriver();
    expect(await driver.getBalance(call('getBalance'))).toEqual({
      available: [{ amount: '1.00', currency: 'USD' }],
    });
  });

  it('believes the status OK and reports errors beside it', async () => {
    answerWith([
      okBody(result).replace('<Errors />', '<Errors><Error Number="1">odd</Error></Errors>'),
    ]);
    const { driver, read: call, events } = createTestDriver();
    await driver.getBalance(call('getBalance'));
    expect(events.filter(({ type }) => type === 'drift')).toMatchObject([{ path: 'Errors' }]);
  });

  it.each([
    ['HTTP 400 with a page', 400, html, 'html'],
    ['HTTP 404 with a page', 404, html, 'html'],
    ['HTTP 403 with a page', 403, html, 'html'],
    ['HTTP 200 with a page', 200, html, 'html'],
  ])('%s is no answer either', async (_what, status, body, kind) => {
    const { error } = await read(body, { status, headers: { 'content-type': 'text/html' } });
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind,
      vendor: { httpStatus: status },
    });
  });

  it.each([500, 502, 503, 504])(
    'HTTP %d is tried again and then blamed on the vendor',
    async (status) => {
      const { error, sent } = await read(html, { status });
      expect(error).toMatchObject({
        code: 'PROVIDER_UNAVAILABLE',
        retryable: true,
        vendor: { httpStatus: status },
      });
      expect(sent).toBe(3);
    },
  );

  it('believes a vendor number before the status', async () => {
    const { error } = await read(errorBody([['1011102', 'API Key is invalid']]), { status: 500 });
    expect(error).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      vendor: { code: '1011102', httpStatus: 500 },
    });
  });

  it.each([
    ['https://www.namecheap.com/myaccount/login/?ReturnUrl=%2f', 301],
    ['/Login.aspx', 302],
    ['https://www.namecheap.com/signin', 307],
    ['/account/log-on', 303],
  ])('a redirect to the login page %s is a matter of credentials', async (location, status) => {
    const { error, sent } = await read('', { status, headers: { location } });
    expect(error).toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      reason: 'unauthorized',
      vendor: { httpStatus: status },
    });
    expect(sent).toBe(1);
  });

  it.each(['https://www.namecheap.com/', '/blog/', 'https://status.example.com/catalogue', ''])(
    'another redirect (%j) is not followed',
    async (location) => {
      const { error } = await read('', { status: 301, headers: { location } });
      expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', kind: 'redirect' });
    },
  );

  it('HTTP 405 is the rate limit, whatever the body says, and stops the others', async () => {
    const { error, sent, events } = await read(errorBody([['1011102', 'API Key is invalid']]), {
      status: 405,
    });
    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      source: 'registrar',
      reason: 'unspecified',
      retryable: true,
    });
    expect(sent).toBe(3);
    expect(events.filter(({ type }) => type === 'quota.paused').length).toBeGreaterThan(0);
  });

  it('takes the wait that a 429 asks for', async () => {
    const { error } = await read('', { status: 429, headers: { 'retry-after': '7' } });
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 7000 });
  });

  it('shows no key that an answer echoes', async () => {
    const { error } = await read(
      `<html>ApiKey=${canaryKey}&amp;other=${shapelyCanaryKey}</html>`.replace(
        shapelyCanaryKey,
        '',
      ),
    );
    expectNoCanary(error);
    const { error: quoted } = await read(errorBody([['2011999', `The value ${canaryKey} is odd`]]));
    expectNoCanary(quoted);
  });
});

describe('what goes out', () => {
  it('keeps every parameter out of the URL, and the key out of every event', async () => {
    const urls: string[] = [];
    nock(sandbox)
      .post(/.*/)
      .reply(function (uri) {
        urls.push(uri);
        return [200, okBody(result)];
      });
    const { driver, read: call, events } = createTestDriver();
    await driver.getBalance(call('getBalance'));
    expect(urls).toEqual(['/xml.response']);
    expect(events.map(({ type }) => type)).toEqual(['request.sent', 'request.answered']);
    expectNoCanary(events, driver);
  });

  it('shows no key when the connection breaks', async () => {
    nock(sandbox)
      .post(/.*/)
      .times(3)
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    const { driver, read: call, events } = createTestDriver();
    const error = await errorOf(driver.getBalance(call('getBalance')));
    expect(error.code).toBe('TRANSPORT_FAILED');
    expectNoCanary(error, events);
  });
});
