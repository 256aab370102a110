import type { Environment, Secret } from '@registrar-kit/core';

/** How an adapter reaches its vendor. */
export interface HttpSettings {
  /** The provider's id. */
  readonly provider: string;
  readonly environment: Environment;
  /** Where the adapter's requests go. */
  readonly baseUrl: URL;
  /** Limit for one request that only reads, from connecting to the last byte. @defaultValue 30,000 */
  readonly timeoutMs?: number | undefined;
  /** The same limit for a request that may change something; ending it early loses an answer. @defaultValue 120,000, at least `timeoutMs` */
  readonly paidTimeoutMs?: number | undefined;
  /** http, https or socks5 URL, with credentials where the proxy asks for them. @defaultValue no proxy, whatever the process environment says */
  readonly proxy?: string | undefined;
  /** Whether the vendor must see an IPv4 address: it is then looked up here and connected to, also through a proxy. @defaultValue false */
  readonly ipv4Only?: boolean | undefined;
  /** Every credential that could appear in a reply or an error; the proxy's password is added by itself. */
  readonly secrets: readonly Secret[];
}
