import type { DomainName } from '@registrar-kit/core';

/** One call of the vendor's interface, without credentials. */
export interface HarbourNamesRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base URL, without a leading slash; `{domain}` stands for `domain`, so that events name the call and not the name. */
  readonly path: string;
  readonly domain?: DomainName;
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Personal data and codes in the body, which the vendor may quote in a refusal. */
  readonly personal?: readonly string[];
  /** Whether the answer holds an auth code or contacts, so that nothing of it is quoted in an error. */
  readonly confidential?: boolean;
}
