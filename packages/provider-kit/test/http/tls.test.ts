import https from 'node:https';
import tls from 'node:tls';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { caught } from '../support/caught.js';
import { listen, type TestServer } from '../support/http-server.js';
import { connectProxy, socksProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';
import { selfSigned } from '../support/self-signed.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();

const certificate = selfSigned();
const servers: TestServer[] = [];

beforeEach(() => {
  // Stands for an authority that the machine trusts; the client itself takes no certificates.
  const original = tls.createSecureContext;
  jest
    .spyOn(tls, 'createSecureContext')
    .mockImplementation((options) => original({ ...options, ca: certificate.cert }));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function kept<Server extends TestServer>(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  servers.push(server);
  return server;
}

it.each([
  ['directly', undefined, undefined],
  ['through an http proxy', 'http://127.0.0.1', () => connectProxy()],
  ['through an https proxy', 'https://localhost', () => connectProxy(undefined, certificate)],
  ['through a socks5 proxy', 'socks5://127.0.0.1', () => socksProxy()],
])('speaks TLS with the vendor %s, naming its host', async (_name, proxyHost, startProxy) => {
  const names: unknown[] = [];
  const vendor = await kept(
    listen(
      https.createServer(certificate, (request, response) => {
        names.push(Reflect.get(request.socket, 'servername'));
        response.end('hidden from the proxy');
      }),
    ),
  );
  const proxy = startProxy && (await kept(startProxy()));
  const client = testClient(proxy && { proxy: `${proxyHost}:${String(proxy.port)}` });
  const url = new URL(`https://localhost:${String(vendor.port)}/`);
  for (const retry of ['read', 'read', 'never'] as const) {
    const reply = await client.exchange(testRequest(url), testCall({ retry }));
    expect(reply.body).toBe('hidden from the proxy');
  }
  expect(names).toEqual(['localhost', 'localhost', 'localhost']);
  expect(vendor.connections).toHaveLength(2);
  expect(proxy?.asked.length).toBe(proxy && 2);
});

it('does not speak to an https proxy whose certificate is not trusted', async () => {
  jest.restoreAllMocks();
  const proxy = await kept(connectProxy(undefined, certificate));
  const client = testClient({ proxy: `https://localhost:${String(proxy.port)}` });
  const error = await caught(
    client.exchange(testRequest(new URL('https://192.0.2.1/')), testCall({ retry: 'never' })),
  );
  expect(error).toMatchObject({ phase: 'not_sent', systemCode: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  expect(proxy.asked).toEqual([]);
});
