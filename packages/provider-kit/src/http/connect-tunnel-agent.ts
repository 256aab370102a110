import type http from 'node:http';
import type { Socket } from 'node:net';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { openTunnel, RefusedByProxy } from './open-tunnel.js';
import type { ProxyAgentOptions } from './proxy-agent.js';
import { connectRefused, proxyUnreachable, type ProxyErrand } from './proxy-fault.js';
import { proxyCredentials, withoutCredentials } from './proxy-url.js';

type ConnectOptions = Parameters<HttpsProxyAgent<string>['connect']>[1];

/** Tunnels through an HTTP proxy by CONNECT. */
export class ConnectTunnelAgent extends HttpsProxyAgent<string> {
  readonly #errand: Omit<ProxyErrand, 'target'>;
  readonly #family: 4 | undefined;
  readonly #connecting: HttpsProxyAgent<string>['connectOpts'];

  constructor(url: URL, { ipv4Only, ...options }: ProxyAgentOptions) {
    const credentials = proxyCredentials(url);
    // The library prints the URL it is given when DEBUG is set, so the password travels beside it.
    super(withoutCredentials(url), {
      ...options,
      rejectUnauthorized: true,
      ...(credentials === undefined
        ? {}
        : { headers: { 'Proxy-Authorization': basic(credentials) } }),
    });
    this.#errand = {
      scheme: url.protocol === 'https:' ? 'https' : 'http',
      proxy: url.host,
      withCredentials: credentials !== undefined,
    };
    this.#family = ipv4Only ? 4 : undefined;
    this.#connecting = this.connectOpts;
  }

  override async connect(request: http.ClientRequest, options: ConnectOptions): Promise<Socket> {
    return openTunnel(request, options, {
      errand: this.#errand,
      family: this.#family,
      dial: (destination, over) => this.#dial(request, destination, over),
      toFault: proxyUnreachable,
    });
  }

  async #dial(
    request: http.ClientRequest,
    destination: ConnectOptions,
    over: AbortSignal | undefined,
  ): Promise<Socket> {
    let status: number | undefined;
    request.once('proxyConnect', (reply: { readonly statusCode: number }) => {
      status = reply.statusCode;
    });
    // The library reads them before it waits for anything; without a signal a silent proxy would keep the socket.
    this.connectOpts = { ...this.#connecting, ...(over === undefined ? {} : { signal: over }) };
    const socket = await super.connect(request, destination);
    if (status === 200) return socket;
    // Else it is an answer of the proxy, which the library hands on as if the vendor had given it.
    socket.destroy();
    throw new RefusedByProxy((errand) => connectRefused(status ?? 0, errand));
  }
}

function basic({ name, password }: { readonly name: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${name}:${password}`, 'utf8').toString('base64')}`;
}
