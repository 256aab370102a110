import type { PricedOperation } from '../operations/get-prices.js';

/** What a reading can show after the answer to an order was lost, and what follows. */
export interface ProofCase {
  readonly shows: string;
  /**
   * `proof` settles the order; `support` makes it likely and settles nothing; `nothing` proves neither that it was executed nor that it
   * was not, since the provider may commit later.
   */
  readonly counts: 'proof' | 'support' | 'nothing';
  /** How the order stands then. */
  readonly outcome: 'done' | 'pending' | 'failed' | 'unknown';
}

const unknown = 'unknown';
const support = {
  shows: 'the balance is lower by the price',
  counts: 'support',
  outcome: unknown,
} as const;

/**
 * The rules of proof, by what a reading shows. Where each provider shows it stands in its {@link ProofTable}; the code that
 * applies them is in `purchase-proof.ts` and `transfer-proof.ts`, and every case is tried against every provider's simulator.
 */
export const proofCases = {
  registerDomain: {
    owned: {
      shows: 'the account holds the domain, which was free before',
      counts: 'proof',
      outcome: 'done',
    },
    awaited: {
      shows: 'the account holds it, and the registry is awaited',
      counts: 'proof',
      outcome: 'pending',
    },
    lapsed: {
      shows: 'the account holds it in a state that a new registration is not in, such as expired',
      counts: 'nothing',
      outcome: unknown,
    },
    takenElsewhere: {
      shows: 'the name is taken, and not in the account',
      counts: 'nothing',
      outcome: unknown,
    },
    notHere: {
      shows: 'the account does not hold it, and the name looks free',
      counts: 'nothing',
      outcome: unknown,
    },
    balance: support,
  },
  renewDomain: {
    dateMoved: {
      shows: 'the expiry moved by at least years × 365 − 2 days',
      counts: 'proof',
      outcome: 'done',
    },
    dateMovedLess: { shows: 'the expiry moved by less', counts: 'nothing', outcome: unknown },
    dateStands: { shows: 'the expiry is as before', counts: 'nothing', outcome: unknown },
    balance: support,
  },
  restoreDomain: {
    active: {
      shows: 'the domain is active, and had lapsed before',
      counts: 'proof',
      outcome: 'done',
    },
    restoring: {
      shows: 'a restore of it is under way, and was not before',
      counts: 'proof',
      outcome: 'pending',
    },
    dateMoved: {
      shows: 'the expiry moved by at least 363 days, while the domain still shows as lapsed',
      counts: 'proof',
      outcome: 'pending',
    },
    lapsed: { shows: 'the domain is as lapsed as before', counts: 'nothing', outcome: unknown },
    balance: support,
  },
  transferDomain: {
    listed: {
      shows: 'a transfer is under way that was not there before',
      counts: 'proof',
      outcome: 'pending',
    },
    arrived: {
      shows: 'the domain is here, and was not before',
      counts: 'proof',
      outcome: 'done',
    },
    ended: {
      shows: 'a transfer that was not there before has ended without the domain',
      counts: 'proof',
      outcome: 'failed',
    },
    earlier: {
      shows: 'only a transfer of before, which had ended',
      counts: 'nothing',
      outcome: unknown,
    },
    notHere: {
      shows: 'no transfer, and the account does not hold the domain',
      counts: 'nothing',
      outcome: unknown,
    },
    balance: support,
  },
} as const satisfies Readonly<Record<PricedOperation, Readonly<Record<string, ProofCase>>>>;

/** Where a provider shows a case. */
export interface ProofReading {
  /** The vendor's commands or paths that are read for it, as events name them; absent where it is left to people to look. */
  readonly reads?: readonly string[];
  /** The fields and words that say it. */
  readonly by: string;
}

/** A case for which a provider has no word of its own, and what the order then stands as. */
export interface NotShown {
  readonly reads: readonly string[];
  /** Why not, and what it looks like instead. */
  readonly notShown: string;
  readonly outcome: ProofCase['outcome'];
}

/** Where one provider shows each of the {@link proofCases}. */
export type ProofTable = {
  readonly [Operation in PricedOperation]: {
    readonly [Case in keyof (typeof proofCases)[Operation]]: ProofReading | NotShown;
  };
};
