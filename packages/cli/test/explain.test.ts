import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { runCommand, temporaryFolder } from './run-command.js';

const folder = temporaryFolder();
afterAll(folder.remove);

const lines = (...all: readonly string[]): string => all.join('\n');
const key = 'CANARY0c3b4495e8f607182930a4b5cd';

const namecheapAnswer = lines(
  'HTTP/1.1 200 OK',
  'Content-Type: text/xml',
  '',
  '<ApiResponse Status="ERROR" xmlns="http://api.namecheap.com/xml.response"><Errors>',
  `<Error Number="1011150">Invalid request IP: 203.0.113.9</Error></Errors></ApiResponse>`,
);
const namecheapExchange = lines(
  'POST /xml.response HTTP/1.1',
  'Host: api.namecheap.com',
  'Content-Type: application/x-www-form-urlencoded',
  '',
  `ApiUser=panel&ApiKey=${key}&UserName=panel&ClientIp=198.51.100.7&Command=namecheap.domains.check`,
  '',
  namecheapAnswer,
);
const bearerExchange = lines(
  `$ curl -v 'https://ote.domainresellerapi.com/api/v1/domains?token=${key}' -H 'Authorization: Bearer ${key}' -d '{"apiKey":"${key}"}' -H 'Content-Type: application/json'`,
  '> POST /api/v1/domains HTTP/2',
  '> Host: ote.domainresellerapi.com',
  `> Authorization: Bearer ${key}`,
  '> Content-Type: application/json',
  '>',
  '< HTTP/2 401',
  '< ',
);

