import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, test } from '@jest/globals';
import {
  diagnoseRegistrar,
  type AccessDiagnosis,
  type DiagnoseOptions,
  type ErrorCode,
} from '@registrar-kit/core';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, serveSimulator, type RegistrarSimulator } from '@registrar-kit/testing';
import nock from 'nock';
import { namecheap } from '../../src/index.js';
import { expectNoCanary, shapelyCanaryKey } from '../support/canaries.js';
import { errorBody } from '../support/namecheap-wire.js';

const closers: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  nock.restore();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that answers as it is told, on a real socket. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

const answers =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const hangs: RequestListener = () => undefined;
const drips: RequestListener = (_request, response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write('2'), 50);
  response.on('close', () => clearInterval(timer));
};
const page = '<!DOCTYPE html><html><body>Sign in. token=CANARY-1</body></html>';
const huge = 'x'.repeat(10 * 1024 * 1024);

const base = {
  provider: 'namecheap',
  environment: 'test',
  apiUser: 'paneluser',
  apiKey: shapelyCanaryKey,
  clientIp: '203.0.113.7',
};

async function examine(
  config: Record<string, unknown>,
  options: DiagnoseOptions = {},
): Promise<AccessDiagnosis & { readonly tookMs: number }> {
  const begun = performance.now();
  const report = await diagnoseRegistrar(
    config,
    [namecheap],
    { random: () => 0 },
    { echoServices: [], timeoutMs: 400, ...options },
  );
  expectNoCanary(report);
  return { ...report, tookMs: performance.now() - begun };
}

/** The simulated vendor, and the commands that it was sent. */
async function watchedVendor(): Promise<{
  readonly config: Record<string, unknown>;
  readonly seen: string[];
}> {
  const simulator = createNamecheapSimulator({ world: createDemoWorld(), environment: 'test' });
  const seen: string[] = [];
  const handle = simulator.handle.bind(simulator);
  const watched: RegistrarSimulator = Object.assign(simulator, {
    handle: (request: Parameters<RegistrarSimulator['handle']>[0]) => {
      const sent = new URLSearchParams(request.body);
      seen.push(`${request.method} ${sent.get('Command') ?? '(none)'}`);
      return handle(request);
    },
  });
  const served = await serveSimulator(watched);
  closers.push(() => served.close());
  return { config: served.config, seen };
}

describe('the examination only reads', () => {
  it('asks without credentials once, and for the balance, which proves the credentials', async () => {
    const { config, seen } = await watchedVendor();
    const report = await examine(config, { timeoutMs: 5000 });
    expect(report.outcome).not.toBe('failed');
    expect(seen[0]).toBe('GET (none)');
    expect(new Set(seen.slice(1))).toEqual(new Set(['POST namecheap.users.getBalances']));
    expect(seen.length).toBeLessThanOrEqual(3);
  });

  it('can run twice at once', async () => {
    const { config, seen } = await watchedVendor();
    const reports = await Promise.all([1, 2].map(() => examine(config, { timeoutMs: 10_000 })));
    for (const { outcome } of reports) expect(outcome).not.toBe('failed');
    expect(seen.filter((command) => command === 'GET (none)')).toHaveLength(2);
    expect(seen.every((command) => /\(none\)|getBalances$/.test(command))).toBe(true);
  });
});

describe('echo services', () => {
  it('that lie, hang, drip, send pages or megabytes cost no more than one limit and settle nothing', async () => {
    const { config } = await watchedVendor();
    const echoServices = await Promise.all(
      [
        answers(200, '198.51.100.66'),
        answers(200, '203.0.113.7\n'),
        answers(200, page),
        answers(200, huge),
        answers(302, '', { location: 'http://127.0.0.1:1/' }),
        answers(200, '10.0.0.5'),
        hangs,
        drips,
      ].map(serve),
    );
    const report = await examine({ ...config, clientIp: '203.0.113.7' }, { echoServices });
    const egress = report.checks.find(({ id }) => id === 'egress-address');
    expect(egress).toMatchObject({
      outcome: 'noticed',
      facts: { addresses: ['198.51.100.66', '203.0.113.7'], agreed: false },
    });
    expect(egress?.shows.join('; ')).toContain('6 of 8 did not answer');
    expect(egress?.durationMs).toBeLessThan(2000);
    expect(report.outcome).toBe('noticed');
  });
});

