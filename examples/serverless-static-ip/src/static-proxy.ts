import { createServer } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A small proxy as it runs on a machine with a static address: it only knows CONNECT, and asks for a password. */
export interface StaticProxy {
  readonly port: number;
  /** What it was asked for: hosts and ports, nothing of what goes through. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

/** @param route - where a target lies, seen from the proxy; `undefined` for what it connects nobody to */
export async function startStaticProxy(
  login: { readonly user: string; readonly password: string },
  route: (target: string) => string | undefined,
): Promise<StaticProxy> {
  const expected = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const log: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const target = request.url ?? '';
    const known = request.headers['proxy-authorization'] === expected;
    const destination = known ? route(target) : undefined;
    log.push(`CONNECT ${target} ${destination === undefined ? 'refused' : 'opened'}`);
    if (destination === undefined) {
      client.end(known ? 'HTTP/1.1 403 Forbidden\r\n\r\n' : refusal);
      return;
    }
    const [host = '', port = ''] = destination.split(':');
    const vendor = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      vendor.write(head);
      vendor.pipe(client).pipe(vendor);
    });
    for (const socket of [client, vendor]) {
      open.add(socket);
      socket.on('error', () => [client, vendor].forEach((each) => each.destroy()));
      socket.on('close', () => open.delete(socket));
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    log,
    close: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

const refusal =
  'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="static"\r\n\r\n';
