import type { DomainStatus } from '@registrar-kit/core';

/** The vendor's words for the state of a domain (manual §5). */
export const domainStates = {
  queued: 'pending',
  live: 'active',
  frozen: 'on_hold',
  lapsed: 'expired',
  rescuable: 'redemption',
  removal: 'deleting',
  removed: 'deleted',
  arriving: 'transfer_in',
  leaving: 'transfer_out',
  left: 'transferred_away',
} as const satisfies Record<string, DomainStatus>;

/** `unknown` for a word that the manual does not have; the word is kept beside it. */
export function fromDomainState(state: string): DomainStatus {
  const known: Readonly<Record<string, DomainStatus>> = domainStates;
  return Object.hasOwn(known, state) ? (known[state] ?? 'unknown') : 'unknown';
}
