import tls from 'node:tls';
import { afterEach, describe, expect, it } from '@jest/globals';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import {
  closedPort,
  httpServer,
  listen,
  tcpServer,
  type TestServer,
} from '../support/http-server.js';
import { connectProxy, socksProxy } from '../support/proxy-server.js';
import { selfSigned } from '../support/self-signed.js';
import { useRealSockets } from '../support/real-sockets.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function kept<Server extends TestServer>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  servers.push(server);
  return server;
}

const vendor = (): Promise<TestServer> =>
  kept(httpServer((request, response) => response.end(JSON.stringify(request.headers))));

function proxyUrl(scheme: string, port: number, password?: string): string {
  const credentials = password === undefined ? '' : `user:${encodeURIComponent(password)}@`;
  return `${scheme}://${credentials}127.0.0.1:${String(port)}`;
}

describe('a proxy that says nothing', () => {
  // The library of socks5 lets go by itself, after half a minute.
  it('is let go when the call ends', async () => {
    let closed = (): void => undefined;
    const letGo = new Promise<void>((resolve) => (closed = resolve));
    const asked = new Promise<void>((resolve) => {
      void kept(
        tcpServer((socket) => {
          socket.once('close', closed);
          socket.once('data', () => resolve());
        }),
      ).then(({ port }) => {
        const client = testClient({ proxy: proxyUrl('http', port) });
        exchange = caught(client.exchange(testRequest(new URL('http://vendor.example/')), call));
      });
    });
    const call = testCall();
    let exchange: Promise<unknown> | undefined;
    await asked;
    call.cancel();
    expect(await exchange).toMatchObject({ code: 'CANCELLED' });
    await letGo;
  });
});

describe.each([
  ['http', connectProxy],
  ['socks5', socksProxy],
])('a %s proxy', (scheme, start) => {
  it.each(['read', 'never'] as const)('carries a %s request', async (retry) => {
    const server = await vendor();
    const proxy = await kept(start());
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port) });
    const reply = await client.exchange(testRequest(server.url), testCall({ retry }));
    expect(reply.status).toBe(200);
    expect(proxy.asked).toEqual([server.url.host]);
  });

  it('gets its credentials, and the vendor does not', async () => {
    const server = await vendor();
    const proxy = await kept(start(`user:${canaryPassword}`));
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port, canaryPassword) });
    const reply = await client.exchange(testRequest(server.url, { headers: {} }), testCall());
    expect(reply.status).toBe(200);
    expect(reply.body).not.toMatch(/proxy|CANARY/i);
  });

  it('keeps its tunnel for reads and opens a new one for what must not be sent twice', async () => {
    const server = await vendor();
    const proxy = await kept(start());
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port) });
    for (const retry of ['read', 'read', 'never', 'never', 'read'] as const)
      await client.exchange(testRequest(server.url), testCall({ retry }));
    expect(proxy.asked).toHaveLength(3);
    expect(server.connections).toHaveLength(3);
  });

  it('with the wrong password has sent nothing to the vendor', async () => {
    const server = await vendor();
    const proxy = await kept(start('user:right'));
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port, canaryPassword) });
    const call = testCall({ retry: 'never' });
    const error = await caught(client.exchange(testRequest(server.url), call));
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none' });
    expect(error.diagnosis.map(({ cause }) => cause)).toContain('proxy_failure');
    expect(error.message).toContain(`proxy 127.0.0.1:${String(proxy.port)}`);
    expect(server.connections).toHaveLength(0);
    expectNoCanary(error, call.events);
  });

  it('that is not there has sent nothing', async () => {
    const port = await closedPort();
    const client = testClient({ proxy: proxyUrl(scheme, port, canaryPassword) });
    const error = await caught(
      client.exchange(testRequest(new URL('http://192.0.2.1/')), testCall({ retry: 'never' })),
    );
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none' });
    expectNoCanary(error);
  });

  it('that does not answer has sent nothing', async () => {
    const proxy = await kept(tcpServer(() => {}));
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port), paidTimeoutMs: 80 });
    const error = await caught(
      client.exchange(testRequest(new URL('http://192.0.2.1/')), testCall({ retry: 'never' })),
    );
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none' });
  });

  it('leaves it open what happened when the vendor breaks the tunnel', async () => {
    const server = await kept(httpServer((request) => request.socket.destroy()));
    const proxy = await kept(start());
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port) });
    const error = await caught(
      client.exchange(testRequest(server.url), testCall({ retry: 'never' })),
    );
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'sent', effect: 'unknown' });
  });

  it('does not see into TLS, which is verified with the vendor', async () => {
    const server = await kept(listen(tls.createServer(selfSigned(), () => {})));
    const proxy = await kept(start());
    const client = testClient({ proxy: proxyUrl(scheme, proxy.port) });
    const url = new URL(`https://127.0.0.1:${String(server.port)}/`);
    const error = await caught(client.exchange(testRequest(url), testCall({ retry: 'never' })));
    expect(error).toMatchObject({ phase: 'not_sent', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(proxy.asked).toEqual([url.host]);
  });
});
