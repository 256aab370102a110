import { describe, expect, it } from '@jest/globals';
import { isCurlDump, plainCurlDump } from '../../src/exchange/plain-curl-dump.js';
import { readCurlCommand } from '../../src/exchange/read-curl-command.js';
import { readHttpExchange } from '../../src/exchange/read-http-exchange.js';
import { splitShellWords } from '../../src/exchange/split-shell-words.js';

describe('the output of curl -v', () => {
  const dump = [
    '  % Total    % Received % Xferd  Average Speed',
    '* Connected to ote.domainresellerapi.com (192.0.2.4) port 443',
    '> POST /api/v1/domains HTTP/1.1',
    '> Host: ote.domainresellerapi.com',
    '> X-API-KEY: abc',
    '> ',
    '} [28 bytes data]',
    '100    28    0     0  100    28      0    112',
    '* upload completely sent off: 28 bytes',
    '< HTTP/1.1 400 Bad Request',
    '< content-type: application/json',
    '<',
    '{ [31 bytes data]',
    '{ "error": { "message": "no" } }* Connection #0 to host ote.domainresellerapi.com left intact',
  ].join('\n');

  it('is known by its arrows', () => {
    expect(isCurlDump(dump)).toBe(true);
    expect(isCurlDump('HTTP/1.1 200 OK\n\n<html>\n< HTTP')).toBe(false);
  });

  it('is read without what curl says about itself', () => {
    expect(readHttpExchange(plainCurlDump(dump))).toEqual({
      request: {
        method: 'POST',
        url: 'https://ote.domainresellerapi.com/api/v1/domains',
        headers: { host: ['ote.domainresellerapi.com'], 'x-api-key': ['abc'] },
        body: '',
      },
      answer: {
        status: 400,
        headers: { 'content-type': ['application/json'] },
        body: '{ "error": { "message": "no" } }',
      },
    });
  });
});

describe('a command of the shell', () => {
  it('is split into its words, up to its end', () => {
    const text = String.raw`curl 'a b'"c \"d\"" \
  $'e\'\u0066\n' g\ h "" | jq '.x'
rest`;
    expect(splitShellWords(text)).toEqual({
      words: ['curl', 'a bc "d"', "e'f\n", 'g h', ''],
      rest: 'rest',
    });
  });

  it('with a quote that never ends is taken as it stands', () => {
    expect(splitShellWords("curl 'abc")).toEqual({ words: ['curl', "'abc"], rest: '' });
  });
});

describe('a curl command', () => {
  it('as developer tools copy it', () => {
    const text = `$ curl 'https://api.domainresellerapi.com/api/v1/domains' \\
  -X 'PUT' \\
  -H 'Content-Type: application/json' \\
  -H 'x-api-key: abc' \\
  --data-raw '{"a":"it'\\''s"}' \\
  --compressed
HTTP/2 401`;
    expect(readCurlCommand(text)).toEqual({
      request: {
        method: 'PUT',
        url: 'https://api.domainresellerapi.com/api/v1/domains',
        headers: { 'content-type': 'application/json', 'x-api-key': 'abc' },
        body: `{"a":"it's"}`,
      },
      rest: 'HTTP/2 401',
    });
  });

  it('as people type it', () => {
    const text =
      'curl -sSvu me:secret -o out.xml -d ApiUser=x --data-urlencode "Key=a b" --url https://example.com/';
    expect(readCurlCommand(text)?.request).toEqual({
      method: 'POST',
      url: 'https://example.com/',
      headers: {
        authorization: 'Basic bWU6c2VjcmV0',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'ApiUser=x&Key=a%20b',
    });
  });

  it('with -G has its data in the URL', () => {
    expect(readCurlCommand('curl -G https://example.com/x?a=1 -d b=2')?.request).toEqual({
      method: 'GET',
      url: 'https://example.com/x?a=1&b=2',
      headers: {},
    });
  });

  it('that reads a file leaves the body open', () => {
    const request = readCurlCommand('curl -XPOST https://example.com/ -d @order.json')?.request;
    expect(request).toMatchObject({ method: 'POST' });
    expect(request).not.toHaveProperty('body');
  });

  it('without a URL, or none at all, is none', () => {
    expect(readCurlCommand('curl -v')).toBeUndefined();
    expect(readCurlCommand('HTTP/1.1 200 OK')).toBeUndefined();
  });
});
