import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock, type Clock } from '@registrar-kit/core';
import { answerOf } from './answer-of.js';
import { assertNoFailures } from './assert-no-failures.js';
import type { RegistrarSimulator } from './registrar-simulator.js';
import type { SimulatorRequest } from './simulator-request.js';
import type { SimulatorResponse } from './simulator-response.js';

/** Where the simulator is served. */
export interface ServeOptions {
  /** @defaultValue 0, a free one */
  readonly port?: number;
  /** A loopback address. @defaultValue '127.0.0.1' */
  readonly host?: '127.0.0.1' | '::1' | 'localhost';
  /** Where the vendor sees every request come from. @defaultValue the real one, which is a loopback address */
  readonly remoteAddress?: string;
  /** Delays and drips wait by this clock. @defaultValue the machine's clock */
  readonly clock?: Clock;
  /** Called after each request and before its answer, for a state file that is to be kept. What it throws is a failure. */
  readonly onHandled?: () => void;
}

const loopbackHosts: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** A simulator that listens. */
export interface ServedSimulator {
  readonly port: number;
  readonly baseUrl: string;
  /** A configuration that works against it, credentials included. */
  readonly config: Record<string, unknown>;
  /** What the simulator itself threw; the caller saw status 500 each time. Empty in a sound test. */
  readonly failures: readonly unknown[];
  /** Stops at once, connections under way included. @throws AggregateError when there were failures */
  close(): Promise<void>;
}

/** Serves a simulator over real sockets, on this machine only. */
export async function serveSimulator(
  simulator: RegistrarSimulator,
  options: ServeOptions = {},
): Promise<ServedSimulator> {
  const { port = 0, host = '127.0.0.1', clock = systemClock } = options;
  // A simulator prints credentials that work against it, and knows nothing of who may connect.
  if (!loopbackHosts.includes(host))
    throw new Error(`a simulator listens on this machine only, so not on "${host}"`);
  const failures: unknown[] = [];
  const closing = new AbortController();
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      try {
        const request = await readRequest(incoming, options.remoteAddress);
        const answer = await answerOf(simulator, request, {
          onFailure: (error) => failures.push(error),
          ...(options.onHandled === undefined ? {} : { onHandled: options.onHandled }),
        });
        await send(outgoing, answer, clock, closing.signal);
      } catch {
        // The caller hung up, or the server is closing: there is nobody to answer.
        outgoing.destroy();
      }
    })();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address() as AddressInfo;
  const shownHost = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const baseUrl = `http://${shownHost}:${String(address.port)}${simulator.basePath}`;
  return {
    port: address.port,
    baseUrl,
    config: simulator.config(baseUrl),
    failures,
    close: async () => {
      closing.abort();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      assertNoFailures(simulator.provider, failures);
    },
  };
}

async function readRequest(
  incoming: IncomingMessage,
  remoteAddress: string | undefined,
): Promise<SimulatorRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const address = incoming.socket.remoteAddress ?? '';
  return {
    method: (incoming.method ?? 'GET').toUpperCase(),
    path: incoming.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        [value ?? ''].flat().join(', '),
      ]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
    remoteAddress: remoteAddress ?? address.replace(/^::ffff:/, ''),
  };
}

async function send(
  outgoing: ServerResponse,
  answer: SimulatorResponse,
  clock: Clock,
  closing: AbortSignal,
): Promise<void> {
  const pause = async (ms: number): Promise<void> => {
    if (ms > 0) await clock.delay(ms, closing);
  };
  switch (answer.kind) {
    case 'drop':
      await pause(answer.delayMs ?? 0);
      outgoing.socket?.destroy();
      return;
    case 'reply': {
      await pause(answer.delayMs ?? 0);
      const body = Buffer.from(answer.body, 'utf8');
      const length = bodyless(answer.status) ? {} : { 'content-length': String(body.length) };
      outgoing.writeHead(answer.status, { ...answer.headers, ...length });
      outgoing.end(body);
      return;
    }
    case 'truncate': {
      const body = Buffer.from(answer.body, 'utf8');
      outgoing.writeHead(answer.status, {
        ...answer.headers,
        'content-length': String(Math.max(body.length, answer.bytes + 1)),
      });
      await write(outgoing, body.subarray(0, answer.bytes));
      outgoing.socket?.destroySoon();
      return;
    }
    case 'drip': {
      const body = Buffer.from(answer.body, 'utf8');
      const end = Math.min(body.length, answer.stopAfterBytes ?? body.length);
      outgoing.writeHead(answer.status, {
        ...answer.headers,
        'content-length': String(body.length),
      });
      outgoing.flushHeaders();
      for (let sent = 0; sent < end; sent += answer.bytesPerPiece) {
        await write(outgoing, body.subarray(sent, Math.min(end, sent + answer.bytesPerPiece)));
        await pause(answer.pauseMs);
        if (outgoing.destroyed) return;
      }
      if (end === body.length) outgoing.end();
    }
  }
}

function write(outgoing: ServerResponse, piece: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (piece.length === 0) resolve();
    else outgoing.write(piece, () => resolve());
  });
}

/** These statuses have no body, so announcing a length would be wrong. */
function bodyless(status: number): boolean {
  return status === 204 || status === 304;
}
