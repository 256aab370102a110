import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import tls from 'node:tls';
import { DeadlineReached, type AnyRegistrarError } from '@registrar-kit/core';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { withRetry, type HttpSettings } from '@registrar-kit/provider-kit';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import {
  closedPort,
  httpServer,
  listen,
  tcpServer,
  type TestServer,
} from '../support/http-server.js';
import { keptServers } from '../support/kept-servers.js';
import { connectProxy, socksProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';
import { selfSigned } from '../support/self-signed.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();
const kept = keptServers();
afterEach(() => {
  jest.restoreAllMocks();
});

const vendorUrl = new URL('http://192.0.2.1:8080/');

function urlOf(scheme: string, port: number, password?: string, host = '127.0.0.1'): string {
  const credentials = password === undefined ? '' : `user:${encodeURIComponent(password)}@`;
  return `${scheme}://${credentials}${host}:${String(port)}`;
}

/** An HTTP proxy that answers every CONNECT with a status. */
async function refusingProxy(status: number): Promise<TestServer> {
  const server = http.createServer((_request, response) => response.writeHead(501).end());
  server.on('connect', (_request: http.IncomingMessage, socket: Socket) => {
    socket.end(`HTTP/1.1 ${String(status)} No\r\nContent-Length: 9\r\n\r\nforbidden`);
  });
  return kept(listen(server));
}

/** A SOCKS5 proxy that answers every wish with a reply code. */
async function refusingSocks(reply: number): Promise<TestServer> {
  return kept(
    tcpServer((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.from([5, 0]));
        socket.once('data', () => socket.end(Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0])));
      });
    }),
  );
}

/** What comes of a request that must not be sent twice, through a proxy. */
async function failure(
  proxy: string,
  settings: Partial<HttpSettings> = {},
): Promise<AnyRegistrarError> {
  const call = testCall({ retry: 'never' });
  const client = testClient({ proxy, ...settings });
  const error = await caught(client.exchange(testRequest(vendorUrl), call));
  expectNoCanary(error, error.toJSON(), call.events);
  expect(error.cause).toBeUndefined();
  expect(error).toMatchObject({
    code: 'TRANSPORT_FAILED',
    status: 503,
    phase: 'not_sent',
    effect: 'none',
  });
  expect(call.events.map(({ type }) => type)).toEqual(['request.sent']);
  return error;
}

/** The proxy is to blame for certain, in these words and with this to do. */
function expectBlame(error: AnyRegistrarError, says: string, step: RegExp): void {
  expect(error.message).toBe(`example: getBalance: ${says}`);
  expect(error.diagnosis).toEqual([
    {
      cause: 'proxy_failure',
      likelihood: 'confirmed',
      evidence: [says],
      remedy: { actor: 'operator', steps: [expect.stringMatching(step)], link: null },
      customerText: expect.any(String),
    },
  ]);
}

