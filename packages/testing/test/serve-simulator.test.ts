import { request as httpRequest, Agent, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  ManualClock,
  serveSimulator,
  simulatorHeader,
  type ServedSimulator,
  type ServeOptions,
  type SimulatorResponse,
} from '@registrar-kit/testing';
import { scriptedSimulator } from './support/scripted-simulator.js';

const headers = { 'content-type': 'text/plain; charset=utf-8' };
let served: ServedSimulator | undefined;

afterEach(async () => {
  await served?.close();
  served = undefined;
});

async function serve(answer: SimulatorResponse, options: ServeOptions = {}) {
  const simulator = scriptedSimulator(() => answer);
  served = await serveSimulator(simulator, options);
  return { simulator, baseUrl: served.baseUrl };
}

interface Seen {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly pieces: number;
  readonly complete: boolean;
}

function send(
  url: string,
  options: { method?: string; body?: string; agent?: Agent; headers?: Record<string, string> } = {},
): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options;
    const outgoing = httpRequest(url, rest, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      // After an early end Node reports an error and closes.
      incoming.on('error', () => undefined);
      incoming.on('close', () =>
        resolve({
          status: incoming.statusCode,
          headers: incoming.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          pieces: chunks.length,
          complete: incoming.complete,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('a served simulator', () => {
  it('gives its address and a configuration that points at it', async () => {
    const { baseUrl } = await serve({ kind: 'reply', status: 200, headers, body: '' });
    expect(baseUrl).toBe(`http://127.0.0.1:${String(served?.port)}/api/v1`);
    expect(served?.config).toEqual({ provider: 'scripted', baseUrl, apiKey: 'CANARY-key' });
  });

  it('hands over the whole request and marks the reply', async () => {
    const { baseUrl, simulator } = await serve({
      kind: 'reply',
      status: 201,
      headers: { ...headers, 'x-vendor': 'yes' },
      body: 'münchen',
    });
    const seen = await send(`${baseUrl}/domains?Name=a%20b`, {
      method: 'PUT',
      body: '{"name":"ü"}',
      headers: { 'X-API-KEY': 'CANARY-key' },
    });
    expect(seen).toMatchObject({ status: 201, body: 'münchen', complete: true });
    expect(seen.headers).toMatchObject({
      [simulatorHeader]: '1',
      'x-vendor': 'yes',
      'content-length': '8',
    });
    expect(simulator.requests).toHaveLength(1);
    expect(simulator.requests[0]).toMatchObject({
      method: 'PUT',
      path: '/api/v1/domains?Name=a%20b',
      body: '{"name":"ü"}',
      remoteAddress: '127.0.0.1',
    });
    expect(simulator.requests[0]?.headers['x-api-key']).toBe('CANARY-key');
  });

  it('lets the vendor see another address', async () => {
    const { baseUrl, simulator } = await serve(
      { kind: 'reply', status: 200, headers, body: '' },
      { remoteAddress: '203.0.113.9' },
    );
    await send(baseUrl);
    expect(simulator.requests[0]?.remoteAddress).toBe('203.0.113.9');
  });

  it('answers with no body where the status has none', async () => {
    const { baseUrl } = await serve({ kind: 'reply', status: 204, headers: {}, body: '' });
    const seen = await send(baseUrl);
    expect(seen).toMatchObject({ status: 204, body: '', complete: true });
    expect(seen.headers['content-length']).toBeUndefined();
  });

  it('waits before a slow answer, by the clock that is given', async () => {
    const clock = new ManualClock();
    const { baseUrl } = await serve(
      { kind: 'reply', status: 200, headers, body: 'late', delayMs: 5000 },
      { clock },
    );
    let answered = false;
    const seen = send(baseUrl).then((result) => {
      answered = true;
      return result;
    });
    while (clock.waiting === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answered).toBe(false);
    await clock.advance(5000);
    expect(await seen).toMatchObject({ body: 'late' });
  });

  it('drops the connection without an answer', async () => {
    const { baseUrl, simulator } = await serve({ kind: 'drop' });
    await expect(send(baseUrl)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(simulator.requests).toHaveLength(1);
  });

  it('ends a body early although more was announced', async () => {
    const { baseUrl } = await serve({
      kind: 'truncate',
      status: 200,
      headers,
      body: '{"complete":true}',
      bytes: 5,
    });
    const seen = await send(baseUrl);
    expect(seen).toMatchObject({ status: 200, body: '{"com', complete: false });
    expect(seen.headers).toMatchObject({ 'content-length': '17', 'x-registrar-simulator': '1' });
  });

  it('truncates even where all of the body is sent', async () => {
    const { baseUrl } = await serve({
      kind: 'truncate',
      status: 200,
      headers,
      body: 'abc',
      bytes: 3,
    });
    const seen = await send(baseUrl);
    expect(seen).toMatchObject({ body: 'abc', complete: false });
  });

  it('sends a body in pieces over time', async () => {
    const { baseUrl } = await serve({
      kind: 'drip',
      status: 200,
      headers,
      body: 'abcdef',
      bytesPerPiece: 2,
      pauseMs: 15,
    });
    const seen = await send(baseUrl);
    expect(seen).toMatchObject({ status: 200, body: 'abcdef', complete: true });
    expect(seen.pieces).toBeGreaterThan(1);
  });

  it('falls silent in the middle of a body and still closes at once', async () => {
    const { baseUrl } = await serve({
      kind: 'drip',
      status: 200,
      headers,
      body: 'abcdef',
      bytesPerPiece: 2,
      pauseMs: 1,
      stopAfterBytes: 4,
    });
    const seen = send(baseUrl);
    let ended = false;
    void seen.then(() => (ended = true));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(ended).toBe(false);
    await served?.close();
    served = undefined;
    expect(await seen).toMatchObject({ body: 'abcd', complete: false });
  });

  it('closes with connections kept alive and delays under way', async () => {
    const agent = new Agent({ keepAlive: true });
    const { baseUrl } = await serve({ kind: 'reply', status: 200, headers, body: 'ok' });
    await send(baseUrl, { agent });
    const startedAt = performance.now();
    await served?.close();
    served = undefined;
    expect(performance.now() - startedAt).toBeLessThan(1000);
    await expect(send(baseUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    agent.destroy();
  });

  it('listens on this machine only', async () => {
    const simulator = scriptedSimulator(() => ({ kind: 'drop' }));
    await expect(serveSimulator(simulator, { host: '0.0.0.0' as never })).rejects.toThrow(
      'a simulator listens on this machine only, so not on "0.0.0.0"',
    );
  });

  it('refuses a port that is in use', async () => {
    await serve({ kind: 'reply', status: 200, headers, body: '' });
    const port = served!.port;
    await expect(
      serveSimulator(
        scriptedSimulator(() => ({ kind: 'drop' })),
        { port },
      ),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('tells of every request that was handled, and lets late orders commit', async () => {
    let handled = 0;
    const simulator = scriptedSimulator(() => ({ kind: 'drop' }));
    let committed = false;
    simulator.world.commitAfterNextRead('example.com', () => (committed = true));
    simulator.world.find('example.com');
    served = await serveSimulator(simulator, { onHandled: () => (handled += 1) });
    await expect(send(served.baseUrl)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(handled).toBe(1);
    expect(committed).toBe(true);
  });

  it('does not answer as if all were well when the state could not be kept', async () => {
    const failing = await serveSimulator(
      scriptedSimulator(() => ({ kind: 'reply', status: 200, headers, body: 'bought' })),
      {
        onHandled: () => {
          throw new Error('the disk is full');
        },
      },
    );
    expect(await send(failing.baseUrl)).toMatchObject({
      status: 500,
      body: 'the scripted simulator failed: the disk is full',
    });
    await expect(failing.close()).rejects.toThrow('the disk is full');
  });

  it('makes a fault of the simulator loud: status 500, and close rejects', async () => {
    const failing = await serveSimulator(
      scriptedSimulator(() => {
        throw new Error('cannot express it');
      }),
    );
    const seen = await send(failing.baseUrl);
    expect(seen).toMatchObject({
      status: 500,
      body: 'the scripted simulator failed: cannot express it',
    });
    expect(failing.failures).toHaveLength(1);
    await expect(failing.close()).rejects.toThrow(
      'the scripted simulator failed 1 times: cannot express it',
    );
    await expect(send(failing.baseUrl)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});
