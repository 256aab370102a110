import type http from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  systemClock,
  type Evidence,
  type ProbeContext,
  type ProbeResult,
} from '@registrar-kit/core';
import { standardProbes, type ProbeAccess } from '@registrar-kit/provider-kit';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { closedPort, httpServer, type TestServer } from '../support/http-server.js';
import { connectProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';

useRealSockets();

interface Settings {
  readonly url: URL;
  readonly proxy: string | undefined;
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function server(handler: http.RequestListener): Promise<TestServer> {
  const served = await httpServer(handler);
  closers.push(() => served.close());
  return served;
}

function access(settings: Settings, evidence: Evidence = {}): ProbeAccess<Settings> {
  return {
    parseConfig: () => settings,
    endpoint: ({ url, proxy }) => ({ environment: 'test', url, proxy }),
    evidence: () => evidence,
    clientIp: () => '192.0.2.1',
    quota: ({ url }) => ({
      scope: { provider: 'example', host: url.host, account: 'one' },
      limits: { api: { windows: [{ limit: 5, windowMs: 60_000 }], countsFrom: 'start' } },
    }),
    inOtherEnvironment: () => undefined,
  };
}

async function run(
  id: string,
  probes: ProbeAccess<Settings>,
  context: Partial<ProbeContext> = {},
): Promise<ProbeResult | undefined> {
  const probe = standardProbes(probes).find((each) => each.id === id);
  if (probe === undefined) throw new Error(`there is no probe ${id}`);
  const result = await probe.run({
    provider: 'example',
    config: {},
    settings: {},
    registrar: undefined,
    create: () => {
      throw new Error('nothing is to be created');
    },
    runtime: {},
    options: { echoServices: [] },
    timeoutMs: 2000,
    signal: new AbortController().signal,
    evidence: {},
    resultOf: () => undefined,
    ...context,
  });
  expectNoCanary(result);
  return result;
}

const nowhere: Settings = { url: new URL('http://127.0.0.1:9/'), proxy: undefined };

describe('reachability', () => {
  it('takes any answer for a proof, and sends no credentials', async () => {
    const asked: http.IncomingHttpHeaders[] = [];
    const { url } = await server((request, response) => {
      asked.push(request.headers);
      response.writeHead(404).end();
    });
    const result = await run('reachability', access({ url, proxy: undefined }));
    expect(result).toMatchObject({ outcome: 'passed', facts: { httpStatus: 404 } });
    expect(result?.facts?.['clockAheadMs']).toBeLessThan(5000);
    expect(Object.keys(asked[0] ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('tells a dead host', async () => {
    const url = new URL(`http://127.0.0.1:${String(await closedPort())}/`);
    expect(await run('reachability', access({ url, proxy: undefined }))).toMatchObject({
      outcome: 'failed',
      error: { code: 'TRANSPORT_FAILED', systemCode: 'ECONNREFUSED' },
    });
  });

  it('tells a proxy that refuses the password, without the password', async () => {
    const proxy = await connectProxy('someone:right');
    closers.push(() => proxy.close());
    const { url } = await server((_request, response) => response.end());
    const address = `http://someone:${encodeURIComponent(canaryPassword)}@127.0.0.1:${String(proxy.port)}`;
    const result = await run('reachability', access({ url, proxy: address }));
    expect(result).toMatchObject({ outcome: 'failed', error: { code: 'TRANSPORT_FAILED' } });
    expect(result?.error?.diagnosis[0]).toMatchObject({
      cause: 'proxy_failure',
      likelihood: 'confirmed',
    });
    expect(result?.checked).toContain(`through the proxy 127.0.0.1:${String(proxy.port)}`);
  });
});

describe('clock', () => {
  it.each([
    [1000, 'passed'],
    [-29_000, 'passed'],
    [400_000, 'noticed'],
    [-30_000, 'noticed'],
    [undefined, 'not_checked'],
  ])('%p ms ahead is %s', async (clockAheadMs, outcome) => {
    const earlier: ProbeResult = {
      outcome: 'passed',
      checked: '',
      shows: [],
      facts: clockAheadMs === undefined ? {} : { clockAheadMs },
    };
    const result = await run('clock', access(nowhere), { resultOf: () => earlier });
    expect(result?.outcome).toBe(outcome);
    expect(result?.evidence?.clockAheadMs).toBe(clockAheadMs);
  });
});

describe('egress-address', () => {
  const echo = async (address: string): Promise<string> =>
    (await server((_request, response) => response.end(address))).url.href;

  it('asks on a faulty configuration too, through its proxy if that is sound', async () => {
    const service = await echo('203.0.113.9');
    const proxy = await connectProxy();
    closers.push(() => proxy.close());
    const options = { echoServices: [service, service] };
    const result = await run('egress-address', access(nowhere), {
      settings: undefined,
      config: { proxy: proxy.url.href },
      options,
    });
    expect(result).toMatchObject({
      outcome: 'passed',
      evidence: { othersReachable: true, egress: { addresses: ['203.0.113.9'] } },
    });
    // Whose interfaces would they be?
    expect(result?.evidence?.egress?.ownAddresses).toBeUndefined();
    expect(proxy.asked).toHaveLength(2);
  });

  it('does not go past a proxy that cannot be read', async () => {
    expect(
      await run('egress-address', access(nowhere), {
        settings: undefined,
        config: { proxy: 'not a proxy' },
        options: { echoServices: [await echo('203.0.113.9')] },
      }),
    ).toMatchObject({ outcome: 'not_checked' });
  });

  it('asks the services that the configuration names', async () => {
    const service = await echo('203.0.113.9');
    const probes = { ...access(nowhere), echoServices: () => [service] };
    const result = await run('egress-address', probes, { options: {} });
    expect(result).toMatchObject({
      outcome: 'noticed',
      facts: { addresses: ['203.0.113.9'], agreed: false },
    });
    expect(result?.evidence?.egress?.ownAddresses).toBeDefined();
  });
});

describe('client-address', () => {
  it.each([
    [['192.0.2.1'], 'passed'],
    [['198.51.100.1'], 'noticed'],
    [['192.0.2.1', '198.51.100.1'], 'noticed'],
    [[], 'not_checked'],
  ])('against %j is %s', async (addresses, outcome) => {
    const evidence: Evidence = { egress: { addresses } };
    const result = await run('client-address', access(nowhere), { evidence });
    expect(result?.outcome).toBe(outcome);
  });
});

describe('other-environment', () => {
  const refused = new AuthenticationError({
    provider: 'example',
    operation: 'verifyAccess',
    reason: 'unauthorized',
    detail: 'no',
  });
  const failed: ProbeResult = { outcome: 'failed', checked: '', shows: [], error: refused };

  it('has nothing to ask where the credentials were accepted', async () => {
    expect(await run('other-environment', access(nowhere))).toBeUndefined();
  });

  it('asks for permission, and for the place', async () => {
    const resultOf = (): ProbeResult => failed;
    expect(await run('other-environment', access(nowhere), { resultOf })).toMatchObject({
      outcome: 'not_checked',
      shows: ['not checked: it needs your permission'],
    });
    const options = { otherEnvironment: true };
    expect(await run('other-environment', access(nowhere), { resultOf, options })).toMatchObject({
      outcome: 'not_checked',
    });
  });
});

describe('quota', () => {
  it('says where the account stands in this process', async () => {
    const result = await run('quota', access(nowhere), { runtime: { clock: { ...systemClock } } });
    expect(result).toMatchObject({
      outcome: 'passed',
      shows: ['api: 0 of 5 in 1 min'],
      evidence: { ownRequests: { count: 0, limit: 5, windowMs: 60_000, atOnce: 1 } },
    });
  });
});