describe('credentials', () => {
  it.each([
    ['http', connectProxy, 'HTTP 407'],
    ['socks5', socksProxy, 'SOCKS5 sign-in'],
  ])('that a %s proxy refuses are no refusal by the registrar', async (scheme, start, how) => {
    const proxy = await kept(start('user:right'));
    const error = await failure(urlOf(scheme, proxy.port, canaryPassword));
    expectBlame(
      error,
      `the proxy ${proxy.url.host} refused the user name or the password of the proxy field (${how})`,
      /registrar's own key has nothing to do with it/,
    );
    expect(error.retryable).toBe(false);
  });

  it('that an http proxy misses are asked for', async () => {
    const proxy = await kept(connectProxy('user:right'));
    const error = await failure(urlOf('http', proxy.port));
    expectBlame(
      error,
      `the proxy ${proxy.url.host} asks for a user name and a password (HTTP 407)`,
      /as http:\/\/user:password@127\.0\.0\.1/,
    );
  });

  it('that a socks5 proxy misses are asked for', async () => {
    const proxy = await kept(
      tcpServer((socket) => socket.once('data', () => socket.end(Buffer.from([5, 0xff])))),
    );
    const error = await failure(urlOf('socks5', proxy.port));
    expectBlame(
      error,
      `the proxy ${proxy.url.host} asks for a user name and a password (SOCKS5 sign-in method)`,
      /as socks5:\/\/user:password@127\.0\.0\.1/,
    );
  });

  it('too long for socks5 are refused here, where they would end the process', async () => {
    const proxy = await kept(socksProxy('user:right'));
    const error = await failure(urlOf('socks5', proxy.port, 'CANARY'.repeat(43)));
    expect(error.message).toContain('SOCKS5 takes at most 255 bytes of each');
    expect(proxy.asked).toEqual([]);
  });

  it.each(['http', 'socks5'])('of a %s proxy may hold a lone percent sign', async (scheme) => {
    const start = scheme === 'http' ? connectProxy : socksProxy;
    const vendor = await kept(httpServer((_request, response) => response.end('ok')));
    const proxy = await kept(start('user:50%off'));
    const client = testClient({ proxy: `${scheme}://user:50%off@127.0.0.1:${String(proxy.port)}` });
    const reply = await client.exchange(testRequest(vendor.url), testCall());
    expect(reply.body).toBe('ok');
  });

  it('are not tried again with the same password', async () => {
    const proxy = await kept(connectProxy('user:right'));
    const client = testClient({ proxy: urlOf('http', proxy.port, canaryPassword) });
    const call = testCall();
    await caught(
      withRetry(call, client, 'test', (attempt) =>
        client.exchange(testRequest(vendorUrl), call, attempt),
      ),
    );
    expect(proxy.asked).toHaveLength(1);
  });
});

describe.each(['http', 'https', 'socks5'])('a %s proxy', (scheme) => {
  it('that nobody runs is named', async () => {
    const port = await closedPort();
    const error = await failure(urlOf(scheme, port, canaryPassword));
    expectBlame(
      error,
      `the proxy 127.0.0.1:${String(port)} refused the connection (ECONNREFUSED)`,
      /See whether the proxy runs at 127\.0\.0\.1/,
    );
    expect(error).toMatchObject({ systemCode: 'ECONNREFUSED', retryable: true });
  });

  it('whose name is unknown is named, not the vendor', async () => {
    const error = await failure(urlOf(scheme, 3128, canaryPassword, 'proxy.invalid'));
    expect(error.message).toMatch(
      /: the name of the proxy proxy\.invalid:3128 could not be looked up \((ENOTFOUND|EAI_AGAIN)\)$/,
    );
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  });

  it('that is dead is told from one that waits: it answers nothing at all', async () => {
    const proxy = await kept(tcpServer(() => {}));
    const error = await failure(urlOf(scheme, proxy.port, canaryPassword), { paidTimeoutMs: 600 });
    expectBlame(
      error,
      `the proxy ${proxy.url.host} does not answer, and opened no connection to 192.0.2.1:8080 within 600 ms`,
      /See whether the proxy at 127\.0\.0\.1:\d+ still works/,
    );
  });

  it('that breaks the connection off at once is named', async () => {
    const proxy = await kept(tcpServer((socket) => socket.destroy()));
    const error = await failure(urlOf(scheme, proxy.port, canaryPassword));
    expect(error.message).toContain(`proxy ${proxy.url.host}`);
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  });
});

