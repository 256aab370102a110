import type { RegistryWorld, WorldAccount } from '@registrar-kit/testing';

/** A call that got past the gate. */
export interface VendorCall {
  readonly world: RegistryWorld;
  readonly account: WorldAccount;
  /** The name in the path; empty where the path has none. */
  readonly domain: string;
  readonly query: URLSearchParams;
  /** What the body holds; `undefined` where there is none. */
  readonly body: unknown;
}
