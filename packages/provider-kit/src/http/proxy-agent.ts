import type http from 'node:http';
import { proxyCredentials, withoutCredentials } from './proxy-url.js';

/** An agent that tunnels through the proxy, so that TLS runs to the vendor itself. Its library is loaded when one is needed. */
export async function proxyAgent(proxy: string, options: http.AgentOptions): Promise<http.Agent> {
  const url = new URL(proxy);
  if (url.protocol === 'socks5:') {
    const { SocksProxyAgent } = await import('socks-proxy-agent');
    return new SocksProxyAgent(url, options);
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  const credentials = proxyCredentials(url);
  // The library prints the URL it is given when DEBUG is set, so the password travels beside it.
  return new HttpsProxyAgent(withoutCredentials(url), {
    ...options,
    rejectUnauthorized: true,
    ...(credentials === undefined
      ? {}
      : { headers: { 'Proxy-Authorization': `Basic ${base64(credentials)}` } }),
  });
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
