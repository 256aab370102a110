import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { Environment } from '../values/environment.js';
import type { Evidence } from './evidence.js';

/** A request that another program sent, as a log, a HAR file or a debugger shows it. Leave out what is not known. */
export interface ForeignRequest {
  readonly method?: string;
  /** With the query, if there is one. */
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** As it was sent: a form, JSON or XML. */
  readonly body?: string;
}

/** A failure that happened elsewhere: in a module of WHMCS, WiseCP, HostBill, Blesta or ClientExec, or in a program of one's own. */
export interface ForeignFailure {
  /** Without it, causes that only the request could show stay open. */
  readonly request?: ForeignRequest;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The headers of the answer; `Location` tells a redirect to a login page. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string;
}

/** What an adapter reads out of a foreign failure, with the same reader that it uses for its own answers. */
export interface FailureReading {
  /** The environment that the host belongs to, where that is known. */
  readonly environment: Environment | undefined;
  /** The vendor's command, or method and path, where the request shows it. */
  readonly target: string | undefined;
  /** `undefined` when the answer reports success. Must be made with `evidence`, and be free of secrets. */
  readonly error: AnyRegistrarError | undefined;
  /** What shows in the request. Holds no secret. */
  readonly evidence: Evidence;
  /** Takes everything secret in this request and answer out of a text. */
  readonly redact: (text: string) => string;
}
