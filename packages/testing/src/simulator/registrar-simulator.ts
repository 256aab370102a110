import type { RegistryWorld } from '../world/registry-world.js';
import type { SimulatorRequest } from './simulator-request.js';
import type { SimulatorResponse } from './simulator-response.js';

/** A vendor's interface in the vendor's wire format, over a {@link RegistryWorld}. */
export interface RegistrarSimulator {
  /** The provider's id, such as `namecheap`. */
  readonly provider: string;
  /** The vendor's real host names, behind which nock can put it. */
  readonly hosts: readonly string[];
  /** The path under which the vendor's interface lives, such as `/xml.response`; it follows the origin in a `baseUrl`. */
  readonly basePath: string;
  readonly world: RegistryWorld;
  /** Serves one request. Never throws for what a caller sent; a throw means a fault in the simulator or in the test. */
  handle(request: SimulatorRequest): Promise<SimulatorResponse>;
  /** A configuration that works against it at `baseUrl`, credentials included. Plain JSON. */
  config(baseUrl: string): Record<string, unknown>;
}
