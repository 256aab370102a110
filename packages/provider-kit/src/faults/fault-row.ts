import type { DiagnosisCause } from '@registrar-kit/core';

/**
 * How sure an adapter is of what a fault means.
 *
 * - `documented`: the vendor's manual says so.
 * - `observed`: somebody has seen it in a live answer.
 * - `assumed`: neither; the likeliest reading, until somebody sees it.
 */
export type FaultCertainty = 'documented' | 'observed' | 'assumed';

/** What a vendor's fault means to us. Each has one error: see `errorOfFault`. */
export type FaultMeaning =
  // 401: the vendor does not know who calls
  | 'unauthorized'
  | 'invalid_api_key'
  | 'unknown_account'
  // 403: it knows, and refuses
  | 'ip_not_allowed'
  | 'account_locked'
  | 'not_domain_owner'
  | 'operation_not_allowed'
  | 'access_refused'
  // 429
  | 'throttled'
  // the order, the domain
  | 'invalid_input'
  | 'insufficient_funds'
  | 'price_changed'
  | 'domain_not_found'
  | 'name_taken'
  | 'tld_not_sold'
  | 'wrong_state'
  | 'not_supported'
  // the vendor itself
  | 'registry_fault'
  | 'provider_fault'
  | 'provider_unavailable'
  /** Not the vendor's interface: an unknown path or method. */
  | 'wrong_path'
  | 'unclassified';

/** What is known of one fault: a row of an adapter's error table. */
export interface FaultRow {
  readonly meaning: FaultMeaning;
  /** A clause in lower case without a full stop: what the vendor means, and the cure where the caller holds it. */
  readonly says: string;
  readonly certainty: FaultCertainty;
  /** Where it is from: a page, a client, a measurement. */
  readonly source: string;
  /** The field of the caller's own input that is at fault, such as `years`. */
  readonly field?: string;
  /** What the answer leaves open, as equals. @defaultValue what the error's code leaves open */
  readonly causes?: readonly DiagnosisCause[];
}

/** What a row says beside its meaning. */
type RowDetails = Pick<FaultRow, 'field' | 'causes'>;

/** A row that the vendor's manual has. */
export function documented(
  meaning: FaultMeaning,
  says: string,
  source: string,
  details: RowDetails = {},
): FaultRow {
  return { meaning, says, certainty: 'documented', source, ...details };
}

/** A row that somebody has seen in a live answer. */
export function observed(
  meaning: FaultMeaning,
  says: string,
  source: string,
  details: RowDetails = {},
): FaultRow {
  return { meaning, says, certainty: 'observed', source, ...details };
}

/** A row that nobody has seen. */
export function assumed(
  meaning: FaultMeaning,
  says: string,
  source: string,
  details: RowDetails = {},
): FaultRow {
  return { meaning, says, certainty: 'assumed', source, ...details };
}
