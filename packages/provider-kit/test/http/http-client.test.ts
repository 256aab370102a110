import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { quotaFor } from '@registrar-kit/provider-kit';
import axios from 'axios';
import { canaryKey, expectNoCanary } from '../support/canary.js';
import { caught } from '../support/caught.js';
import { closedPort, httpServer, listen, type TestServer } from '../support/http-server.js';
import { openQuota } from '../support/open-quota.js';
import { useRealSockets } from '../support/real-sockets.js';
import { testCall } from '../support/test-call.js';
import { testClient, testRequest } from '../support/test-client.js';

useRealSockets();

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(handler: http.RequestListener): Promise<TestServer> {
  const server = await httpServer(handler);
  servers.push(server);
  return server;
}

describe('what is sent', () => {
  it('is what the adapter gave, and nothing that axios would add on its own', async () => {
    const seen: unknown[] = [];
    const server = await serve((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body: String(Buffer.concat(chunks)) });
        response.end('ok');
      });
    });
    const url = new URL('path?a=b%20c', server.url);
    await testClient().exchange(
      {
        target: 't',
        method: 'PUT',
        url,
        bucket: 'api',
        body: '{"a": 1}\n',
        headers: { 'Content-Type': 'application/json', 'X-One': '1' },
      },
      testCall(),
    );
    await testClient().exchange({ target: 't', method: 'GET', url, bucket: 'api' }, testCall());
    const common = {
      accept: '*/*',
      'accept-encoding': 'gzip, compress, deflate, br',
      connection: 'keep-alive',
      host: url.host,
      'user-agent': 'registrar-kit',
    };
    expect(seen).toEqual([
      {
        method: 'PUT',
        url: '/path?a=b%20c',
        body: '{"a": 1}\n',
        headers: {
          ...common,
          'content-type': 'application/json',
          'content-length': '9',
          'x-one': '1',
        },
      },
      { method: 'GET', url: '/path?a=b%20c', body: '', headers: common },
    ]);
  });

  it('announces no form for a body whose type the adapter left out', async () => {
    let type: string | undefined = 'not asked';
    const server = await serve((request, response) => {
      type = request.headers['content-type'];
      response.end();
    });
    await testClient().exchange(
      { target: 't', method: 'POST', url: server.url, bucket: 'api', body: 'a=b' },
      testCall(),
    );
    expect(type).toBeUndefined();
  });

  it('is not touched, nor seen, by what the process has set for all of axios', async () => {
    const seen: unknown[] = [];
    const server = await serve((request, response) => {
      seen.push(request.headers['x-of-the-panel'], request.headers['user-agent']);
      response.end('ok');
    });
    const heard: unknown[] = [];
    const { defaults, interceptors } = axios;
    const before = { ...defaults };
    const interceptor = interceptors.request.use((config) => {
      heard.push(config);
      return config;
    });
    defaults.headers.common['X-Of-The-Panel'] = 'yes';
    Object.assign(defaults, { baseURL: 'http://192.0.2.1', timeout: 1, maxContentLength: 1 });
    try {
      const reply = await testClient().exchange(testRequest(server.url), testCall());
      expect(reply.body).toBe('ok');
    } finally {
      interceptors.request.eject(interceptor);
      delete defaults.headers.common['X-Of-The-Panel'];
      for (const key of ['baseURL', 'timeout', 'maxContentLength'] as const)
        Object.assign(defaults, { [key]: before[key] });
    }
    expect(seen).toEqual([undefined, 'registrar-kit']);
    expect(heard).toEqual([]);
  });

  it('is not seen by what somebody has put into the prototype of all objects', async () => {
    const server = await serve((_request, response) => response.end('ok'));
    const heard: unknown[] = [];
    const planted = {
      cancelToken: { subscribe: () => heard.push('token'), unsubscribe: () => undefined },
      onDownloadProgress: () => heard.push('progress'),
      maxRate: 1,
    };
    const names = Object.keys(planted) as (keyof typeof planted)[];
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {
        configurable: true,
        value: planted[name],
      });
    try {
      const reply = await testClient().exchange(testRequest(server.url), testCall());
      expect(reply.body).toBe('ok');
    } finally {
      for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    }
    expect(heard).toEqual([]);
  });
});

