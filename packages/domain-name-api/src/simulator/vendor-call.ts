import type { RegistryWorld, WorldAccount } from '@registrar-kit/testing';
import type { RefusalForm } from './vendor-reply.js';

/** A call that got past the gate. */
export interface VendorCall {
  readonly world: RegistryWorld;
  readonly account: WorldAccount;
  /** Keys in lower case: ASP.NET matches them without regard to case. */
  readonly query: ReadonlyMap<string, string>;
  /** What the body holds; `undefined` where there is none. */
  readonly body: unknown;
  readonly behaviour: VendorBehaviour;
}

/** What differs between one gateway and another, or is not known for sure. */
export interface VendorBehaviour {
  readonly refusalForm: RefusalForm;
  /** Whether `isLocked` and `privacyEnabled` of a registration take effect. */
  readonly orderSettings: 'ignored' | 'applied';
  /** Endings whose names the search silently leaves out. */
  readonly omittedTlds: readonly string[];
}