describe('an http proxy', () => {
  it.each([
    [403, 'the proxy % refused to connect to 192.0.2.1:8080 (HTTP 403)', /Let the rules/, false],
    [401, 'the proxy % refused to connect to 192.0.2.1:8080 (HTTP 401)', /Let the rules/, false],
    [429, 'the proxy % refused to connect to 192.0.2.1:8080 (HTTP 429)', /Let the rules/, false],
    [502, 'the proxy % could not connect to 192.0.2.1:8080 (HTTP 502)', /does not reach/, true],
    [504, 'the proxy % could not connect to 192.0.2.1:8080 (HTTP 504)', /does not reach/, true],
    [
      405,
      '% does not open tunnels (HTTP 405), so that it seems to be no proxy for this',
      /CONNECT/,
      false,
    ],
  ])('that answers %i refuses the target', async (status, says, step, retryable) => {
    const proxy = await refusingProxy(status);
    const error = await failure(urlOf('http', proxy.port, canaryPassword));
    expectBlame(error, says.replace('%', proxy.url.host), step);
    expect(error.retryable).toBe(retryable);
  });

  it('that takes long to reach the vendor is not blamed, since it answers for itself', async () => {
    const server = http.createServer((_request, response) => response.writeHead(501).end());
    server.on('connect', () => {});
    const proxy = await kept(listen(server));
    const error = await failure(urlOf('http', proxy.port, canaryPassword), { paidTimeoutMs: 600 });
    expect(error.message).toBe(
      `example: getBalance: the proxy ${proxy.url.host} answers, but opened no connection to 192.0.2.1:8080 within 600 ms`,
    );
    const causes = error.diagnosis.map(({ cause, likelihood }) => `${cause}: ${likelihood}`);
    expect(causes).toContain('network_failure: possible');
    expect(causes).not.toContain('proxy_failure: confirmed');
  });

  it('leaves no connection behind when it stays silent', async () => {
    const proxy = await kept(tcpServer((socket) => socket.resume()));
    await failure(urlOf('http', proxy.port), { paidTimeoutMs: 150 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(proxy.connections.length).toBeGreaterThanOrEqual(2);
    expect(proxy.connections.filter(({ destroyed }) => !destroyed)).toEqual([]);
  });

  it('is blamed at the deadline of the call too', async () => {
    const proxy = await kept(tcpServer(() => {}));
    const client = testClient({
      proxy: urlOf('http', proxy.port, canaryPassword),
      timeoutMs: 800,
    });
    const call = testCall();
    const deadline = new AbortController();
    setTimeout(() => deadline.abort(new DeadlineReached(700)), 700);
    const error = await caught(
      client.exchange(testRequest(vendorUrl), { ...call, signal: deadline.signal }),
    );
    expect(error).toMatchObject({
      code: 'TIMEOUT',
      effect: 'none',
      message: `example: getBalance: the deadline of the call came before example.getBalance was sent; the proxy ${proxy.url.host} does not answer, and opened no connection to 192.0.2.1:8080`,
    });
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
    expectNoCanary(error, call.events);
  });

  it('that is a plain web server is recognised', async () => {
    const server = await kept(
      tcpServer((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n<h1>no</h1>')),
      ),
    );
    const error = await failure(urlOf('http', server.port));
    expect(error.message).toContain('seems to be no proxy');
  });
});

it('an https proxy that is not trusted is told from a vendor that is not', async () => {
  const proxy = await kept(connectProxy(undefined, selfSigned()));
  const error = await failure(urlOf('https', proxy.port, canaryPassword, 'localhost'));
  expectBlame(
    error,
    `the certificate of the proxy localhost:${String(proxy.port)} is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT)`,
    /certificate that this machine trusts/,
  );
  expect(proxy.asked).toEqual([]);
});

it('an https proxy that speaks plain http is recognised', async () => {
  const proxy = await kept(connectProxy());
  const error = await failure(urlOf('https', proxy.port, canaryPassword));
  expect(error.message).toContain(`${proxy.url.host} does not speak TLS as an https proxy does`);
  expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
});

describe('a socks5 proxy', () => {
  it.each([
    [1, 'could not connect to', 'general failure', true],
    [2, 'refused to connect to', 'not allowed by its rules', false],
    [3, 'could not connect to', 'network unreachable', true],
    [4, 'could not connect to', 'host unreachable', true],
    [5, 'could not connect to', 'connection refused', true],
    [6, 'could not connect to', 'time to live expired', true],
    [7, 'could not connect to', 'command not supported', true],
    [8, 'could not connect to', 'address type not supported', true],
  ])('that replies %i', async (reply, verb, means, retryable) => {
    const proxy = await refusingSocks(reply);
    const error = await failure(urlOf('socks5', proxy.port));
    expectBlame(
      error,
      `the proxy ${proxy.url.host} ${verb} 192.0.2.1:8080 (SOCKS5 reply ${String(reply)}: ${means})`,
      /proxy 127\.0\.0\.1/,
    );
    expect(error.retryable).toBe(retryable);
  });

  it('that takes long to reach the vendor is not blamed, since it answers for itself', async () => {
    const proxy = await kept(
      tcpServer((socket) => socket.once('data', () => socket.write(Buffer.from([5, 0])))),
    );
    const error = await failure(urlOf('socks5', proxy.port), { paidTimeoutMs: 600 });
    expect(error.message).toContain('answers, but opened no connection to 192.0.2.1:8080 within');
    const causes = error.diagnosis.map(({ cause, likelihood }) => `${cause}: ${likelihood}`);
    expect(causes).not.toContain('proxy_failure: confirmed');
  });

  it('that is silent for longer than its library waits is judged like any other', async () => {
    const wait = setTimeout;
    jest
      .spyOn(globalThis, 'setTimeout')
      .mockImplementation((run, ms) => wait(run, ms === 30_000 ? 700 : ms));
    const proxy = await kept(tcpServer(() => {}));
    const error = await failure(urlOf('socks5', proxy.port), { paidTimeoutMs: 900 });
    expectBlame(
      error,
      `the proxy ${proxy.url.host} does not answer, and opened no connection to 192.0.2.1:8080 in time`,
      /still works/,
    );
  });

  it('that replies a number of its own', async () => {
    const proxy = await refusingSocks(99);
    const error = await failure(urlOf('socks5', proxy.port));
    expect(error.message).toContain('could not connect to 192.0.2.1:8080 (SOCKS5 reply');
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  });

  it('that is an http proxy is recognised', async () => {
    const proxy = await kept(
      tcpServer((socket) =>
        socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      ),
    );
    const error = await failure(urlOf('socks5', proxy.port));
    expectBlame(
      error,
      `${proxy.url.host} does not answer as a socks5 proxy`,
      /write http in the proxy field/,
    );
  });
});

describe.each([
  ['http', connectProxy],
  ['socks5', socksProxy],
])('behind a %s proxy that works', (scheme, start) => {
  it('a vendor that never answers over TLS is late, not the proxy', async () => {
    const certificate = selfSigned();
    const original = tls.createSecureContext;
    // Stands for an authority that the machine trusts; the client itself takes no certificates.
    jest
      .spyOn(tls, 'createSecureContext')
      .mockImplementation((options) => original({ ...options, ca: certificate.cert }));
    const vendor = await kept(listen(https.createServer(certificate, () => {})));
    const proxy = await kept(start());
    const client = testClient({ proxy: urlOf(scheme, proxy.port), paidTimeoutMs: 600 });
    const url = new URL(`https://localhost:${String(vendor.port)}/`);
    const error = await caught(client.exchange(testRequest(url), testCall({ retry: 'never' })));
    expect(error).toMatchObject({ code: 'TIMEOUT', effect: 'unknown' });
    expect(error.message).toContain(`no complete answer from localhost:${String(vendor.port)}`);
    await quiet(proxy);
  });

  it('a vendor that never finishes the TLS handshake is late, and got nothing', async () => {
    const vendor = await kept(tcpServer((socket) => socket.resume()));
    const proxy = await kept(start());
    const client = testClient({ proxy: urlOf(scheme, proxy.port), paidTimeoutMs: 200 });
    const url = new URL(`https://localhost:${String(vendor.port)}/`);
    const error = await caught(client.exchange(testRequest(url), testCall({ retry: 'never' })));
    expect(error).toMatchObject({ code: 'TIMEOUT', effect: 'none' });
    expect(error.diagnosis[0].cause).toBe('timed_out');
    await quiet(proxy);
  });
});

/** Waits until a proxy has lost all its connections. */
async function quiet(proxy: TestServer): Promise<void> {
  while (proxy.connections.some(({ destroyed }) => !destroyed))
    await new Promise((resolve) => setTimeout(resolve, 5));
}

it("the vendor's own refusal through a proxy stays an answer", async () => {
  const vendor = await kept(httpServer((_request, response) => response.writeHead(403).end('no')));
  for (const start of [connectProxy, socksProxy]) {
    const scheme = start === connectProxy ? 'http' : 'socks5';
    const proxy = await kept(start());
    const client = testClient({ proxy: urlOf(scheme, proxy.port) });
    const reply = await client.exchange(testRequest(vendor.url), testCall());
    expect(reply).toMatchObject({ status: 403, body: 'no' });
  }
});
