/**
 * How sure a row is.
 *
 * - `documented`: the vendor's client lists it as an expected fault of both its interfaces.
 * - `observed`: reported from live calls, by the vendor's client or by somebody who measured.
 * - `assumed`: seen in third-party fixtures only, deduced from the framework (.NET with ABP), or documented for the older
 *   SOAP interface, whose numbers nobody has shown in a REST body.
 */
type Certainty = 'documented' | 'observed' | 'assumed';

/** What a fault means to us. */
type FaultMeaning =
  | 'unauthorized'
  | 'invalid_key'
  | 'unknown_account'
  | 'ip_not_allowed'
  | 'operation_not_allowed'
  | 'access_refused'
  | 'throttled'
  | 'invalid_input'
  | 'auth_code'
  | 'no_price'
  | 'insufficient_funds'
  | 'domain_not_found'
  | 'other_not_found'
  | 'already_exists'
  | 'not_available'
  | 'tld_not_sold'
  | 'wrong_state'
  | 'not_supported'
  | 'wrong_method'
  | 'registry_fault'
  | 'provider_fault'
  | 'provider_unavailable'
  | 'unclassified';

/** What is known of one fault. */
export interface FaultRow {
  readonly meaning: FaultMeaning;
  /** A clause in lower case: what the vendor means. */
  readonly says: string;
  /** The field of the caller's own input that is at fault, where the row names one. */
  readonly field?: string;
  readonly certainty: Certainty;
  readonly source: string;
}

/** A row that the vendor's client lists as an expected fault. */
export function documented(
  meaning: FaultMeaning,
  says: string,
  source: string,
  field?: string,
): FaultRow {
  return row('documented', meaning, says, source, field);
}

/** A row that was reported from live calls. */
export function observed(
  meaning: FaultMeaning,
  says: string,
  source: string,
  field?: string,
): FaultRow {
  return row('observed', meaning, says, source, field);
}

/** A row that nobody has shown. */
export function assumed(
  meaning: FaultMeaning,
  says: string,
  source: string,
  field?: string,
): FaultRow {
  return row('assumed', meaning, says, source, field);
}

function row(
  certainty: Certainty,
  meaning: FaultMeaning,
  says: string,
  source: string,
  field: string | undefined,
): FaultRow {
  return { meaning, says, certainty, source, ...(field === undefined ? {} : { field }) };
}
