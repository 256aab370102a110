import https from 'node:https';
import tls from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { caught } from '../support/caught.js';
import { answerForDualStackName, dualStackName, dualStackServer } from '../support/dual-stack.js';
import { listen } from '../support/http-server.js';
import { keptServers } from '../support/kept-servers.js';
import { connectProxy, socksProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';
import { selfSigned } from '../support/self-signed.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();
const kept = keptServers();

beforeEach(() => {
  answerForDualStackName();
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(['read', 'never'] as const)('a %s request to a host of both families', (retry) => {
  it('goes by whichever comes first', async () => {
    const server = await kept(dualStackServer());
    const url = new URL(`http://${dualStackName}:${String(server.port)}/`);
    const reply = await testClient().exchange(testRequest(url), testCall({ retry }));
    expect(reply.body).toBe('::1');
  });

  it('goes by IPv4 where the vendor needs it', async () => {
    const server = await kept(dualStackServer());
    const url = new URL(`http://${dualStackName}:${String(server.port)}/`);
    const client = testClient({ ipv4Only: true });
    const reply = await client.exchange(testRequest(url), testCall({ retry }));
    expect(reply.body).toBe('127.0.0.1');
  });
});

describe.each([
  ['http', connectProxy],
  ['socks5', socksProxy],
])('a %s proxy', (scheme, start) => {
  it('gets an IPv4 address that was looked up here, and TLS the name', async () => {
    const certificate = selfSigned(dualStackName);
    const original = tls.createSecureContext;
    // Stands for an authority that the machine trusts; the client itself takes no certificates.
    jest
      .spyOn(tls, 'createSecureContext')
      .mockImplementation((options) => original({ ...options, ca: certificate.cert }));
    const names: unknown[] = [];
    const vendor = await kept(
      listen(
        https.createServer(certificate, (request, response) => {
          names.push([Reflect.get(request.socket, 'servername'), request.headers.host]);
          response.end('over IPv4');
        }),
      ),
    );
    const proxy = await kept(start());
    const client = testClient({
      proxy: `${scheme}://127.0.0.1:${String(proxy.port)}`,
      ipv4Only: true,
    });
    const url = new URL(`https://${dualStackName}:${String(vendor.port)}/`);
    for (const retry of ['read', 'read', 'never'] as const) {
      const reply = await client.exchange(testRequest(url), testCall({ retry }));
      expect(reply.body).toBe('over IPv4');
    }
    const address = `127.0.0.1:${String(vendor.port)}`;
    expect(proxy.asked).toEqual([address, address]);
    expect(names).toEqual(Array(3).fill([dualStackName, url.host]));
  });

  it('is not blamed for a name that is not known here', async () => {
    const proxy = await kept(start());
    const client = testClient({
      proxy: `${scheme}://127.0.0.1:${String(proxy.port)}`,
      ipv4Only: true,
    });
    const call = testCall({ retry: 'never' });
    const error = await caught(
      client.exchange(testRequest(new URL('http://unknown.invalid/')), call),
    );
    expect(error).toMatchObject({
      code: 'TRANSPORT_FAILED',
      phase: 'not_sent',
      effect: 'none',
      message: expect.stringMatching(/: the name unknown\.invalid could not be looked up \(E/),
    });
    expect(error.diagnosis[0]).toMatchObject({ cause: 'name_resolution_failure' });
    expect(proxy.asked).toEqual([]);
  });

  it('that refuses the address says for which name it was', async () => {
    const proxy = await kept(start());
    const client = testClient({
      proxy: `${scheme}://127.0.0.1:${String(proxy.port)}`,
      ipv4Only: true,
    });
    const url = new URL(`http://${dualStackName}:1/`);
    const error = await caught(client.exchange(testRequest(url), testCall()));
    if (scheme === 'http')
      expect(error.message).toContain(
        `could not connect to ${dualStackName}:1 (given as 127.0.0.1)`,
      );
    expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  });
});

it('an http proxy gets the name where the family does not matter', async () => {
  const proxy = await kept(connectProxy());
  const client = testClient({ proxy: `http://127.0.0.1:${String(proxy.port)}` });
  await caught(client.exchange(testRequest(new URL('http://vendor.invalid/')), testCall()));
  expect(proxy.asked).toEqual(['vendor.invalid:80']);
});
