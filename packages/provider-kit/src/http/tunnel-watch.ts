import type { ClientRequest } from 'node:http';
import { proxyAnswers } from './proxy-answers.js';
import type { ProxyFault } from './proxy-fault.js';

/** A proxy that has opened nothing for so long is knocked at, to tell later whether it is dead. */
const PATIENCE_MS = 3000;

/** Follows the opening of one tunnel through a proxy, to tell afterwards what the proxy did about it. */
export class TunnelWatch {
  /** Aborted when the exchange is over. */
  readonly over: AbortSignal;
  /** Host and port of the proxy. */
  readonly proxy: string;
  readonly #proxyUrl: string;
  readonly #patienceMs: number;
  #state: 'before' | 'asked' | 'open' | 'failed' = 'before';
  #fault: ProxyFault | undefined;
  #answers: boolean | undefined;
  readonly #knocking = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(proxy: string, over: AbortSignal, timeoutMs: number) {
    this.over = over;
    this.#proxyUrl = proxy;
    this.proxy = new URL(proxy).host;
    this.#patienceMs = Math.min(PATIENCE_MS, timeoutMs / 3);
  }

  /** Why the proxy opened no tunnel, where it or the way to it said so. */
  get fault(): ProxyFault | undefined {
    return this.#fault;
  }

  /**
   * Of a proxy that was asked and has said nothing yet: whether it answers at all. `dead`: nothing came from it, though it was
   * asked twice. `undefined`: it is not the proxy that was waited for.
   */
  get silence(): 'dead' | 'alive' | 'unknown' | undefined {
    if (this.#state !== 'asked') return undefined;
    if (this.#answers === undefined) return 'unknown';
    return this.#answers ? 'alive' : 'dead';
  }

  /** From now on it is the proxy that must answer. */
  asked(): void {
    this.#state = 'asked';
    this.#timer = setTimeout(() => void this.#knock(), this.#patienceMs);
    this.over.addEventListener('abort', () => this.#stopKnocking(), { once: true });
  }

  failed(fault: ProxyFault): void {
    this.#end('failed');
    this.#fault = fault;
  }

  opened(): void {
    this.#end('open');
  }

  #end(state: 'open' | 'failed'): void {
    this.#state = state;
    this.#stopKnocking();
  }

  #stopKnocking(): void {
    clearTimeout(this.#timer);
    this.#knocking.abort();
  }

  async #knock(): Promise<void> {
    this.#timer = setTimeout(() => (this.#answers ??= false), this.#patienceMs);
    if (await proxyAnswers(this.#proxyUrl, this.#knocking.signal)) this.#answers = true;
  }
}

const watches = new WeakMap<ClientRequest, TunnelWatch>();

/** Lets the agent, which is shared by requests, find the watch of each. */
export function watchTunnel(request: ClientRequest, watch: TunnelWatch): void {
  watches.set(request, watch);
}

export function tunnelWatchOf(request: ClientRequest): TunnelWatch | undefined {
  return watches.get(request);
}
