import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { afterEach, beforeAll, expect, it } from '@jest/globals';
import nock from 'nock';
import type { RegistrarEvent } from '@registrar-kit/core';
import { NamecheapRegistrar, type NamecheapConfig } from '@registrar-kit/namecheap';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import { createDemoWorld, demoAccounts, serveSimulator } from '@registrar-kit/testing';
import { canaryProxyPassword, expectNoCanary } from './support/canaries.js';
import { errorOf } from './support/test-driver.js';

const here = '203.0.113.7';

// What is tested here is what sockets do.
beforeAll(() => {
  nock.restore();
});

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function listen(server: http.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return (server.address() as AddressInfo).port;
}

/** A proxy that asks for a password and writes down what it was asked for. */
async function startProxy(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const wanted = `Basic ${Buffer.from(`panel:${canaryProxyPassword}`).toString('base64')}`;
  const server = http.createServer((_request, response) => response.writeHead(501).end());
  server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    if (request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    asked.push(request.url ?? '');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });
  const port = await listen(server);
  return { url: `http://panel:${canaryProxyPassword}@127.0.0.1:${String(port)}`, asked };
}

it('one address serves the look-up and the vendor, both by IPv4', async () => {
  const world = createDemoWorld();
  world.updateAccount(demoAccounts.user.id, { allowedAddresses: [here] });
  const served = await serveSimulator(createNamecheapSimulator({ world, quota: { speed: 1000 } }));
  closing.push(() => served.close());
  const echoPort = await listen(http.createServer((_request, response) => response.end(here)));
  const proxy = await startProxy();
  const vendor = new URL(served.baseUrl);
  vendor.hostname = 'localhost';
  const events: RegistrarEvent[] = [];
  const config = {
    ...served.config,
    baseUrl: vendor.href,
    clientIp: { detect: [`http://localhost:${String(echoPort)}/`] },
    proxy: proxy.url,
  };
  const runtime = { onEvent: (event: RegistrarEvent) => events.push(event) };
  const registrar = new NamecheapRegistrar(config as unknown as NamecheapConfig, runtime);
  expect(await registrar.verifyAccess()).toMatchObject({ account: demoAccounts.user.id });
  await registrar.getBalance();
  expect(proxy.asked).toEqual([`127.0.0.1:${String(echoPort)}`, `127.0.0.1:${vendor.port}`]);
  expectNoCanary(events, registrar);
});

it('a password that the proxy refuses is no refusal by the vendor', async () => {
  const proxy = await startProxy();
  const events: RegistrarEvent[] = [];
  const registrar = new NamecheapRegistrar(
    {
      environment: 'test',
      apiUser: 'paneluser',
      apiKey: '0ca9a4c0ffee4f1d7b90ca9a40000001',
      clientIp: here,
      baseUrl: 'http://localhost:1/',
      proxy: proxy.url.replace(canaryProxyPassword, `${canaryProxyPassword}-old`),
    },
    { onEvent: (event) => events.push(event) },
  );
  const error = await errorOf(registrar.verifyAccess());
  expect(error).toMatchObject({ code: 'TRANSPORT_FAILED', status: 503, effect: 'none' });
  expect(error.diagnosis).toMatchObject([{ cause: 'proxy_failure', likelihood: 'confirmed' }]);
  expect(proxy.asked).toEqual([]);
  expectNoCanary(error, error.toJSON(), events);
});
