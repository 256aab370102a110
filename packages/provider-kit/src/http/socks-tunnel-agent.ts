import type http from 'node:http';
import type { Socket } from 'node:net';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { openTunnel, RefusedByProxy } from './open-tunnel.js';
import type { ProxyAgentOptions } from './proxy-agent.js';
import { credentialsRefused, type ProxyErrand } from './proxy-fault.js';
import { proxyCredentials, withCleanCredentials } from './proxy-url.js';
import { socksRefusal } from './socks-refusal.js';

type ConnectOptions = Parameters<SocksProxyAgent['connect']>[1];

/** The length of a name or a password stands in one byte. */
const LONGEST_CREDENTIAL = 255;

/** Tunnels through a SOCKS5 proxy. The vendor's name is looked up here, as the scheme socks5 means it. */
export class SocksTunnelAgent extends SocksProxyAgent {
  readonly #errand: Omit<ProxyErrand, 'target'>;
  readonly #family: 0 | 4;
  readonly #tooLong: boolean;

  constructor(url: URL, { ipv4Only, ...options }: ProxyAgentOptions) {
    super(withCleanCredentials(url), options);
    const credentials = proxyCredentials(url);
    // An IPv6 address stands in brackets in a URL only.
    this.proxy.host = url.hostname.replace(/^\[|\]$/g, '');
    // The library would end an exchange that waits longer for its answer; the limit of the exchange is ours.
    this.timeout = null;
    this.#tooLong = Object.values(credentials ?? {}).some(
      (text) => Buffer.byteLength(text) > LONGEST_CREDENTIAL,
    );
    this.#errand = {
      scheme: 'socks5',
      proxy: url.host,
      withCredentials: credentials !== undefined,
    };
    this.#family = ipv4Only ? 4 : 0;
  }

  override async connect(request: http.ClientRequest, options: ConnectOptions): Promise<Socket> {
    return openTunnel(request, options, {
      errand: this.#errand,
      family: this.#family,
      dial: (destination) => this.#dial(request, destination),
      toFault: socksRefusal,
    });
  }

  async #dial(request: http.ClientRequest, destination: ConnectOptions): Promise<Socket> {
    if (this.#tooLong)
      throw new RefusedByProxy((errand) =>
        credentialsRefused('SOCKS5 takes at most 255 bytes of each', errand),
      );
    return super.connect(request, destination);
  }
}
