import type { DiagnosisCause } from '@registrar-kit/core';

/** What one echo service said. */
export interface EgressAnswer {
  /** Its URL, without the query, which may hold a token. Answers stand in the order of the services given. */
  readonly service: string;
  /** The public IPv4 address that it saw; absent when it gave none. */
  readonly address?: string;
  /** Why it gave none: lower case, no full stop, without secrets. */
  readonly error?: string;
  /** The likeliest cause of that, such as `proxy_failure`. */
  readonly cause?: DiagnosisCause;
}

/** What the echo services say about the address from which this machine reaches the internet. A hint, never proof. */
export interface EgressReading {
  /** The address that most services named; `undefined` when none answered, or when as many named another one. */
  readonly address: string | undefined;
  /** Whether at least two services named it and none named another. */
  readonly agreed: boolean;
  readonly answers: readonly EgressAnswer[];
}
