import type http from 'node:http';

/** How a proxy's agent keeps connections, and what it gives the proxy. */
export interface ProxyAgentOptions extends http.AgentOptions {
  /** The proxy gets an IPv4 address that was looked up here, instead of the vendor's name. */
  readonly ipv4Only: boolean;
}

/** An agent that tunnels through the proxy, so that TLS runs to the vendor itself. Its library is loaded when one is needed. */
export async function proxyAgent(proxy: string, options: ProxyAgentOptions): Promise<http.Agent> {
  const url = new URL(proxy);
  if (url.protocol === 'socks5:') {
    const { SocksTunnelAgent } = await import('./socks-tunnel-agent.js');
    return new SocksTunnelAgent(url, options);
  }
  const { ConnectTunnelAgent } = await import('./connect-tunnel-agent.js');
  return new ConnectTunnelAgent(url, options);
}
