import { expect, test } from '@jest/globals';
import type { ForeignFailure } from '@registrar-kit/core';
import { foreignRedactor, readForeignRequest } from '@registrar-kit/provider-kit';

const key = 'c0ffee00c0ffee00CANARY00c0ffee00';
const url = 'https://api.example.com/xml.response';
const dna = 'https://api.example.com/api/v1/domains';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const each = (text: string, form: (code: number) => string): string =>
  Array.from(text, (letter) => form(letter.charCodeAt(0))).join('');
const asEscapes = (text: string): string =>
  each(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`);
const asEntities = (text: string): string => each(text, (code) => `&#${String(code)};`);
const asPercents = (text: string): string => each(text, (code) => `%${code.toString(16)}`);
const broken = `${key.slice(0, 16)}\r\n${key.slice(16)}`;

/** Places and forms in which a key was found in other people's requests, and in what came back. */
const exchanges: Readonly<Record<string, ForeignFailure>> = {
  'url path': {
    request: { method: 'GET', url: `https://api.namecheap.com/apikey/${key}/x` },
    status: 401,
    body: '',
  },
  'url path bare': {
    request: {
      method: 'GET',
      url: `https://api.domainresellerapi.com/api/v1/${key}/domains`,
      headers: { __reseller: 'b3c1a6de-1111-4222-8333-444455556666' },
    },
    status: 401,
    body: '',
  },
  'url fragment': { request: { method: 'GET', url: `${url}#ApiKey=${key}` }, status: 401 },
  matrix: { request: { method: 'GET', url: `${dna};apikey=${key}` }, status: 401 },
  cookie: {
    request: { method: 'GET', url: dna, headers: { Cookie: `a=b; session=${key}; c=d` } },
    status: 401,
  },
  'cookie echo': {
    request: { method: 'GET', url: dna, headers: { Cookie: `a=b; session=${key}; c=d` } },
    status: 401,
    body: `session ${key} expired`,
  },
  'set-cookie': {
    request: { method: 'GET', url: dna },
    status: 401,
    headers: { 'Set-Cookie': [`a=b; path=/`, `session=${key}; HttpOnly`] },
  },
  basic: {
    request: { method: 'GET', url: dna, headers: { authorization: `Basic ${base64(`u:${key}`)}` } },
    status: 401,
    body: `bad ${key}`,
  },
  'basic url-safe no pad': {
    request: {
      method: 'GET',
      url: dna,
      headers: { AUTHORIZATION: `basic ${base64(`u:${key}`).replace(/=+$/, '')}` },
    },
    status: 401,
    body: `bad ${key}`,
  },
  'auth raw': {
    request: { method: 'GET', url: dna, headers: { Authorization: key } },
    status: 401,
    body: `token ${key}`,
  },
  'auth custom scheme': {
    request: { method: 'GET', url: dna, headers: { Authorization: `ApiKey ${key}` } },
    status: 401,
    body: `token ${key}`,
  },
  'auth aws scheme': {
    request: {
      method: 'GET',
      url: dna,
      headers: { Authorization: `HMAC-SHA256 Credential=user/${key}, Signature=${key}` },
    },
    status: 401,
    body: `token ${key}`,
  },
  'x-api-key case': {
    request: { method: 'GET', url: dna, headers: { 'x-API-kEy': key } },
    status: 401,
    body: `token ${key.toUpperCase()} ${key}`,
  },
  'x api key underscore': {
    request: { method: 'GET', url: dna, headers: { X_API_KEY: key, apikey: key, 'Api-Key': key } },
    status: 401,
    body: `token ${key}`,
  },
  'x-reseller-secret': {
    request: { method: 'GET', url: dna, headers: { 'X-Auth': key } },
    status: 401,
    body: `token ${key}`,
  },
  'json nested': {
    request: {
      method: 'POST',
      url: dna,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ a: { b: [{ apiKey: key }] } }),
    },
    status: 401,
    body: `bad ${key}`,
  },
  'json deep': {
    request: {
      method: 'POST',
      url: dna,
      body: JSON.stringify({ a: { b: { c: { d: { e: { f: { g: { h: { apiKey: key } } } } } } } } }),
    },
    status: 401,
    body: `bad ${key}`,
  },
  'json array value': {
    request: { method: 'POST', url: dna, body: JSON.stringify({ apiKey: [key] }) },
    status: 401,
    body: `bad ${key}`,
  },
  'json object value': {
    request: { method: 'POST', url: dna, body: JSON.stringify({ apiKey: { value: key } }) },
    status: 401,
    body: `bad ${key}`,
  },
  'json name/value': {
    request: { method: 'POST', url: dna, body: JSON.stringify([{ name: 'apiKey', value: key }]) },
    status: 401,
    body: `bad ${key}`,
  },
  'json in json': {
    request: {
      method: 'POST',
      url: dna,
      body: JSON.stringify({ payload: JSON.stringify({ apiKey: key }) }),
    },
    status: 401,
    body: `bad ${key}`,
  },
  'json in json in json': {
    request: {
      method: 'POST',
      url: dna,
      body: JSON.stringify({ x: JSON.stringify({ payload: JSON.stringify({ apiKey: key }) }) }),
    },
    status: 401,
    body: `bad ${key}`,
  },
  'json broken': {
    request: { method: 'POST', url: dna, body: `{"apiKey":"${key}", "x":` },
    status: 401,
    body: `bad ${key}`,
  },
  'json unicode escape': {
    request: { method: 'POST', url: dna, body: `{"apiKey":"${asEscapes(key)}"}` },
    status: 401,
    body: `{"m":"${asEscapes(key)}"}`,
  },
  'json unicode echo': {
    request: { method: 'POST', url: dna, headers: { 'X-API-KEY': key }, body: `{}` },
    status: 401,
    body: `{"m":"${asEscapes(key)}"}`,
  },
  'json unicode name': {
    request: { method: 'POST', url: dna, body: `{"api\\u004bey":"${key}"}` },
    status: 401,
    body: `bad`,
  },
  'json username/password numbers': {
    request: { method: 'POST', url: dna, body: `{"userName":"x","password":12345678901}` },
    status: 401,
    body: `bad 12345678901`,
  },
  'form twice': {
    request: {
      method: 'POST',
      url,
      headers: form,
      body: `data=${encodeURIComponent(`ApiKey=${key}&x=1`)}`,
    },
    status: 200,
    body: `bad ${key}`,
  },
  'form twice 2': {
    request: {
      method: 'POST',
      url,
      headers: form,
      body: `ApiKey=${encodeURIComponent(encodeURIComponent(key + '/+ä'))}`,
    },
    status: 200,
    body: `bad ${key}/+ä`,
  },
  'form pct chars': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${asPercents(key)}` },
    status: 200,
    body: `bad ${key}`,
  },
  'form pct echo': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: `bad ${asPercents(key)}`,
  },
  'form name pct': {
    request: { method: 'POST', url, headers: form, body: `Api%4Bey=${key}` },
    status: 200,
    body: ``,
  },
  'form second value': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=a0&ApiKey=${key}` },
    status: 200,
    body: `bad ${key}`,
  },
  'query second value': {
    request: { method: 'GET', url: `${url}?ApiKey=aaaa1&apikey=${key}` },
    status: 200,
    body: `bad ${key}`,
  },
  'query and form': {
    request: { method: 'POST', url: `${url}?ApiKey=aaaa1`, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: `bad ${key}`,
  },
  'form array': {
    request: { method: 'POST', url, headers: form, body: `auth[ApiKey]=${key}` },
    status: 200,
    body: `bad ${key}`,
  },
  'form array pct': {
    request: { method: 'POST', url, headers: form, body: `auth%5BApiKey%5D=${key}` },
    status: 200,
    body: `bad ${key}`,
  },
  'form semicolons': {
    request: { method: 'POST', url, headers: form, body: `a=b;ApiKey=${key};c=d` },
    status: 200,
    body: `bad ${key}`,
  },
  'form with spaces': {
    request: { method: 'POST', url, headers: form, body: `ApiUser=some name&ApiKey=${key} &x` },
    status: 200,
    body: `bad ${key}`,
  },
  multipart: {
    request: {
      method: 'POST',
      url,
      headers: { 'Content-Type': 'multipart/form-data; boundary=XX' },
      body: `--XX\r\nContent-Disposition: form-data; name="ApiKey"\r\n\r\n${key}\r\n--XX--`,
    },
    status: 200,
    body: `bad ${key}`,
  },
  'multipart lf': {
    request: {
      method: 'POST',
      url,
      headers: { 'Content-Type': 'multipart/form-data; boundary=XX' },
      body: `--XX\nContent-Disposition: form-data; name="password"\nContent-Type: text/plain\n\n${key}\n--XX--`,
    },
    status: 200,
    body: `bad ${key}`,
  },
  'multipart lines no blank': {
    request: { method: 'POST', url, body: `ApiKey\r\n${key}` },
    status: 200,
    body: ``,
  },
  'xml element': {
    request: {
      method: 'POST',
      url: 'https://api.domainnameapi.com/x.svc',
      body: `<s:Envelope><Password>${key}</Password></s:Envelope>`,
    },
    status: 500,
    body: `bad ${key}`,
  },
  'xml cdata': {
    request: { method: 'POST', url: dna, body: `<a><Password><![CDATA[${key}]]></Password></a>` },
    status: 500,
    body: `bad ${key}`,
  },
  'xml cdata nested bracket': {
    request: {
      method: 'POST',
      url: dna,
      body: `<a><Password><![CDATA[x]y${key}]]></Password></a>`,
    },
    status: 500,
    body: `bad ${key}`,
  },
  'xml nested': {
    request: { method: 'POST', url: dna, body: `<a><Password><v>${key}</v></Password></a>` },
    status: 500,
    body: `bad`,
  },
  'xml mixed': {
    request: { method: 'POST', url: dna, body: `<a><Password> <![CDATA[${key}]]></Password></a>` },
    status: 500,
    body: `bad`,
  },
  'xml comment': {
    request: { method: 'POST', url: dna, body: `<a><ApiKey><!-- -->${key}</ApiKey></a>` },
    status: 500,
    body: `bad`,
  },
  'xml key/value': {
    request: {
      method: 'POST',
      url: dna,
      body: `<a><Key>ApiKey</Key><Value>${key}</Value><add key="ApiKey" value="${key}"/></a>`,
    },
    status: 500,
    body: `bad`,
  },
  'xml attr single': {
    request: { method: 'POST', url: dna, body: `<a ApiKey='${key}'/>` },
    status: 500,
    body: `bad ${key}`,
  },
  'xml entities': {
    request: { method: 'POST', url: dna, body: `<a><ApiKey>${asEntities(key)}</ApiKey></a>` },
    status: 500,
    body: `<m>${asEntities(key)}</m>`,
  },
  'xml entity echo': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: `<ApiResponse Status="ERROR"><Errors><Error Number="1011102">bad ${asEntities(key)}</Error></Errors></ApiResponse>`,
  },
  'key over lines in header': {
    request: { method: 'GET', url: dna, headers: { 'X-API-KEY': broken } },
    status: 401,
    body: `bad ${key} ${broken}`,
  },
  'key over lines in form': {
    request: { method: 'POST', url, headers: form, body: `ApiUser=x&ApiKey=${broken}&Command=y` },
    status: 401,
    body: `bad ${key}`,
  },
  'key over lines in xml': {
    request: { method: 'POST', url: dna, body: `<Password>\n${broken}\n</Password>` },
    status: 401,
    body: `bad ${key}`,
  },
  'key over lines in json': {
    request: { method: 'POST', url: dna, body: `{"apiKey":"${broken}"}` },
    status: 401,
    body: `bad ${key}`,
  },
  'reply over lines': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 401,
    body: `bad ${broken}`,
  },
  'location echo': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 302,
    headers: {
      Location: `/login?ReturnUrl=${encodeURIComponent(encodeURIComponent(`/x?ApiKey=${key}`))}`,
    },
  },
  'location twice enc name': {
    status: 302,
    headers: {
      Location: `/login?ReturnUrl=${encodeURIComponent(encodeURIComponent(`/x?ApiKey=${key}`))}`,
    },
  },
  'location once enc name': {
    status: 302,
    headers: { Location: `/login?ReturnUrl=${encodeURIComponent(`/x?ApiKey=${key}&y=1`)}` },
  },
  'no request: reply echo param': {
    status: 500,
    body: `Exception in /xml.response?ApiUser=a&ApiKey=${key}`,
  },
  'no request: php dump': {
    status: 500,
    body: `Array ( [ApiKey] => ${key} [x] => 1 ) and array('password' => '${key}')`,
  },
  'no request: py dump': {
    status: 500,
    body: `{'X-API-KEY': '${key}', "apiKey": u'${key}', 'token': b'${key}'}`,
  },
  'no request: html enc': {
    status: 500,
    body: `<pre>{&quot;apiKey&quot;:&quot;${key}&quot;}</pre>`,
  },
  'no request: curl': {
    status: 500,
    body: `curl -H "X-API-KEY: ${key}" -u user:${key} --user=user:${key}`,
  },
  'header name odd': {
    request: { method: 'GET', url: dna, headers: { 'X-API-KEY ': key, ' x-api-key': key } },
    status: 401,
    body: key,
  },
  'header name is key': {
    request: { method: 'GET', url: dna, headers: { [key]: 'x' } },
    status: 401,
    body: key,
  },
  'header with newline inj': {
    request: { method: 'GET', url: dna, headers: { accept: `x\r\nX-API-KEY: ${key}` } },
    status: 401,
    body: key,
  },
  'reseller holds key': {
    request: {
      method: 'GET',
      url: dna,
      headers: { __reseller: key, 'X-API-KEY': 'b3c1a6de-1111-4222-8333-444455556666' },
    },
    status: 401,
    body: key,
  },
  'command holds key': {
    request: { method: 'POST', url, headers: form, body: `ApiUser=a&ApiKey=ok&Command=${key}` },
    status: 401,
    body: key,
  },
  'method holds key': {
    request: { method: key, url: dna, headers: { 'X-API-KEY': key } },
    status: 401,
    body: key,
  },
  'host holds key': {
    request: {
      method: 'POST',
      url: `https://${key.toLowerCase()}.example.com/x`,
      headers: { 'X-API-KEY': key },
    },
    status: 401,
    body: key,
  },
  userinfo: {
    request: { method: 'POST', url: `https://u:${key}@api.domainresellerapi.com/api/v1/x` },
    status: 401,
    body: key,
  },
  'userinfo @': {
    request: { method: 'POST', url: `https://u:a@${key}@api.domainresellerapi.com/api/v1/x` },
    status: 401,
    body: '',
  },
  'userinfo no scheme': {
    request: { method: 'POST', url: `u:${key}@api.domainresellerapi.com/api/v1/x` },
    status: 401,
    body: key,
  },
  'url invalid': {
    request: { method: 'POST', url: `http://[bad?ApiKey=${key}&x=1` },
    status: 401,
    body: '',
  },
  'url over lines': {
    request: {
      method: 'GET',
      url: `${url}?ApiUser=a&ApiKey=${key.slice(0, 16)}\n  ${key.slice(16)}&x=1`,
    },
    status: 401,
    body: key,
  },
  authcode: {
    request: {
      method: 'POST',
      url,
      headers: form,
      body: `ApiKey=abc123&EPPCode=base64:${base64(key)}`,
    },
    status: 200,
    body: `<x>${key}</x>`,
  },
  'proxy-auth': {
    request: {
      method: 'POST',
      url: dna,
      headers: { 'Proxy-Authorization': `Basic ${base64(`p:${key}`)}` },
    },
    status: 407,
    body: key,
  },
  binary: {
    request: { method: 'POST', url, headers: form, body: `\u0000\u0001ApiKey=${key}\u0000` },
    status: 200,
    body: `\u0000\ud800${key}`,
  },
  utf16ish: {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: Array.from(key).join('\u0000'),
  },
  'base64 echo': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: base64(`abc${key}def`),
  },
  'hex echo': {
    request: { method: 'POST', url, headers: form, body: `ApiKey=${key}` },
    status: 200,
    body: Buffer.from(key).toString('hex'),
  },
  gql: {
    request: { method: 'POST', url: dna, body: `mutation { login(apiKey: "${key}") }` },
    status: 401,
    body: '',
  },
  yaml: {
    request: { method: 'POST', url: dna, body: `apiKey: ${key}\nuser: x` },
    status: 401,
    body: '',
  },
  'key= loose': {
    request: { method: 'GET', url: `${dna}?key=${key}&reseller=x` },
    status: 401,
    body: key,
  },
  'pass= loose': {
    request: { method: 'GET', url: `${dna}?pass=${key}&sig=${key}&access=${key}` },
    status: 401,
    body: key,
  },
  'api.key': { request: { method: 'GET', url: `${dna}?api.key=${key}` }, status: 401, body: key },
  'api key with space': {
    request: { method: 'POST', url: dna, body: `{"API Key":"${key}"}` },
    status: 401,
    body: `API Key: ${key}`,
  },
  credential: {
    request: {
      method: 'POST',
      url: dna,
      body: `{"credential":"${key}","credentials":{"id":"${key}"}, "jwt":"${key}","bearer":"${key}","signature":"${key}"}`,
    },
    status: 401,
    body: key,
  },
};

