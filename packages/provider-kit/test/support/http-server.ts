import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import net from 'node:net';

/** What a test needs of a server on this machine. */
export interface TestServer {
  readonly url: URL;
  readonly port: number;
  /** Connections that were opened so far. */
  readonly connections: readonly Socket[];
  close(): Promise<void>;
}

export async function httpServer(handler: http.RequestListener): Promise<TestServer> {
  return listen(http.createServer(handler));
}

/** A server that gets bare connections. */
export async function tcpServer(handler: (socket: Socket) => void): Promise<TestServer> {
  return listen(net.createServer(handler));
}

export async function listen(server: net.Server): Promise<TestServer> {
  const connections: Socket[] = [];
  server.on('connection', (socket: Socket) => {
    connections.push(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${String(port)}/`),
    port,
    connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of connections) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A port where nobody listens. */
export async function closedPort(): Promise<number> {
  const server = await tcpServer(() => {});
  await server.close();
  return server.port;
}
