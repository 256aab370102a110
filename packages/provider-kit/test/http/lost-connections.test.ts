import tls from 'node:tls';
import http from 'node:http';
import https from 'node:https';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import {
  closedPort,
  httpServer,
  listen,
  tcpServer,
  type TestServer,
} from '../support/http-server.js';
import { openQuota } from '../support/open-quota.js';
import { selfSigned } from '../support/self-signed.js';
import { useRealSockets } from '../support/real-sockets.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function kept(starting: Promise<TestServer>): Promise<TestServer> {
  const server = await starting;
  servers.push(server);
  return server;
}

function secure(url: URL): URL {
  return new URL(url.href.replace('http:', 'https:'));
}

/** What the exchanges of a test told the quota. */
let quota = openQuota();
beforeEach(() => {
  quota = openQuota();
});

/** The error of a read and of a write to the same address. */
async function bothWays(url: URL, timeoutMs = 5000): Promise<readonly unknown[]> {
  const calls = [testCall({ retry: 'read' }), testCall({ retry: 'never' })];
  const errors = [];
  for (const call of calls) {
    const client = testClient({ timeoutMs, paidTimeoutMs: timeoutMs }, quota);
    errors.push(await caught(client.exchange(testRequest(url), call)));
    expectNoCanary(errors, call.events);
  }
  for (const error of errors) expect(error.cause).toBeUndefined();
  return errors;
}

