import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { AgentPool } from './agent-pool.js';

/** Watches one exchange on its way, to tell afterwards whether any of the request can have left this machine. */
export class WireWatch {
  readonly #agents: AgentPool;
  #left = false;
  #proxyStatus: number | undefined;

  constructor(agents: AgentPool) {
    this.#agents = agents;
  }

  /** `false` is certain: not a byte of the request left. */
  get mayHaveLeft(): boolean {
    return this.#left && !this.proxyRefused;
  }

  get proxyRefused(): boolean {
    return this.#proxyStatus !== undefined && this.#proxyStatus !== 200;
  }

  get proxyStatus(): number | undefined {
    return this.#proxyStatus;
  }

  /** The agent's library hands on a proxy's refusal as if the vendor had answered it. */
  throwIfProxyRefused(): void {
    if (this.proxyRefused) throw new Error('the proxy refused');
  }

  /** Node's own modules, looked up at the time of the call, with a watch on each request. */
  readonly transport = {
    request: (
      options: https.RequestOptions,
      answered: (message: http.IncomingMessage) => void,
    ): http.ClientRequest => {
      const secure = options.protocol === 'https:';
      // Said here, so that no environment variable can switch the verification off.
      if (secure) options.rejectUnauthorized = true;
      const request = secure ? https.request(options, answered) : http.request(options, answered);
      request.once('socket', (socket) => this.#watch(request, socket));
      request.once('proxyConnect', (reply: { readonly statusCode: number }) => {
        this.#proxyStatus = reply.statusCode;
      });
      return request;
    },
  };

  #watch(request: http.ClientRequest, socket: Duplex): void {
    const leaves = (): void => {
      this.#left = true;
    };
    // A socket that is used again is connected; one that is not ours (a test double's) need not tell when it is.
    if (request.reusedSocket || !this.#agents.opened(socket)) leaves();
    else if (socket instanceof TLSSocket) socket.once('secureConnect', leaves);
    else if (socket instanceof Socket && socket.connecting) socket.once('connect', leaves);
    else leaves();
  }
}
