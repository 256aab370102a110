/** One call of the vendor's interface, without credentials. */
export interface DomainNameApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/v1/`, without a leading slash. */
  readonly path: string;
  /** Sent as forms do it, with the names exactly as given: the vendor's own client mixes cases. */
  readonly query?: Readonly<Record<string, string | number>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Whether it is about a domain of the account, so that a bare 404 speaks of the domain and not of the path. */
  readonly aboutDomain?: boolean;
  /** Personal data in the body, which the vendor may quote in a refusal. */
  readonly personal?: readonly string[];
  /** Whether the answer holds an auth code or contacts, so that nothing of it is quoted in an error. */
  readonly confidential?: boolean;
  /** Largest reply that is read. @defaultValue 4 MB */
  readonly maxBytes?: number;
}
