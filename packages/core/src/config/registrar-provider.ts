import type { CapabilityTable } from '../driver/capabilities.js';
import type { FailureReading, ForeignFailure } from '../diagnosis/foreign-failure.js';
import type { RegistrarProbe } from '../diagnosis/probe.js';
import type { Registrar } from '../registrar.js';
import type { RegistrarRuntime } from './registrar-runtime.js';

/** One registrar that can be chosen by configuration. Each adapter exports one. */
export interface RegistrarProvider {
  /** What `provider` in a configuration names, such as `namecheap`. */
  readonly id: string;
  readonly capabilities: CapabilityTable;
  /** The checks with which access can be examined, in the order in which they run. They only read. */
  readonly probes: readonly RegistrarProbe[];
  /** Checks a configuration and answers it with defaults filled in and secrets wrapped. @throws ConfigurationError with every fault at once. */
  parseConfig(config: unknown): object;
  /** The configuration that the environment variables of this provider describe; not yet checked. */
  fromEnv(env: Readonly<Record<string, string | undefined>>): Record<string, unknown>;
  /** @throws ConfigurationError with every fault at once. */
  create(config: unknown, runtime?: RegistrarRuntime): Registrar;
  /**
   * Reads a failure that happened in another program, with the same tables as for the adapter's own calls. Sends nothing.
   * `explainFailure` calls it with the names of headers in lower case.
   */
  readFailure(failure: ForeignFailure): Promise<FailureReading>;
}
