import { describe, expect, it } from '@jest/globals';
import { dechunk } from '../../src/exchange/dechunk.js';
import { readHeaderLines } from '../../src/exchange/read-header-lines.js';
import { readHttpExchange } from '../../src/exchange/read-http-exchange.js';

const lines = (...all: readonly string[]): string => all.join('\n');

describe('header lines', () => {
  it('may be folded, stand twice, and have pseudo-headers among them', () => {
    const { headers, lines: taken } = readHeaderLines([
      ':path: /api/v1/domains',
      'X-Note: first',
      '\tand second ',
      '  and third',
      'Set-Cookie: a',
      'set-cookie:b',
      'Empty:',
      '',
      'Body: none of it',
    ]);
    expect(headers).toEqual({
      ':path': ['/api/v1/domains'],
      'x-note': ['first and second and third'],
      'set-cookie': ['a', 'b'],
      empty: [''],
    });
    expect(taken).toBe(8);
  });

  it('end at the first line that is none', () => {
    expect(readHeaderLines(['Host: example.com', '<ApiResponse/>'])).toEqual({
      headers: { host: ['example.com'] },
      lines: 1,
    });
  });
});

describe('a body in chunks', () => {
  it('is put together', () => {
    expect(dechunk('5\r\nHello\r\nA;name=value\r\n, wörld!!\r\n0\r\n\r\n')).toBe('Hello, wörld!!');
    expect(dechunk('5\nHello\n1\n!\n0\n')).toBe('Hello!');
  });

  it.each([
    ['plain text', '{"error":{"code":"x"}}'],
    ['a first line that looks like a size', 'abc\nis not what follows'],
    ['a size that does not fit', '3\nHello\n0'],
    ['chunks without an end', '5\nHello'],
    ['nothing', ''],
  ])('of %s stays as it is', (_, body) => {
    expect(dechunk(body)).toBe(body);
  });
});

describe('a pasted exchange', () => {
  const request = lines(
    'POST /xml.response HTTP/1.1',
    'Host: api.namecheap.com',
    'Content-Type: application/x-www-form-urlencoded',
    '',
    'ApiUser=panel&Command=namecheap.domains.check',
  );
  const answer = lines(
    'HTTP/1.1 200 OK',
    'Content-Type: text/xml',
    '',
    '<ApiResponse>',
    '',
    '</ApiResponse>',
  );
  const readAnswer = {
    status: 200,
    headers: { 'content-type': ['text/xml'] },
    body: lines('<ApiResponse>', '', '</ApiResponse>'),
  };
  const readRequest = {
    method: 'POST',
    url: 'https://api.namecheap.com/xml.response',
    headers: {
      host: ['api.namecheap.com'],
      'content-type': ['application/x-www-form-urlencoded'],
    },
    body: 'ApiUser=panel&Command=namecheap.domains.check',
  };

  it('is read with both sides, whatever line ends it has and whatever stands before it', () => {
    const text = lines('from the module log:', '', request, '', answer, '');
    for (const each of [text, text.replaceAll('\n', '\r\n')]) {
      const { request: sent, answer: got } = readHttpExchange(each);
      expect(sent).toEqual(readRequest);
      expect({ ...got, body: got?.body?.replaceAll('\r', '') }).toEqual(readAnswer);
    }
  });

  it('may lack the empty line between the sides, or one of the sides', () => {
    expect(readHttpExchange(lines(request, answer))).toEqual({
      request: readRequest,
      answer: readAnswer,
    });
    expect(readHttpExchange(answer)).toEqual({ request: undefined, answer: readAnswer });
    expect(readHttpExchange(request)).toEqual({ request: readRequest, answer: undefined });
  });

  it('passes over what came on the way and what came afterwards', () => {
    const text = lines(
      'CONNECT api.namecheap.com:443 HTTP/1.1',
      'Host: api.namecheap.com:443',
      'Proxy-Authorization: Basic Y2FuYXJ5',
      '',
      'HTTP/1.1 200 Connection established',
      '',
      request,
      '',
      'HTTP/1.1 100 Continue',
      '',
      'HTTP/1.1 302 Found',
      'Location: /Account/Login',
      '',
      'GET /Account/Login HTTP/1.1',
      '',
      answer,
    );
    expect(readHttpExchange(text)).toEqual({
      request: readRequest,
      answer: { status: 302, headers: { location: ['/Account/Login'] }, body: '' },
    });
  });

  it('may consist of the pseudo-headers of HTTP/2', () => {
    const text = lines(
      ':authority: api.domainresellerapi.com',
      ':method: POST',
      ':path: /api/v1/domains/bulk-search',
      ':scheme: https',
      'content-type: application/json',
      '',
      '{"domains":[]}',
      '',
      ':status: 401',
      'content-length: 0',
    );
    expect(readHttpExchange(text)).toEqual({
      request: {
        method: 'POST',
        url: 'https://api.domainresellerapi.com/api/v1/domains/bulk-search',
        headers: { 'content-type': ['application/json'] },
        body: '{"domains":[]}',
      },
      answer: { status: 401, headers: { 'content-length': ['0'] }, body: '' },
    });
  });

  it('has its chunks put together', () => {
    const text = lines('HTTP/1.1 400', 'Transfer-Encoding: chunked', '', '4', 'oops', '0', '');
    expect(readHttpExchange(text).answer?.body).toBe('oops');
  });
});
