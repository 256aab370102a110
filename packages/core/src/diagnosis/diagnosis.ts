import type { DiagnosisCause } from './diagnosis-cause.js';

/** How strongly the evidence speaks for a cause. Causes with equal evidence have equal likelihood. */
export type Likelihood = 'confirmed' | 'likely' | 'possible' | 'unlikely';

/** Who can mend it. */
export type Actor =
  /** Runs the server and its network. */
  | 'operator'
  /** Holds the account at the registrar. */
  | 'account_owner'
  /** Writes or configures the panel. */
  | 'developer'
  /** The registrar's own staff. */
  | 'provider'
  /** The panel's customer. */
  | 'customer'
  /** Nobody needs to act; it passes. */
  | 'nobody';

/** Something to enter or to look at, such as the address to allow. */
export interface RemedyValue {
  /** What it is, or the field that it belongs into: a clause in lower case. */
  readonly name: string;
  /** Never a key; of an account id what may be shown of it. */
  readonly value: string;
}

/** What to do about a cause. */
export interface Remedy {
  readonly actor: Actor;
  /** Steps in order, in the imperative. */
  readonly steps: readonly string[];
  /** The vendor's page about it, where there is one. */
  readonly link: string | null;
  /** The exact values to enter, and the fields that hold wrong ones; absent where none is known. */
  readonly values?: readonly RemedyValue[];
}

/** One possible cause of a failure. Fit to show to an admin: it never holds a secret. */
export interface Finding {
  readonly cause: DiagnosisCause;
  readonly likelihood: Likelihood;
  /** What speaks for or against it. */
  readonly evidence: readonly string[];
  readonly remedy: Remedy;
  /** For the panel's customer, who can do nothing about most causes. */
  readonly customerText: string;
}

/** Possible causes, most likely first; never empty. */
export type Diagnosis = readonly [Finding, ...Finding[]];
