import type { RegistryWorld, WorldAccount } from '@registrar-kit/testing';
import type { ContactDesk } from './contact-desk.js';
import type { RefusalForm } from './vendor-reply.js';

/** A call that got past the gate. */
export interface VendorCall {
  readonly world: RegistryWorld;
  readonly account: WorldAccount;
  /** Keys in lower case: ASP.NET matches them without regard to case. */
  readonly query: ReadonlyMap<string, string>;
  /** Keys as they were sent, for the calls of which the vendor says that they are matched literally. */
  readonly exactQuery: ReadonlyMap<string, string>;
  /** What stands in the path where the route has a name in braces. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What the body holds; `undefined` where there is none. */
  readonly body: unknown;
  readonly behaviour: VendorBehaviour;
  readonly contacts: ContactDesk;
}

/** What differs between one gateway and another, or is not known for sure. */
export interface VendorBehaviour {
  readonly refusalForm: RefusalForm;
  /** Whether `isLocked` and `privacyEnabled` of a registration take effect. */
  readonly orderSettings: 'ignored' | 'applied';
  /** Endings whose names the search silently leaves out. */
  readonly omittedTlds: readonly string[];
  /**
   * `marked`: a set of which a change waits reads as it will be, with `changeType`; one that will go reads as it stands.
   * `unseen`: the zone reads as it was applied last, and nothing tells of what waits. Only third-party code has `changeType`.
   */
  readonly stagedSets: 'marked' | 'unseen';
  /**
   * `any-form`: a full name with or without trailing dot, and a value with or without its quotes and dots. `as-read`: both must
   * stand exactly as a reading gives them, which is how the vendor's own client sends them.
   */
  readonly recordMatch: 'any-form' | 'as-read';
  readonly restoreReply: 'empty' | 'null';
}
