import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  describeWithServer,
  startDante,
  type ServerProcess,
} from '@registrar-kit/dev/test-servers';
import { readEgressAddress } from '@registrar-kit/provider-kit';
import { systemClock } from '@registrar-kit/core';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import { closedPort, httpServer, type TestServer } from '../support/http-server.js';
import { useRealSockets } from '../support/real-sockets.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();

describeWithServer('dante', 'a real socks5 proxy', () => {
  let vendor: TestServer;
  let blocked: TestServer;
  let open: ServerProcess;
  let closed: ServerProcess;

  beforeAll(async () => {
    vendor = await httpServer((_request, response) => response.end('203.0.113.7\n'));
    blocked = await httpServer((_request, response) => response.end('never'));
    open = await startDante({ blockedPort: blocked.port });
    closed = await startDante({ signIn: 'username' });
  }, 60_000);

  afterAll(async () => {
    await Promise.all([vendor.close(), blocked.close(), open.destroy(), closed.destroy()]);
  });

  it.each(['read', 'never'] as const)('carries a %s request', async (retry) => {
    const client = testClient({ proxy: open.url, ipv4Only: true });
    const url = new URL(`http://localhost:${String(vendor.port)}/`);
    const reply = await client.exchange(testRequest(url), testCall({ retry }));
    expect(reply).toMatchObject({ status: 200, body: '203.0.113.7\n' });
  });

  it('carries the question for the egress address', async () => {
    const reading = await readEgressAddress({
      echoServices: [vendor.url.href],
      proxy: open.url,
      timeoutMs: 5000,
      signal: new AbortController().signal,
      clock: systemClock,
    });
    expect(reading).toMatchObject({
      address: '203.0.113.7',
      answers: [{ address: '203.0.113.7' }],
    });
  });

  it('that refuses a sign-in', async () => {
    const proxy = closed.url.replace('//', `//nobody-here:${encodeURIComponent(canaryPassword)}@`);
    const call = testCall({ retry: 'never' });
    const error = await caught(testClient({ proxy }).exchange(testRequest(vendor.url), call));
    expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none' });
    expect(error.message).toContain('refused the user name or the password of the proxy field');
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
    expectNoCanary(error, call.events);
  });

  it('that asks for a sign-in', async () => {
    const client = testClient({ proxy: closed.url });
    const error = await caught(client.exchange(testRequest(vendor.url), testCall()));
    expect(error.message).toContain('asks for a user name and a password (SOCKS5 sign-in method)');
  });

  it('that does not permit the target', async () => {
    const client = testClient({ proxy: open.url });
    const error = await caught(client.exchange(testRequest(blocked.url), testCall()));
    expect(error.message).toContain(
      `refused to connect to ${blocked.url.host} (SOCKS5 reply 2: not allowed by its rules)`,
    );
    expect(blocked.connections).toHaveLength(0);
  });

  it('that does not reach the target', async () => {
    const client = testClient({ proxy: open.url });
    const url = new URL(`http://127.0.0.1:${String(await closedPort())}/`);
    const error = await caught(client.exchange(testRequest(url), testCall()));
    expect(error.message).toContain(
      `could not connect to ${url.host} (SOCKS5 reply 5: connection refused)`,
    );
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  });

  it('that stands still', async () => {
    open.freeze();
    try {
      const client = testClient({ proxy: open.url, timeoutMs: 600 });
      const error = await caught(client.exchange(testRequest(vendor.url), testCall()));
      expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', phase: 'not_sent', effect: 'none' });
      expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
    } finally {
      open.thaw();
    }
  });
});
