import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { Registrar } from '../registrar.js';
import type { Evidence } from './evidence.js';

/** What came of a check. `noticed` is worth knowing and breaks nothing; `not_checked` says nothing either way. */
export type CheckOutcome = 'passed' | 'noticed' | 'failed' | 'not_checked';

/** What one check found. Plain data, free of secrets. */
export interface ProbeResult {
  readonly outcome: CheckOutcome;
  /** What was looked at: a clause in lower case. */
  readonly checked: string;
  /** What it shows: clauses in lower case. */
  readonly shows: readonly string[];
  /** What to do: sentences in the imperative, in order. @defaultValue none */
  readonly next?: readonly string[];
  /** The failure, where there was one; its diagnosis is made anew with all that the other checks found. */
  readonly error?: AnyRegistrarError;
  /** What other checks and the diagnosis may weigh. */
  readonly evidence?: Evidence;
  /** Figures for programs, such as `{ latencyMs: 84 }`. */
  readonly facts?: Readonly<Record<string, boolean | number | string | readonly string[]>>;
}

/** One check of the access to a registrar. It reads and changes nothing. */
export interface RegistrarProbe {
  /** In kebab-case, such as `reachability`. */
  readonly id: string;
  /** For a heading, such as `Reachability and TLS`. */
  readonly title: string;
  /** Checks without whose success this one can tell nothing; `configuration` is the first of all. @defaultValue none */
  readonly needs?: readonly string[];
  /**
   * Runs the check. Should answer `failed` rather than throw; what it throws becomes a failure.
   *
   * @returns `undefined` when there is nothing to check, as things are
   */
  run(context: ProbeContext): Promise<ProbeResult | undefined>;
}

/** What a probe works with. */
export interface ProbeContext {
  /** The provider's id. */
  readonly provider: string;
  /** The provider's part of the configuration, as it was given. */
  readonly config: Readonly<Record<string, unknown>>;
  /** What the provider made of it; `undefined` when it has faults. */
  readonly settings: object | undefined;
  /** `undefined` when the configuration has faults. */
  readonly registrar: Registrar | undefined;
  /** Makes the registrar of another configuration of this provider. @throws ConfigurationError */
  readonly create: (config: unknown) => Registrar;
  readonly runtime: RegistrarRuntime;
  readonly options: DiagnoseOptions;
  /** Milliseconds for one request. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** What the earlier checks found. */
  readonly evidence: Evidence;
  /** What an earlier check found. */
  readonly resultOf: (id: string) => ProbeResult | undefined;
}

/** How access is examined. */
export interface DiagnoseOptions {
  /**
   * Permission to try the same credentials in the other environment, with one read. `baseUrl` says where that is when the
   * configuration names a `baseUrl` of its own. @defaultValue false
   */
  readonly otherEnvironment?: boolean | { readonly baseUrl: string };
  /** URLs that answer with the address from which they were asked; empty to ask none. @defaultValue three public ones */
  readonly echoServices?: readonly string[];
  /** Where the program runs, if outgoing addresses change there; see `detectPlatform`. */
  readonly platform?: string;
  /** What is known beforehand, such as the address at the last success or the account's standing. */
  readonly evidence?: Evidence;
  /** Milliseconds for one request. @defaultValue 10,000 */
  readonly timeoutMs?: number;
  /** Ends the examination early; what is left is `not_checked`. */
  readonly signal?: AbortSignal;
}
