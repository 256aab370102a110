import type { FaultClass } from './fault-class.js';

/**
 * How sure the row is: the vendor's pages say so, the wire was seen to say so, or it is inferred from its neighbours.
 */
export type FaultCertainty = 'documented' | 'observed' | 'assumed';

/** What is known of one vendor number, for the commands where it means this. */
export interface FaultRow {
  readonly number: string;
  /** Without the `namecheap.` prefix; `*` for every command, `users.*` for a group. */
  readonly commands: readonly string[];
  /** A clause in lower case without a full stop. */
  readonly means: string;
  readonly becomes: FaultClass;
  readonly certainty: FaultCertainty;
  readonly source: string;
  /** Generic numbers where only the vendor's words tell what happened; the first that matches wins. */
  readonly whenText?: readonly FaultText[];
}

/** A meaning that only the text beside the number shows. */
export interface FaultText {
  readonly pattern: RegExp;
  readonly means: string;
  readonly becomes: FaultClass;
  readonly certainty: FaultCertainty;
  readonly source: string;
}
