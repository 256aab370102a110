import type { CallContext, Evidence } from '@registrar-kit/core';
import type { Redact } from '@registrar-kit/provider-kit';

/** What reading a reply needs to know of its request. */
export interface ReplyContext {
  readonly call: CallContext;
  /** Method and path, for events. */
  readonly target: string;
  /** Whether it is about a domain of the account, so that a bare 404 speaks of the domain and not of the path. */
  readonly aboutDomain: boolean;
  /** Whether nothing of the answer may be quoted. @defaultValue false */
  readonly confidential?: boolean;
  /** The limited route, such as `/api`. */
  readonly endpoint: string;
  readonly redact: Redact;
  /** What the diagnosis may weigh; few replies need it. */
  readonly evidence: () => Evidence;
  /** Epoch milliseconds. */
  readonly now: number;
}
