import type { CapabilityTable } from '../driver/capabilities.js';
import type { OperationName } from '../operations/operation-map.js';
import type { Registrar } from '../registrar.js';
import type { RegistrarRuntime } from './registrar-runtime.js';

/** One registrar that can be chosen by configuration. Each adapter exports one. */
export interface RegistrarProvider {
  /** What `provider` in a configuration names, such as `namecheap`. */
  readonly id: string;
  readonly capabilities: CapabilityTable;
  /** The reads with which access can be examined, the cheapest first. */
  readonly probes: readonly OperationName[];
  /** Checks a configuration and answers it with defaults filled in and secrets wrapped. @throws ConfigurationError with every fault at once. */
  parseConfig(config: unknown): object;
  /** The configuration that the environment variables of this provider describe; not yet checked. */
  fromEnv(env: Readonly<Record<string, string | undefined>>): Record<string, unknown>;
  /** @throws ConfigurationError with every fault at once. */
  create(config: unknown, runtime?: RegistrarRuntime): Registrar;
}