describe('what is answered', () => {
  it('is the body as text, whatever it looks like, with lower-case headers', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-Many': ['a', 'b'] });
      response.end('\uFEFF{"price": 10.8700}');
    });
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply).toMatchObject({
      status: 200,
      body: '{"price": 10.8700}',
      headers: { 'content-type': 'application/json', 'x-many': 'a, b' },
    });
  });

  it.each([204, 400, 401, 405, 429, 500, 503])('is a reply with status %i too', async (status) => {
    const server = await serve((_request, response) => response.writeHead(status).end());
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply).toMatchObject({ status, body: '' });
  });

  it('is a redirect that is not followed', async () => {
    const paths: unknown[] = [];
    const server = await serve((request, response) => {
      paths.push(request.url);
      response.writeHead(301, { Location: '/login' }).end('moved');
    });
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply).toMatchObject({ status: 301, headers: { location: '/login' } });
    expect(paths).toEqual(['/']);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('is decompressed from %s', async (encoding, compress) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': encoding });
      response.end(compress('<a>çözüm</a>'));
    });
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply.body).toBe('<a>çözüm</a>');
  });

  it('tells of a simulator', async () => {
    let simulator = '0';
    const server = await serve((_request, response) => {
      response.setHeader('X-Registrar-Simulator', simulator).end();
    });
    const client = testClient();
    expect(client.simulated).toBe(false);
    await client.exchange(testRequest(server.url), testCall());
    expect(client.simulated).toBe(false);
    simulator = '1';
    await client.exchange(testRequest(server.url), testCall());
    expect(client.simulated).toBe(true);
  });

  it('is told to listeners, without credentials', async () => {
    const server = await serve((_request, response) => response.end('çok'));
    const call = testCall();
    await testClient().exchange(testRequest(server.url), call, 2);
    expect(call.events).toEqual([
      {
        type: 'request.sent',
        operation: 'getBalance',
        requestId: 'call-1',
        target: 'example.getBalance',
        attempt: 2,
      },
      {
        type: 'request.answered',
        operation: 'getBalance',
        requestId: 'call-1',
        target: 'example.getBalance',
        httpStatus: 200,
        durationMs: expect.any(Number),
        bytes: 4,
      },
    ]);
    expectNoCanary(call.events);
  });
});

describe('how large an answer may be', () => {
  it.each([
    [
      'announced',
      (response: http.ServerResponse) =>
        response.writeHead(200, { 'Content-Length': 5000 }).end('x'.repeat(5000)),
    ],
    [
      'in pieces',
      (response: http.ServerResponse) => {
        response.write('x'.repeat(900));
        response.end('x'.repeat(900));
      },
    ],
    [
      'a compressed bomb',
      (response: http.ServerResponse) =>
        response
          .writeHead(200, { 'Content-Encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(30_000_000))),
    ],
  ])('refuses a larger one: %s', async (_name, answer) => {
    const server = await serve((_request, response) => {
      answer(response);
    });
    const call = testCall({ retry: 'never' });
    const error = await caught(
      testClient().exchange(testRequest(server.url, { maxBytes: 1000 }), call),
    );
    expect(error).toMatchObject({
      code: 'UNEXPECTED_RESPONSE',
      kind: 'too_large',
      effect: 'unknown',
    });
    expect(error.message).toBe('example: getBalance: the answer is larger than 1000 bytes');
    expectNoCanary(error, call.events);
  });

  it('reads one of exactly that size, and is 4 MB unless said', async () => {
    let size = 1000;
    const server = await serve((_request, response) => response.end('x'.repeat(size)));
    const client = testClient();
    const request = testRequest(server.url, { maxBytes: 1000 });
    expect((await client.exchange(request, testCall())).body).toHaveLength(1000);
    size = 4 * 1024 * 1024 + 1;
    const error = await caught(client.exchange(testRequest(server.url), testCall()));
    expect(error).toMatchObject({ kind: 'too_large', effect: 'none' });
  });

  it('tells of a damaged compression', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip at all');
    });
    const error = await caught(testClient().exchange(testRequest(server.url), testCall()));
    expect(error).toMatchObject({ code: 'UNEXPECTED_RESPONSE', kind: 'not_parsable' });
  });
});

describe('connections', () => {
  it('are kept for reads and opened anew for what must not be sent twice', async () => {
    const server = await serve((request, response) =>
      response.end(String(request.headers.connection)),
    );
    const client = testClient();
    const read = testRequest(server.url);
    for (let turn = 0; turn < 3; turn += 1) await client.exchange(read, testCall());
    expect(server.connections).toHaveLength(1);

    const reply = await client.exchange(read, testCall({ retry: 'never' }));
    expect(reply.body).toBe('close');
    expect(server.connections).toHaveLength(2);
    await client.exchange(read, testCall({ retry: 'never' }));
    expect(server.connections).toHaveLength(3);
    await client.exchange(read, testCall());
    expect(server.connections).toHaveLength(3);
  });
});