const notSent = { code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none', retryable: true };
const sentRead = { code: 'TRANSPORT_FAILED', phase: 'sent', effect: 'none', retryable: true };
const sentWrite = { code: 'TRANSPORT_FAILED', phase: 'sent', effect: 'unknown', retryable: false };

describe('nothing left this machine', () => {
  // The vendor may have noticed the attempts all the same, and they count.
  let noticed: number;

  beforeEach(() => {
    noticed = 2;
  });

  afterEach(() => {
    expect([quota.entered.length, quota.sent.length, quota.left.length]).toEqual([2, noticed, 2]);
  });

  it('when nobody listens', async () => {
    const port = await closedPort();
    const expected = { ...notSent, systemCode: 'ECONNREFUSED' };
    const errors = await bothWays(new URL(`http://127.0.0.1:${String(port)}/`));
    expect(errors).toMatchObject([expected, expected]);
    expect(errors[0]).toMatchObject({
      message: `example: getBalance: 127.0.0.1:${String(port)} refused the connection (ECONNREFUSED)`,
    });
  });

  it('when the name is not known', async () => {
    noticed = 0;
    const [read, write] = await bothWays(new URL('http://unknown.invalid/'));
    expect(read).toMatchObject({
      ...notSent,
      systemCode: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
    expect(write).toMatchObject(notSent);
    expect(read).toMatchObject({ diagnosis: [{ cause: 'name_resolution_failure' }, {}] });
  });

  it('when the certificate is not trusted', async () => {
    const requests: string[] = [];
    const server = await kept(
      listen(
        tls.createServer(selfSigned(), (socket) =>
          socket.on('data', (data) => requests.push(String(data))),
        ),
      ),
    );
    const expected = { ...notSent, systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' };
    expect(await bothWays(secure(server.url))).toMatchObject([expected, expected]);
    expect(requests).toEqual([]);
  });

  it('and verification is asked for, so that no environment variable can switch it off', async () => {
    const request = jest.spyOn(https, 'request');
    try {
      await bothWays(new URL(`https://127.0.0.1:${String(await closedPort())}/`));
      const asked = request.mock.calls.map(
        ([options]) => Reflect.get(options as object, 'rejectUnauthorized') as unknown,
      );
      expect(asked).toEqual([true, true]);
    } finally {
      request.mockRestore();
    }
  });

  it('when the other side does not speak TLS', async () => {
    const server = await kept(
      tcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    expect(await bothWays(secure(server.url))).toMatchObject([notSent, notSent]);
  });

  it('when the connection is closed during the TLS handshake', async () => {
    const server = await kept(tcpServer((socket) => socket.once('data', () => socket.destroy())));
    const expected = { ...notSent, systemCode: 'ECONNRESET' };
    expect(await bothWays(secure(server.url))).toMatchObject([expected, expected]);
  });

  it('when the TLS handshake takes too long', async () => {
    const server = await kept(tcpServer(() => {}));
    const expected = {
      code: 'TIMEOUT',
      effect: 'none',
      message: expect.stringContaining('no connection'),
    };
    expect(await bothWays(secure(server.url), 80)).toMatchObject([expected, expected]);
  });
});

describe('the request may have arrived', () => {
  afterEach(() => {
    expect([quota.entered.length, quota.sent.length, quota.left.length]).toEqual([2, 2, 2]);
  });

  it('when the connection is closed without an answer', async () => {
    const server = await kept(httpServer((request) => request.socket.destroy()));
    expect(await bothWays(server.url)).toMatchObject([sentRead, sentWrite]);
  });

  it('when the connection is reset', async () => {
    const server = await kept(httpServer((request) => request.socket.resetAndDestroy()));
    expect(await bothWays(server.url)).toMatchObject([
      { ...sentRead, systemCode: 'ECONNRESET' },
      { ...sentWrite, systemCode: 'ECONNRESET' },
    ]);
  });

  it('when the connection is closed as soon as it stands', async () => {
    const server = await kept(tcpServer((socket) => socket.destroy()));
    expect(await bothWays(server.url)).toMatchObject([sentRead, sentWrite]);
  });

  it.each([
    ['announced', { 'Content-Length': 1000 }],
    ['chunked', {}],
  ])('when an answer breaks off: %s', async (_name, headers) => {
    const server = await kept(
      httpServer((_request, response) => {
        response.writeHead(200, headers);
        response.write('<ApiResponse ');
        setTimeout(() => response.destroy(), 20);
      }),
    );
    expect(await bothWays(server.url)).toMatchObject([sentRead, sentWrite]);
  });

  it('when what is answered is not HTTP', async () => {
    const server = await kept(
      tcpServer((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n\r\n'))),
    );
    const expected = { code: 'UNEXPECTED_RESPONSE', kind: 'not_parsable' };
    expect(await bothWays(server.url)).toMatchObject([
      { ...expected, effect: 'none' },
      { ...expected, effect: 'unknown' },
    ]);
  });

  it('when the answer changes the protocol', async () => {
    const answer = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
    const server = await kept(
      tcpServer((socket) => socket.once('data', () => void socket.write(answer))),
    );
    const expected = { code: 'UNEXPECTED_RESPONSE', kind: 'not_parsable' };
    expect(await bothWays(server.url)).toMatchObject([
      { ...expected, effect: 'none' },
      { ...expected, effect: 'unknown' },
    ]);
  });

  it('when a kept connection turns out to be closed', async () => {
    const server = await kept(
      httpServer((request, response) => {
        if (request.headers['x-second'] === undefined) response.end();
        else request.socket.destroy();
      }),
    );
    const client = testClient({}, quota);
    await client.exchange(testRequest(server.url), testCall());
    const second = testRequest(server.url, { headers: { 'X-Second': '1' } });
    expect(await caught(client.exchange(second, testCall()))).toMatchObject(sentRead);
    expect(server.connections).toHaveLength(1);
  });
});

it('ignores what the process environment says about proxies', async () => {
  const server = await kept(httpServer((_request, response) => response.end('direct')));
  const proxy = await kept(
    listen(http.createServer((_request, response) => response.end('proxied'))),
  );
  Object.assign(process.env, { HTTP_PROXY: proxy.url.href, http_proxy: proxy.url.href });
  try {
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply.body).toBe('direct');
  } finally {
    delete process.env.HTTP_PROXY;
    delete process.env.http_proxy;
  }
});