describe('a registrar that answers something else', () => {
  test.each<[string, RequestListener, ErrorCode, number]>([
    ['a page', answers(200, page, { 'content-type': 'text/html' }), 'UNEXPECTED_RESPONSE', 9],
    ['429', answers(429, '', { 'retry-after': '120' }), 'RATE_LIMITED', 5],
    ['405, its way to say too many', answers(405, ''), 'RATE_LIMITED', 5],
    ['500 with a page', answers(500, page), 'PROVIDER_UNAVAILABLE', 9],
    ['megabytes', answers(200, huge), 'UNEXPECTED_RESPONSE', 9],
    ['a drip that never ends', drips, 'TIMEOUT', 9],
    ['a redirect', answers(301, '', { location: '/elsewhere' }), 'UNEXPECTED_RESPONSE', 9],
    [
      'an unknown number of the door',
      answers(200, errorBody([['1011199', '']])),
      'AUTHENTICATION_FAILED',
      3,
    ],
  ])('%s', async (_, listener, code, exitCode) => {
    const baseUrl = await serve(listener);
    const report = await examine({ ...base, baseUrl });
    expect(report.worst?.code).toBe(code);
    expect(report.exitCode).toBe(exitCode);
    expect(report.tookMs).toBeLessThan(4000);
    expect(report.checks.at(-1)).toMatchObject({ id: 'quota' });
  });

  it('hangs', async () => {
    const report = await examine({ ...base, baseUrl: await serve(hangs) });
    expect(report.worst?.code).toBe('TIMEOUT');
    expect(report.tookMs).toBeLessThan(2000);
    expect(
      report.checks.filter(({ outcome }) => outcome === 'not_checked').map(({ id }) => id),
    ).toEqual(expect.arrayContaining(['clock', 'access', 'balance']));
  });

  it('lives in another time', async () => {
    const { config } = await watchedVendor();
    const simulated = String(config['baseUrl']);
    const late = await serve((request, response) => {
      void (async () => {
        let body = '';
        for await (const piece of request) body += String(piece);
        const answer = await fetch(new URL(request.url ?? '/', simulated), {
          method: request.method ?? 'GET',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          ...(body === '' ? {} : { body }),
        });
        response
          .writeHead(answer.status, { date: new Date(Date.now() - 3_600_000).toUTCString() })
          .end(await answer.text());
      })();
    });
    const url = new URL(new URL(simulated).pathname, late).href;
    const report = await examine({ ...config, baseUrl: url }, { timeoutMs: 5000 });
    expect(report.checks.find(({ id }) => id === 'clock')).toMatchObject({ outcome: 'noticed' });
    expect(report.exitCode).toBe(0);
  });

  it('is behind a name that nobody knows, or a proxy that is gone', async () => {
    const unknown = await examine({ ...base, baseUrl: 'https://registrar.invalid/xml.response' });
    expect(unknown.worst?.leading.map(({ cause }) => cause)).toContain('name_resolution_failure');
    const gone = await serve(hangs);
    await closers.pop()?.();
    const proxied = await examine({
      ...base,
      baseUrl: await serve(hangs),
      proxy: gone.replace('http://', 'http://user:CANARY-proxy@'),
    });
    expect(proxied.worst?.leading.map(({ cause }) => cause)).toEqual(['proxy_failure']);
  });
});

it('ends when it is told to', async () => {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 100);
  const report = await examine(
    { ...base, baseUrl: await serve(hangs) },
    { timeoutMs: 30_000, signal: controller.signal },
  );
  expect(report.tookMs).toBeLessThan(2000);
  expect(report.checks.at(-1)).toMatchObject({ outcome: 'not_checked' });
});