describe('the quota', () => {
  it('is entered before and left after, however the exchange ends', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/drop') response.destroy();
      else response.end();
    });
    const quota = openQuota();
    const client = testClient({}, quota);
    await client.exchange(testRequest(server.url, { bucket: 'one' }), testCall());
    await caught(
      client.exchange(testRequest(new URL('/drop', server.url), { bucket: 'two' }), testCall()),
    );
    const call = testCall();
    call.cancel();
    await caught(client.exchange(testRequest(server.url, { bucket: 'three' }), call));
    expect(quota.entered).toEqual(['one', 'two', 'three']);
    expect(quota.sent).toEqual(['one', 'two']);
    expect(quota.left).toEqual(['one', 'two', 'three']);
  });

  it.each(['start', 'completion'] as const)(
    'counted from %s, has a place for each request that the vendor may have noticed, and for no other',
    async (countsFrom) => {
      const server = await serve((request, response) => {
        if (request.url === '/drop') response.destroy();
        else response.end();
      });
      const scope = { provider: 'example', host: server.url.host, account: 'someone' };
      const windows = [{ limit: 10, windowMs: 600_000 }];
      const quota = quotaFor(scope, { api: { windows, countsFrom } }, {});
      const client = testClient({}, quota);
      const counted = (): unknown => quota.snapshot().api?.used[0]?.count;
      const nowhere = new URL('http://no-such-name.invalid/');
      for (let turn = 0; turn < 3; turn += 1) {
        const { code } = await caught(client.exchange(testRequest(nowhere), testCall()));
        expect(code).toBe('TRANSPORT_FAILED');
        const ended = testCall();
        ended.cancel();
        await caught(client.exchange(testRequest(server.url), ended));
      }
      expect(counted()).toBe(0);
      await client.exchange(testRequest(server.url), testCall());
      expect(counted()).toBe(1);
      await caught(client.exchange(testRequest(new URL('/drop', server.url)), testCall()));
      expect(counted()).toBe(2);
      // A vendor that refuses connections must not be asked for them as fast as it does.
      const refusing = new URL(`http://127.0.0.1:${String(await closedPort())}/`);
      await caught(client.exchange(testRequest(refusing), testCall()));
      expect(counted()).toBe(3);
    },
  );

  it('counts what was answered, even over a transport that tells nothing of its way', async () => {
    const server = await serve((_request, response) => response.end());
    const { request: send } = http;
    const request = jest.spyOn(http, 'request').mockImplementation((...asked: unknown[]) => {
      const made = Reflect.apply(send, http, asked) as http.ClientRequest;
      const emit = made.emit.bind(made) as (name: string, ...details: unknown[]) => boolean;
      made.emit = (name: string, ...details: unknown[]) =>
        name !== 'socket' && emit(name, ...details);
      return made;
    });
    const quota = openQuota();
    try {
      await testClient({}, quota).exchange(testRequest(server.url), testCall());
    } finally {
      request.mockRestore();
    }
    expect(quota.sent).toHaveLength(1);
  });

  it('counted from the start, is told by the bytes that leave, and not by the slot', async () => {
    const scope = { provider: 'example', host: 'silent.example', account: 'someone' };
    const windows = [{ limit: 1, windowMs: 20 }];
    const quota = quotaFor(scope, { api: { windows, countsFrom: 'start' } }, {});
    const client = testClient({}, quota);
    // It takes connections, and shakes no hands.
    const silent = await listen(net.createServer());
    servers.push(silent);
    const url = new URL(silent.url.href.replace('http:', 'https:'));
    const call = testCall();
    const exchange = caught(client.exchange(testRequest(url), call));
    const next = testCall();
    const waiting = caught(quota.enter('api', next));
    await delay(100);
    expect(quota.snapshot().api).toMatchObject({ running: 1, waiting: { interactive: 1 } });
    next.cancel();
    call.cancel();
    expect([(await exchange).code, (await waiting).code]).toEqual(['CANCELLED', 'CANCELLED']);
    // The handshake had begun.
    expect(quota.snapshot().api?.running).toBe(0);
  });
});

