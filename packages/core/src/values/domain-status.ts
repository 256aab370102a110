/**
 * Where a domain stands, the same words for every provider.
 *
 * - `active`: registered and in use.
 * - `pending`: ordered, not yet registered (documents, e-mail confirmation or the registry are awaited).
 * - `transfer_in`, `transfer_out`: on its way to or from this account; `transferred_away`: gone to another registrar.
 * - `transfer_failed`: an incoming transfer that ended without the domain.
 * - `on_hold`: exists but does not resolve; `disputed`: held by a dispute.
 * - `expired`: past its date, still renewable; `redemption`: only restorable, at another price; `restoring`: a restore is under way.
 * - `deleting`, `deleted`: leaving or gone.
 * - `unknown`: the provider used a word that has no sourced meaning; the word is kept beside it.
 */
export type DomainStatus =
  | 'active'
  | 'pending'
  | 'transfer_in'
  | 'transfer_out'
  | 'transferred_away'
  | 'transfer_failed'
  | 'on_hold'
  | 'disputed'
  | 'expired'
  | 'redemption'
  | 'restoring'
  | 'deleting'
  | 'deleted'
  | 'unknown';