/** A piece of the key in any of these forms is a piece too much. */
const pieces = [
  'canary',
  key.slice(8, 20),
  asEscapes(key).slice(20, 60),
  asPercents(key).slice(20, 50),
  asEntities(key).slice(20, 50),
  base64(key).slice(4, 20),
  Buffer.from(key).toString('hex').slice(8, 30),
].map((piece) => piece.toLowerCase());

test.each(Object.entries(exchanges))('hides the key: %s', (_, { request = {}, headers, body }) => {
  const redact = foreignRedactor(readForeignRequest(request));
  const lines = [request.headers ?? {}, headers ?? {}].flatMap((all) =>
    Object.entries(all).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`),
  );
  for (const text of [request.method, request.url, request.body, body, ...lines]) {
    const shown = redact(text ?? '').toLowerCase();
    for (const piece of pieces) expect(shown).not.toContain(piece);
  }
});

test('leaves what is no secret', () => {
  const redact = foreignRedactor(readForeignRequest({ url, headers: { 'X-API-KEY': key } }));
  for (const text of [
    'Parameter APIKey is missing',
    'API Key is invalid or API access has not been enabled',
    'Invalid request IP: 203.0.113.7',
    'b3c1a6de-1111-4222-8333-444455556666',
    'Dna.DomainService:Domain:10007',
    'https://api.example.com/api/v1/domains/example.com?page=1',
    '50% of all %zz &#xffffffff; and \\ud800',
  ])
    expect(redact(text)).toBe(text);
});

test('costs no hostile time', () => {
  const names = Array.from(
    { length: 40_000 },
    (_, index) => `token${String(index)}=value${String(index)}x`,
  );
  const body = names.join('&');
  const begun = performance.now();
  foreignRedactor(readForeignRequest({ url, body }))(body.slice(0, 65_536));
  expect(performance.now() - begun).toBeLessThan(5000);
});
