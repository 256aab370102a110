import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { QuotaPass } from '../quota/quota.js';
import type { AgentPool } from './agent-pool.js';
import { isLookUpFailure, systemCodeOf } from './system-code.js';
import { watchTunnel, type TunnelWatch } from './tunnel-watch.js';

/** Watches one exchange on its way, to tell when the request leaves this machine, and afterwards whether any of it can have. */
export class WireWatch {
  readonly #agents: AgentPool;
  readonly #pass: Pick<QuotaPass, 'sent'>;
  #left = false;
  #hasSocket = false;
  /** How the tunnel came about, where there is a proxy. */
  readonly tunnel: TunnelWatch | undefined;

  constructor(agents: AgentPool, pass: Pick<QuotaPass, 'sent'>, tunnel: TunnelWatch | undefined) {
    this.#agents = agents;
    this.#pass = pass;
    this.tunnel = tunnel;
  }

  /** `false` is certain: not a byte of the request left. */
  get mayHaveLeft(): boolean {
    return this.#left;
  }

  /** A vendor that lets nobody in counts who knocks: all that it cannot notice are a failed look-up and a tunnel that never opened. */
  noteFailure(thrown: unknown): void {
    if (!this.#left && this.#hasSocket && !isLookUpFailure(systemCodeOf(thrown))) this.#pass.sent();
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
      request.once('upgrade', (_answer, socket) => refuseUpgrade(request, socket));
      if (this.tunnel !== undefined) watchTunnel(request, this.tunnel);
      return request;
    },
  };

  #watch(request: http.ClientRequest, socket: Duplex): void {
    this.#hasSocket = true;
    const leaves = (): void => {
      this.#left = true;
      this.#pass.sent();
    };
    // A socket that is used again is connected; one that is not ours (a test double's) need not tell when it is.
    if (request.reusedSocket || !this.#agents.opened(socket)) leaves();
    else if (socket instanceof TLSSocket) socket.once('secureConnect', leaves);
    else if (socket instanceof Socket && socket.connecting) socket.once('connect', leaves);
    else leaves();
  }
}

/** Nobody asked for another protocol. Left alone, node would close the connection and tell nobody. */
function refuseUpgrade(request: http.ClientRequest, socket: Duplex): void {
  socket.destroy();
  // The name under which node's parser stops there.
  const code = 'HPE_PAUSED_UPGRADE';
  request.emit('error', Object.assign(new Error('the answer changes the protocol'), { code }));
}
