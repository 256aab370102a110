import { systemClock } from '@registrar-kit/core';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { readEgressAddress, type EgressReading } from '@registrar-kit/provider-kit';
import { canaryPassword, expectNoCanary } from '../support/canary.js';
import { answerForDualStackName, dualStackName, dualStackServer } from '../support/dual-stack.js';
import { closedPort, httpServer, tcpServer, type TestServer } from '../support/http-server.js';
import { keptServers } from '../support/kept-servers.js';
import { connectProxy, socksProxy } from '../support/proxy-server.js';
import { useRealSockets } from '../support/real-sockets.js';

useRealSockets();
const kept = keptServers();
afterEach(() => {
  jest.restoreAllMocks();
});

function echo(body: string, status = 200): Promise<TestServer> {
  return kept(httpServer((_request, response) => response.writeHead(status).end(body)));
}

function ask(
  echoServices: readonly string[],
  more: { proxy?: string; timeoutMs?: number; signal?: AbortSignal } = {},
): Promise<EgressReading> {
  const { timeoutMs = 3000, signal = new AbortController().signal, ...rest } = more;
  return readEgressAddress({ echoServices, timeoutMs, signal, clock: systemClock, ...rest });
}

const here = '203.0.113.7';
const there = '198.51.100.9';

describe('comparing', () => {
  it.each([
    ['two that agree', [here, here], here, true],
    ['one alone, which agrees with nobody', [here], here, false],
    ['a majority', [there, here, here], here, false],
    ['a tie, which nobody wins', [here, there], undefined, false],
    ['two that agree beside a silent one', [here, 'sorry', here], here, true],
    ['nobody', ['sorry'], undefined, false],
    ['no service', [], undefined, false],
  ])('%s', async (_name, bodies, address, agreed) => {
    const servers = await Promise.all(bodies.map((body) => echo(body)));
    const reading = await ask(servers.map(({ url }) => url.href));
    expect(reading).toMatchObject({ address, agreed });
    expect(reading.answers.map(({ service }) => service)).toEqual(
      servers.map(({ url }) => url.href),
    );
  });
});

describe('what a service answers', () => {
  it.each([
    ['plain text', `${here}\n`, here],
    ['JSON', JSON.stringify({ ip: here }), here],
    ['JSON with more', JSON.stringify({ ip: ` ${here} `, city: 'Istanbul' }), here],
  ])('as %s', async (_name, body, address) => {
    const { url } = await echo(body);
    expect((await ask([url.href])).answers).toEqual([{ service: url.href, address }]);
  });

  it.each([
    [
      'a page',
      '<html>your address is 203.0.113.7</html>',
      'answered something else than an address',
    ],
    ['nothing', '', 'answered something else than an address'],
    ['broken JSON', '{"ip": "203.0.113.7"', 'answered something else than an address'],
    ['JSON without it', '{"query":"203.0.113.7"}', 'answered something else than an address'],
    ['an object in it', '{"ip":{}}', 'answered something else than an address'],
    ['IPv6', '2001:db8::1', 'answered 2001:db8::1, which is an IPv6 address'],
    ['a private address', '10.1.2.3', 'answered 10.1.2.3, which is a private address'],
    ['loopback', '{"ip":"127.0.0.1"}', 'answered 127.0.0.1, which is a loopback address'],
    ['carrier-grade NAT', '100.64.0.1', expect.stringContaining('carrier-grade NAT')],
    ['nonsense digits', '999.1.1.1', 'answered 999.1.1.1, which is not an IPv4 address'],
  ])('is no address: %s', async (_name, body, error) => {
    const { url } = await echo(body);
    expect((await ask([url.href])).answers).toEqual([
      { service: url.href, error, cause: 'unexpected_answer' },
    ]);
  });

  it('is not read beyond 1 KB', async () => {
    const { url } = await echo(`${here}${' '.repeat(1100)}`);
    expect((await ask([url.href])).answers).toEqual([
      {
        service: url.href,
        error: 'the answer is larger than 1024 bytes',
        cause: 'unexpected_answer',
      },
    ]);
  });

  it.each([403, 429, 503, 302])('counts for nothing with HTTP %i', async (status) => {
    const { url } = await echo(here, status);
    expect((await ask([url.href])).answers).toEqual([
      { service: url.href, error: `answered HTTP ${String(status)}`, cause: 'unexpected_answer' },
    ]);
  });
});

