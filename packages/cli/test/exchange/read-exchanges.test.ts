import { describe, expect, it } from '@jest/globals';
import { readExchanges } from '../../src/exchange/read-exchanges.js';
import { recogniseProvider } from '../../src/exchange/recognise-provider.js';

const entry = {
  request: {
    method: 'POST',
    url: 'https://api.namecheap.com/xml.response',
    headers: [
      { name: ':path', value: '/xml.response' },
      { name: 'Accept', value: 'a' },
      { name: 'Accept', value: 'b' },
    ],
    postData: { params: [{ name: 'ApiUser', value: 'a b' }] },
  },
  response: {
    status: 200,
    headers: [{ name: 'Content-Type', value: 'text/xml' }],
    content: { encoding: 'base64', text: Buffer.from('<ApiResponse/>').toString('base64') },
  },
};
const read = {
  request: {
    method: 'POST',
    url: 'https://api.namecheap.com/xml.response',
    headers: { Accept: ['a', 'b'] },
    body: 'ApiUser=a+b',
  },
  status: 200,
  headers: { 'Content-Type': ['text/xml'] },
  body: '<ApiResponse/>',
};

describe('a document', () => {
  it('may be a HAR file, of which entries without an answer are left out', () => {
    const blocked = { ...entry, response: { status: 0 } };
    const har = { log: { version: '1.2', entries: [blocked, entry, null] } };
    expect(readExchanges(JSON.stringify(har))).toEqual([{ failure: read, entry: 2 }]);
  });

  it('may be one entry, or a failure as the library takes it', () => {
    expect(readExchanges(`\ufeff${JSON.stringify(entry)}`)).toEqual([{ failure: read }]);
    expect(readExchanges('{ "status": 401, "body": "" }')).toEqual([
      { failure: { status: 401, body: '' } },
    ]);
  });
});

describe('a text', () => {
  it('may be a curl command with the output of curl -v below it, which lacks the body', () => {
    const text = [
      "curl -v https://ote.domainresellerapi.com/api/v1/domains -H 'x-wrong: 1' -d '{}'",
      '> POST /api/v1/domains HTTP/2',
      '> Host: ote.domainresellerapi.com',
      '>',
      '< HTTP/2 415',
      '<',
    ].join('\n');
    expect(readExchanges(text)).toEqual([
      {
        failure: {
          request: {
            method: 'POST',
            url: 'https://ote.domainresellerapi.com/api/v1/domains',
            headers: { host: ['ote.domainresellerapi.com'] },
            body: '{}',
          },
          status: 415,
          headers: {},
          body: '',
        },
      },
    ]);
  });

  it('may be set in, as on a page', () => {
    const text = '\n    HTTP/1.1 401 Unauthorized\n    Server: x\n\n    {\n      "a": 1\n    }\n';
    expect(readExchanges(text)).toEqual([
      { failure: { status: 401, headers: { server: ['x'] }, body: '{\n  "a": 1\n}' } },
    ]);
  });

  it('may begin like JSON', () => {
    expect(readExchanges('[log] failed:\nHTTP/1.1 401 Unauthorized\n')).toEqual([
      { failure: { status: 401, headers: {}, body: '' } },
    ]);
  });

  it('may be the bare answer of Namecheap, which has one HTTP status', () => {
    const body = '<?xml version="1.0"?>\n<ApiResponse Status="ERROR"></ApiResponse>';
    expect(readExchanges(`\n${body}\n`)).toEqual([{ failure: { status: 200, body } }]);
  });
});

describe('anything else', () => {
  it.each([
    ['nothing', ' \n', 'the text is empty'],
    ['prose', 'CANARY is my key and it does not work', 'no HTTP exchange'],
    ['a request alone', 'GET /?ApiKey=CANARY HTTP/1.1\nHost: CANARY.example', 'answer is missing'],
    ['a command alone', 'curl https://example.com/?key=CANARY', 'answer is missing'],
    ['broken JSON', '{ "apiKey": "CANARY', 'is not JSON'],
    ['another document', '{ "apiKey": "CANARY" }', 'neither a HAR file'],
    ['a HAR file without answers', '{ "log": { "entries": [{ "key": "CANARY" }] } }', 'no entry'],
  ])('(%s) is refused with the accepted forms, and never quoted', (_, text, problem) => {
    const refusal = (): unknown => {
      try {
        return readExchanges(text);
      } catch (error) {
        return error;
      }
    };
    expect(refusal()).toMatchObject({
      code: 'USAGE_ERROR',
      message: expect.stringContaining(problem),
      hint: expect.stringContaining('HAR file'),
    });
    expect(JSON.stringify(refusal())).not.toContain('CANARY');
  });
});

describe('the registrar', () => {
  it.each([
    ['https://api.sandbox.namecheap.com/xml.response', 'namecheap'],
    ['api.namecheap.com/xml.response', 'namecheap'],
    ['https://ote.domainresellerapi.com/api/v1/domains', 'domain-name-api'],
    ['https://whmcs.domainnameapi.com/DomainApi.svc', 'domain-name-api'],
    ['/xml.response?Command=x', 'namecheap'],
    ['https://namecheap.com.example.org/', undefined],
    ['not a URL', undefined],
  ])('of %s', (url, provider) => {
    expect(recogniseProvider({ request: { url }, status: 401 })).toBe(provider);
  });

  it('shows in what only one of them has', () => {
    const request = { url: 'https://proxy.example/x', headers: { __Reseller: 'x' } };
    expect(recogniseProvider({ request, status: 401 })).toBe('domain-name-api');
    const body = '<ApiResponse xmlns="http://api.namecheap.com/xml.response">';
    expect(recogniseProvider({ status: 200, body })).toBe('namecheap');
    expect(recogniseProvider({ status: 401, body: '' })).toBeUndefined();
  });
});