describe('registrar explain', () => {
  it('says what was looked at, what it shows and what to do, at 80 columns and without the key', async () => {
    const { code, stdout, stderr } = await runCommand(['explain'], { stdin: namecheapExchange });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).not.toContain('CANARY');
    expect(stdout).not.toContain('\u001b');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const order = [
      'a failure at namecheap, in another program, environment "live"',
      'checked: POST https://api.namecheap.com/xml.response',
      'shows:   namecheap: explainFailure:',
      'ACCESS_DENIED, 403',
      'Cause: client ip mismatch (likely)',
      'because the configuration says 198.51.100.7, the registrar saw 203.0.113.9',
      'who acts: ',
      '1. Set clientIp to 203.0.113.9',
      'see https://www.namecheap.com/',
      'Less likely:',
      'For the customer:',
    ].map((text) => stdout.replace(/\s+/g, ' ').indexOf(text.replace(/\s+/g, ' ')));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((left, right) => left - right));
  });

  it('is one JSON document with --json, with what was read in redacted form', async () => {
    const { code, json, stdout } = await runCommand(['explain', '-', '--json'], {
      stdin: bearerExchange,
    });
    expect(code).toBe(0);
    expect(stdout).not.toContain('CANARY');
    expect(json()).toMatchObject({
      provider: 'domain-name-api',
      environment: 'test',
      succeeded: false,
      error: { code: 'AUTHENTICATION_FAILED', status: 401 },
      request: {
        method: 'POST',
        headers: { authorization: expect.stringContaining('[redacted]') },
      },
      answer: { status: 401 },
      diagnosis: expect.arrayContaining([
        expect.objectContaining({ cause: 'bearer_token_used', likelihood: 'confirmed' }),
        expect.objectContaining({ cause: 'missing_authorization_header', likelihood: 'confirmed' }),
      ]),
      otherFailures: [],
    });
  });

  it('shows several certain causes as what each of them is', async () => {
    const { stdout } = await runCommand(['explain'], { stdin: bearerExchange });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /\d causes are certain: .*bearer token used.*\. Mend each of them\./,
    );
    expect(stdout).toMatch(/^Cause: bearer token used \(confirmed\)$/m);
    expect(stdout).not.toContain('CANARY');
  });

  it('does with the answer alone, and says what the request would add', async () => {
    const { code, stdout } = await runCommand(['explain'], { stdin: namecheapAnswer });
    expect(code).toBe(0);
    expect(stdout).toContain('the answer with HTTP 200, without the request');
    expect(stdout.replace(/\s+/g, ' ')).toContain('The request was not given. With it,');
  });

  it('shows a tie as a tie', async () => {
    const { stdout } = await runCommand(['explain', '--provider', 'domain-name-api'], {
      stdin: 'HTTP/1.1 403 Forbidden\n\n',
    });
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /\d+ causes are equally likely: [a-z ,]+\. What is known cannot tell them apart\./,
    );
    expect(stdout.match(/^Equally likely: /gm)!.length).toBeGreaterThan(1);
  });

  it('tells who misread an answer that reports success', async () => {
    const { code, stdout } = await runCommand(['explain', '--provider', 'domain-name-api'], {
      stdin: 'HTTP/1.1 204 No Content\n\n',
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Cause: answer misread \(/m);
  });

  describe('of a HAR file', () => {
    const entryOf = (url: string, status: number, body = ''): unknown => ({
      request: { method: 'GET', url, headers: [{ name: 'X-API-KEY', value: key }] },
      response: { status, headers: [], content: { text: body } },
    });
    const base = 'https://api.domainresellerapi.com/api/v1/';
    const har = {
      log: {
        entries: [
          entryOf('https://www.example.com/', 500),
          entryOf(`${base}deposit/accounts/me`, 200, '{"id":"x"}'),
          entryOf(`${base}domains/info`, 429),
          entryOf(`${base}domains/info`, 401),
        ],
      },
    };
    writeFileSync(path.join(folder.path, 'session.har'), JSON.stringify(har));

    it('takes the first failure of the registrar and names the others', async () => {
      const { code, stdout, stderr } = await runCommand(['explain', 'session.har'], {
        folder: folder.path,
      });
      expect({ code, stderr }).toEqual({
        code: 0,
        stderr: 'more entries failed: 4; --entry chooses one of them\n',
      });
      expect(stdout).toContain('environment "live", entry 3');
      expect(stdout).toContain('(RATE_LIMITED, 429)');
      expect(stdout + stderr).not.toContain('CANARY');
    });

    it('takes the one that --entry names', async () => {
      const { json } = await runCommand(['explain', 'session.har', '--entry', '4', '--json'], {
        folder: folder.path,
      });
      expect(json()).toMatchObject({ entry: 4, error: { code: 'AUTHENTICATION_FAILED' } });
      const stranger = await runCommand(['explain', 'session.har', '--entry', '1'], {
        folder: folder.path,
      });
      expect(stranger.code).toBe(2);
      expect(stranger.stderr).toContain('name it with --provider');
      const none = await runCommand(['explain', 'session.har', '--entry', '9'], {
        folder: folder.path,
      });
      expect(none.stderr).toContain('there is no entry 9 with an answer');
    });

    it('says when nothing of the named registrar is in it, or nothing failed', async () => {
      const other = await runCommand(['explain', 'session.har', '--provider', 'namecheap'], {
        folder: folder.path,
      });
      expect(other.stderr).toContain('with somebody else than namecheap');
      const sound = { log: { entries: [har.log.entries[1], har.log.entries[1]] } };
      const { code, stderr } = await runCommand(['explain'], { stdin: JSON.stringify(sound) });
      expect(code).toBe(2);
      expect(stderr).toContain('none of the 2 entries of the registrar reports a failure');
    });
  });

  it.each([
    ['text', `my key is ${key}`],
    ['a request alone', `GET /xml.response?ApiKey=${key} HTTP/1.1`],
    ['broken JSON', `{ "apiKey": "${key}`],
    ['a damaged failure', JSON.stringify({ status: 401, body: { key }, headers: [{ key }] })],
    [
      'an unknown registrar',
      `GET /?ApiKey=${key} HTTP/1.1\nHost: CANARY.example\n\nHTTP/1.1 401\n`,
    ],
  ])('refuses %s with 2, and quotes nothing of it', async (_, stdin) => {
    for (const json of [[], ['--json']]) {
      const { code, stdout, stderr } = await runCommand(['explain', ...json], { stdin });
      expect(code).toBe(2);
      expect(stdout + stderr).not.toContain('CANARY');
    }
  });

  const body = '{"domainName":"example.com"}';
  const url = 'https://api.domainresellerapi.com/api/v1/domains';
  const nc = 'https://api.namecheap.com/xml.response';
  it.each([
    ['the documented headers', `curl ${url} -H "X-API-KEY: ${key}" -H "__reseller: ${key}"`],
    ['a Bearer header', `curl ${url} -H "authorization: bearer ${key}" -d '${body}'`],
    ['HTTP Basic', `curl ${url} -u panel:${key}`],
    ['the URL itself', `curl https://panel:${key}@api.domainresellerapi.com/api/v1/domains`],
    ['the query', `curl "${url}?apiKey=${key}&x=1"`],
    ['a JSON body', `curl ${url} --json '{"resellerId":"${key}","apiKey":"${key}"}'`],
    ['the query of Namecheap', `curl "${nc}?ApiUser=panel&ApiKey=${key}&Command=x"`],
    ['a form of Namecheap', `curl ${nc} -d "apiuser=${key}@example.com&apikey=${key}"`],
    ['JSON at Namecheap', `curl ${nc} --json '{"ApiKey":"${key}"}'`],
  ])('shows no key that stands in %s, nor where the answer repeats it', async (_, command) => {
    const stdin = lines(command, '', 'HTTP/1.1 401 Unauthorized', '', `{"message":"bad ${key}"}`);
    for (const json of [[], ['--json']]) {
      const { code, stdout, stderr } = await runCommand(['explain', ...json], { stdin });
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(/CANARY|Q0FOQVJZ/);
    }
  });

  it('shows no cookie', async () => {
    const stdin = lines(
      `curl ${url} -b "session=${key}"`,
      '',
      'HTTP/1.1 401',
      'Set-Cookie: session=CANARY2',
    );
    for (const json of [[], ['--json']])
      expect((await runCommand(['explain', ...json], { stdin })).stdout).not.toContain('CANARY');
  });

  it('names the accepted forms where nothing is given', async () => {
    const { code, stderr } = await runCommand(['explain']);
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain('a HAR file or one of its entries');
  });
});