describe('a service that cannot be asked', () => {
  it('because nobody listens', async () => {
    const host = `127.0.0.1:${String(await closedPort())}`;
    expect((await ask([`http://${host}/ip`])).answers).toEqual([
      {
        service: `http://${host}/ip`,
        error: `${host} refused the connection (ECONNREFUSED)`,
        cause: 'network_failure',
      },
    ]);
  });

  it('because it is silent', async () => {
    const { url } = await kept(tcpServer(() => {}));
    expect((await ask([url.href], { timeoutMs: 80 })).answers).toEqual([
      {
        service: url.href,
        error: `no complete answer from ${url.host} within 80 ms`,
        cause: 'timed_out',
      },
    ]);
  });

  it.each([
    ['http://echo.example.com/', 'is not an https URL', 'http://echo.example.com/'],
    ['ftp://echo.example.com/', 'is not an https URL', expect.any(String)],
    ['echo.example.com', 'is not a URL', '(not a URL)'],
    ['https://me:CANARY@echo.example.com/', 'holds credentials', 'https://echo.example.com/'],
  ])('because it is %s', async (service, error, shown) => {
    const reading = await ask([service]);
    expect(reading.answers).toEqual([{ service: shown, error, cause: 'configuration_invalid' }]);
    expectNoCanary(reading);
  });

  it('because the caller has ended the call', async () => {
    const { url } = await kept(tcpServer(() => {}));
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const reading = await ask([url.href], { signal: controller.signal });
    expect(reading).toMatchObject({
      address: undefined,
      answers: [{ cause: 'cancelled_by_caller' }],
    });
  });

  it.each([
    ['//CANARY', 'the proxy is not a URL'],
    ['ftp://user:CANARY@proxy.example.com', 'the proxy is neither http, https nor socks5'],
    ['http://user:CANARY@proxy.example.com/path', 'the proxy has a path, a query or a fragment'],
  ])('because the proxy is %s', async (proxy, error) => {
    const reading = await ask(['https://echo.example.com/'], { proxy });
    expect(reading.answers).toMatchObject([{ error, cause: 'configuration_invalid' }]);
    expectNoCanary(reading);
  });

  it('does not show its query, which may hold a token', async () => {
    const port = await closedPort();
    const reading = await ask([`http://127.0.0.1:${String(port)}/json?token=CANARY`]);
    expect(reading.answers[0]?.service).toBe(`http://127.0.0.1:${String(port)}/json`);
    expectNoCanary(reading);
  });
});

it('asks once, by GET, and says nothing about us', async () => {
  const asked: unknown[] = [];
  const { url } = await kept(
    httpServer((request, response) => {
      asked.push([request.method, request.url, request.headers]);
      response.end(here);
    }),
  );
  await ask([`${url.href}json?format=plain`]);
  expect(asked).toEqual([
    [
      'GET',
      '/json?format=plain',
      {
        accept: 'text/plain, application/json',
        'user-agent': 'registrar-kit',
        'accept-encoding': expect.any(String),
        host: url.host,
        connection: 'close',
      },
    ],
  ]);
});

it('asks over IPv4 where the service has both families', async () => {
  answerForDualStackName();
  const server = await kept(dualStackServer());
  const proxy = await kept(connectProxy());
  const reading = await ask([`http://localhost:${String(server.port)}/`]);
  expect(reading.answers[0]?.error).toBe('answered 127.0.0.1, which is a loopback address');
  await ask([`https://${dualStackName}:1/`], { proxy: `http://127.0.0.1:${String(proxy.port)}` });
  expect(proxy.asked).toEqual(['127.0.0.1:1']);
});

describe.each([
  ['http', connectProxy],
  ['socks5', socksProxy],
])('through a %s proxy', (scheme, start) => {
  it('asks as the registrar is asked', async () => {
    const { url } = await echo(here);
    const proxy = await kept(start(`user:${canaryPassword}`));
    const reading = await ask([url.href, url.href], {
      proxy: `${scheme}://user:${encodeURIComponent(canaryPassword)}@127.0.0.1:${String(proxy.port)}`,
    });
    expect(reading).toMatchObject({ address: here, agreed: true });
    expect(proxy.asked).toEqual([url.host, url.host]);
    expectNoCanary(reading);
  });

  it('tells a refused password from a silent service', async () => {
    const { url } = await echo(here);
    const proxy = await kept(start('user:right'));
    const reading = await ask([url.href], {
      proxy: `${scheme}://user:${encodeURIComponent(canaryPassword)}@127.0.0.1:${String(proxy.port)}`,
    });
    expect(reading.answers).toEqual([
      {
        service: url.href,
        error: expect.stringContaining('refused the user name or the password of the proxy field'),
        cause: 'proxy_failure',
      },
    ]);
    expectNoCanary(reading);
  });
});
