import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';
import type { CallContext } from '@registrar-kit/core';
import { proxyAgent } from './proxy-agent.js';

/** The agents of one exchange. */
export interface ExchangeAgents {
  readonly http: http.Agent;
  readonly https: http.Agent;
  /** Closes what is not kept for later. */
  release(): void;
}

/** After this long without a request a kept connection is closed. */
const IDLE_MS = 30_000;

const kept = { keepAlive: true, timeout: IDLE_MS, scheduling: 'lifo' } as const;
const fresh = { keepAlive: false } as const;

/** Keeps connections for reads, and opens a new one for each request that must not be sent twice. */
export class AgentPool {
  readonly #proxy: string | undefined;
  readonly #ipv4Only: boolean;
  readonly #sockets = new WeakSet<Duplex>();
  #forReads: Promise<ExchangeAgents> | undefined;

  constructor(proxy: string | undefined, ipv4Only = false) {
    this.#proxy = proxy;
    this.#ipv4Only = ipv4Only;
  }

  take(retry: CallContext['retry']): Promise<ExchangeAgents> {
    if (retry === 'never') return this.#create(fresh);
    this.#forReads ??= this.#create(kept);
    return this.#forReads.then((agents) => ({ ...agents, release: () => undefined }));
  }

  /** Whether a socket was opened by these agents, so that its events tell what left this machine. */
  opened(socket: Duplex): boolean {
    return this.#proxy !== undefined || this.#sockets.has(socket);
  }

  async #create(options: http.AgentOptions): Promise<ExchangeAgents> {
    if (this.#proxy !== undefined) {
      const agent = await proxyAgent(this.#proxy, { ...options, ipv4Only: this.#ipv4Only });
      return { http: agent, https: agent, release: () => agent.destroy() };
    }
    const direct = this.#ipv4Only ? { ...options, family: 4 } : options;
    const agents = {
      http: new NotingHttpAgent(direct, this.#sockets),
      https: new NotingHttpsAgent(direct, this.#sockets),
    };
    const release = (): void => {
      agents.http.destroy();
      agents.https.destroy();
    };
    return { ...agents, release };
  }
}

class NotingHttpAgent extends http.Agent {
  readonly #sockets: WeakSet<Duplex>;
  constructor(options: http.AgentOptions, sockets: WeakSet<Duplex>) {
    super(options);
    this.#sockets = sockets;
  }
  override createConnection(
    ...parameters: Parameters<http.Agent['createConnection']>
  ): ReturnType<http.Agent['createConnection']> {
    return note(super.createConnection(...parameters), this.#sockets);
  }
}

class NotingHttpsAgent extends https.Agent {
  readonly #sockets: WeakSet<Duplex>;
  constructor(options: https.AgentOptions, sockets: WeakSet<Duplex>) {
    super(options);
    this.#sockets = sockets;
  }
  override createConnection(
    ...parameters: Parameters<https.Agent['createConnection']>
  ): ReturnType<https.Agent['createConnection']> {
    return note(super.createConnection(...parameters), this.#sockets);
  }
}

function note<Socket extends Duplex | null | undefined>(
  socket: Socket,
  sockets: WeakSet<Duplex>,
): Socket {
  if (socket) sockets.add(socket);
  return socket;
}
