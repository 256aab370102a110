import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** One connection of a client, and the requests that came over it: first line, headers and body of each. */
export interface RecordedConnection {
  readonly requests: readonly string[];
}

/** Stands before a server on this machine, keeps connections as long as clients do, and notes what goes over which. */
export interface RecordingProxy {
  readonly baseUrl: string;
  readonly connections: readonly RecordedConnection[];
  close(): Promise<void>;
}

/** @param cuts - whether a connection is cut, looked at when a request has come; it does not go on then */
export async function recordingProxy(
  target: string,
  cuts: (connection: RecordedConnection) => boolean = () => false,
): Promise<RecordingProxy> {
  const { origin, pathname } = new URL(target);
  const connections = new Map<Socket, { requests: string[] }>();
  const server = http.createServer((request, response) => {
    void pass(request, response);
  });
  server.on('connection', (socket: Socket) => connections.set(socket, { requests: [] }));

  async function pass(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { method = '', url = '', headers, socket } = request;
    const body = await text(request);
    const connection = connections.get(socket) ?? { requests: [] };
    connection.requests.push(`${method} ${url}\n${JSON.stringify(headers)}\n${body}`);
    if (cuts(connection)) {
      socket.resetAndDestroy();
      return;
    }
    const onward = http.request(`${origin}${url}`, { method, headers, agent: false });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [http.IncomingMessage];
    response.writeHead(answer.statusCode ?? 502, {
      'content-type': answer.headers['content-type'] ?? 'text/plain',
    });
    answer.pipe(response);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${String(port)}${pathname}`,
    get connections() {
      return [...connections.values()];
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
