import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { listen, type TestServer } from './http-server.js';

export interface TestProxy extends TestServer {
  /** `host:port` of each tunnel that was asked for. */
  readonly asked: readonly string[];
}

/** A proxy that tunnels by CONNECT, and asks for credentials when it has some; over TLS with a certificate. */
export async function connectProxy(
  credentials?: string,
  certificate?: { readonly key: string; readonly cert: string },
): Promise<TestProxy> {
  const asked: string[] = [];
  const wanted =
    credentials === undefined ? undefined : `Basic ${Buffer.from(credentials).toString('base64')}`;
  const refuse: http.RequestListener = (_request, response) => response.writeHead(501).end();
  const server =
    certificate === undefined ? http.createServer(refuse) : https.createServer(certificate, refuse);
  server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    asked.push(request.url ?? '');
    if (request.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 6\r\n\r\ndenied');
      return;
    }
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const upstream = net.connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    socket.on('error', () => upstream.destroy());
  });
  return { ...(await listen(server)), asked };
}

/** A SOCKS5 proxy for the one command that clients use, with a name and a password when it has some. */
export async function socksProxy(credentials?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const server = net.createServer((socket) => {
    const steps = readSteps(socket);
    void (async () => {
      const [, methods = 0] = await steps.take(2);
      await steps.take(methods);
      socket.write(Buffer.from([5, credentials === undefined ? 0 : 2]));
      if (credentials !== undefined) {
        const [, nameLength = 0] = await steps.take(2);
        const name = await steps.take(nameLength);
        const [passwordLength = 0] = await steps.take(1);
        const password = await steps.take(passwordLength);
        const right = `${String(name)}:${String(password)}` === credentials;
        socket.write(Buffer.from([1, right ? 0 : 1]));
        if (!right) {
          socket.end();
          return;
        }
      }
      const [, , , addressType] = await steps.take(4);
      const host =
        addressType === 1
          ? (await steps.take(4)).join('.')
          : String(await steps.take((await steps.take(1))[0] ?? 0));
      const port = (await steps.take(2)).readUInt16BE();
      asked.push(`${host}:${String(port)}`);
      const upstream = net.connect(port, host, () => {
        socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]));
        steps.end();
        upstream.pipe(socket);
        socket.pipe(upstream);
      });
      upstream.on('error', () => socket.destroy());
      socket.on('error', () => upstream.destroy());
    })();
  });
  return { ...(await listen(server)), asked };
}

/** Hands out the bytes of a conversation in the portions that a protocol names. */
function readSteps(socket: net.Socket): { take(length: number): Promise<Buffer>; end(): void } {
  let held = Buffer.alloc(0);
  let wake = (): void => {};
  const onData = (data: Buffer): void => {
    held = Buffer.concat([held, data]);
    wake();
  };
  socket.on('data', onData);
  return {
    take: async (length) => {
      while (held.length < length) await new Promise<void>((resolve) => (wake = resolve));
      const portion = held.subarray(0, length);
      held = held.subarray(length);
      return portion;
    },
    end: () => socket.off('data', onData),
  };
}