describe('the end of a call', () => {
  it('leaves no timer behind', async () => {
    const server = await serve((_request, response) => response.end());
    const timers = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const client = testClient();
    for (let turn = 0; turn < 3; turn += 1)
      await client.exchange(testRequest(server.url), testCall({ retry: 'never' }));
    expect(timers()).toBe(before);
  });

  it('sends nothing when it came before', async () => {
    const server = await serve((_request, response) => response.end());
    const call = testCall({ retry: 'never' });
    call.cancel();
    const error = await caught(testClient().exchange(testRequest(server.url), call));
    expect(error).toMatchObject({ code: 'CANCELLED', effect: 'none' });
    expect(error.message).toBe(
      'example: getBalance: the caller ended the call before example.getBalance was sent',
    );
    expect(server.connections).toHaveLength(0);
    expect(call.events).toEqual([]);
  });

  it.each(['read', 'never'] as const)(
    'sends nothing of a %s call when whoever hears of the request ends it',
    async (retry) => {
      let asked = 0;
      const server = await serve((_request, response) => {
        asked += 1;
        response.end();
      });
      const client = testClient();
      // So that a connection is there which the request could leave over at once.
      await client.exchange(testRequest(server.url), testCall());
      const call = testCall({ retry });
      const ending = { ...call, emit: () => call.cancel() };
      const error = await caught(client.exchange(testRequest(server.url), ending));
      expect(error).toMatchObject({ code: 'CANCELLED', effect: 'none' });
      await client.exchange(testRequest(server.url), testCall());
      expect(asked).toBe(2);
    },
  );

  it.each([
    ['cancel', 'read', 'CANCELLED', 'none'],
    ['cancel', 'never', 'CANCELLED', 'unknown'],
    ['reachDeadline', 'read', 'TIMEOUT', 'none'],
    ['reachDeadline', 'never', 'TIMEOUT', 'unknown'],
  ] as const)(
    'by %s of a %s call under way is %s with effect %s',
    async (how, retry, code, effect) => {
      const arrived = new EventTarget();
      const server = await serve(() => arrived.dispatchEvent(new Event('request')));
      const call = testCall({ retry });
      const waiting = caught(testClient().exchange(testRequest(server.url), call));
      await new Promise((resolve) => arrived.addEventListener('request', resolve));
      call[how]();
      const error = await waiting;
      expect(error).toMatchObject({ code, effect });
      expect(error.cause).toBeUndefined();
      expectNoCanary(error);
      const [socket] = server.connections;
      if (socket?.destroyed === false) await once(socket, 'close');
      expect(socket?.destroyed).toBe(true);
    },
  );

  it('lets go of the signal, which may serve many requests', async () => {
    const server = await serve((_request, response) => response.end());
    const call = testCall();
    let listeners = 0;
    const signal = new Proxy(call.signal, {
      get(target, key) {
        if (key === 'addEventListener') listeners += 1;
        if (key === 'removeEventListener') listeners -= 1;
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    const client = testClient();
    for (let turn = 0; turn < 3; turn += 1)
      await client.exchange(testRequest(server.url), { ...call, signal });
    expect(listeners).toBeLessThanOrEqual(0);
  });
});

describe('the limit of one request', () => {
  it.each([
    ['read', 'none'],
    ['never', 'unknown'],
  ] as const)('ends a %s request without an answer, effect %s', async (retry, effect) => {
    const server = await serve(() => {});
    const client = testClient({ timeoutMs: 60, paidTimeoutMs: 80 });
    const call = testCall({ retry });
    const error = await caught(client.exchange(testRequest(server.url), call));
    expect(error).toMatchObject({ code: 'TIMEOUT', effect });
    expect(error.message).toContain(
      `no complete answer from ${server.url.host} within ${retry === 'read' ? '60' : '80'} ms`,
    );
    expectNoCanary(error, call.events);
  });

  it('counts the whole exchange, so that an answer that drips does not last for ever', async () => {
    const server = await serve((_request, response) => {
      const timer = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const startedAt = performance.now();
    const error = await caught(
      testClient().exchange(testRequest(server.url, { timeoutMs: 150 }), testCall()),
    );
    expect(error.code).toBe('TIMEOUT');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('leaves a slow but complete answer alone', async () => {
    const server = await serve((_request, response) => {
      response.write('a');
      setTimeout(() => response.end('b'), 100);
    });
    const reply = await testClient().exchange(testRequest(server.url), testCall());
    expect(reply.body).toBe('ab');
  });
});

it('knows its credentials in any form', () => {
  const { redact } = testClient({ proxy: 'http://user:CANARY%2Fproxy@192.0.2.1:3128' });
  for (const text of [canaryKey, encodeURIComponent(canaryKey), 'CANARY/proxy', 'CANARY%2Fproxy'])
    expectNoCanary(redact(`before ${text} after`));
});
