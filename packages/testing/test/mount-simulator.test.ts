import { request as httpsRequest } from 'node:https';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ManualClock,
  mountSimulator,
  type MountedSimulator,
  type MountOptions,
  type SimulatorResponse,
} from '@registrar-kit/testing';
import nock from 'nock';
import { scriptedSimulator } from './support/scripted-simulator.js';

const headers = { 'content-type': 'application/json' };
const host = 'https://api.scripted.example';
let mounted: MountedSimulator | undefined;

afterEach(() => {
  mounted?.unmount();
  mounted = undefined;
});

function mount(answer: SimulatorResponse, options: MountOptions = {}) {
  const simulator = scriptedSimulator(() => answer);
  mounted = mountSimulator(nock, simulator, options);
  return simulator;
}

function send(
  url: string,
  options: { method?: string; body?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<{
    status: number | undefined;
    headers: Record<string, unknown>;
    body: string;
    complete: boolean;
  }>((resolve, reject) => {
    const { body: sent, ...rest } = options;
    const outgoing = httpsRequest(url, rest, (incoming) => {
      let body = '';
      let failed = false;
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => (body += chunk));
      incoming.on('error', () => (failed = true));
      incoming.on('close', () =>
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          body,
          complete: incoming.complete && !failed,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(sent);
  });
}

describe('a mounted simulator', () => {
  it('stands behind every real host name, for every request', async () => {
    const simulator = mount({ kind: 'reply', status: 200, headers, body: '{"ok":true}' });
    expect(mounted?.baseUrl).toBe(`${host}/api/v1`);
    expect(mounted?.config).toEqual({
      provider: 'scripted',
      baseUrl: `${host}/api/v1`,
      apiKey: 'CANARY-key',
    });
    const first = await send(`${host}/api/v1/domains?Skip=0&name=a%20b`, {
      headers: { 'X-API-KEY': 'CANARY-key' },
    });
    expect(first).toMatchObject({
      status: 200,
      body: '{"ok":true}',
      headers: { 'x-registrar-simulator': '1', 'content-type': 'application/json' },
    });
    await send('https://api.sandbox.scripted.example/other', { method: 'DELETE' });
    expect(simulator.requests).toHaveLength(2);
    expect(simulator.requests[0]).toMatchObject({
      method: 'GET',
      path: '/api/v1/domains?Skip=0&name=a%20b',
      body: '',
      remoteAddress: '192.0.2.1',
    });
    expect(simulator.requests[0]?.headers['x-api-key']).toBe('CANARY-key');
    expect(simulator.requests[1]).toMatchObject({ method: 'DELETE', path: '/other' });
  });

  it.each([
    ['application/json', '{"domainName":"a.com","period":1}'],
    ['application/json', '["a"]'],
    ['application/x-www-form-urlencoded', 'Command=a&Name=b%20c'],
  ])('hands over a body of %s', async (type, body) => {
    const simulator = mount({ kind: 'reply', status: 200, headers, body: '' });
    await send(`${host}/x`, { method: 'POST', body, headers: { 'content-type': type } });
    expect(simulator.requests[0]?.body).toBe(body);
  });

  it('gives the address that the vendor is to see', async () => {
    const simulator = mount({ kind: 'drop' }, { remoteAddress: '198.51.100.7' });
    await expect(send(`${host}/x`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.requests[0]?.remoteAddress).toBe('198.51.100.7');
    expect(mounted?.failures).toEqual([]);
  });

  it('waits before a slow answer', async () => {
    const clock = new ManualClock();
    mount({ kind: 'reply', status: 200, headers, body: 'late', delayMs: 3000 }, { clock });
    const seen = send(`${host}/x`);
    while (clock.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await clock.advance(3000);
    expect(await seen).toMatchObject({ body: 'late' });
  });

  it('truncates', async () => {
    mount({ kind: 'truncate', status: 200, headers, body: '{"complete":true}', bytes: 5 });
    const seen = await send(`${host}/x`);
    expect(seen).toMatchObject({ body: '{"com', headers: { 'content-length': '17' } });
  });

  it('refuses loudly what nock cannot express', async () => {
    const simulator = scriptedSimulator(() => ({
      kind: 'drip',
      status: 200,
      headers,
      body: 'abc',
      bytesPerPiece: 1,
      pauseMs: 1,
    }));
    const dripping = mountSimulator(nock, simulator);
    await expect(send(`${host}/x`)).rejects.toThrow('nock cannot send a body in pieces over time');
    expect(dripping.failures).toHaveLength(1);
    expect(() => dripping.unmount()).toThrow('use serveSimulator for this test');
  });

  it('makes a fault of the simulator loud', async () => {
    const failing = mountSimulator(
      nock,
      scriptedSimulator(() => {
        throw new Error('cannot express it');
      }),
    );
    expect(await send(`${host}/x`)).toMatchObject({ status: 500 });
    expect(() => failing.unmount()).toThrow('the scripted simulator failed 1 times');
  });

  it('can be taken away', async () => {
    mount({ kind: 'reply', status: 200, headers, body: '' });
    await send(`${host}/x`);
    mounted?.unmount();
    mounted = undefined;
    await expect(send(`${host}/x`)).rejects.toThrow();
  });
});
