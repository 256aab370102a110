import type { DomainStatus } from '@registrar-kit/core';

/** What the vendor's word or number means. `label` is its word. */
export interface VendorStatus {
  readonly label: string;
  readonly status: DomainStatus;
}

/**
 * The status enumeration of the vendor's own client (DNARest.php 3.0.16). Missing numbers are unknown to everybody but the
 * vendor. `ModificationPending` is a domain in use with a change under way; that `InCase` is a dispute is inferred, and so is
 * that `PendingDelete`, as at registries, begins with the redemption: there is no other word for the time in which a domain can
 * be restored. At its end the vendor refuses a restore.
 */
const numbered: Readonly<Record<string, VendorStatus>> = {
  0: { label: 'Active', status: 'active' },
  1: { label: 'WaitingForRegistration', status: 'pending' },
  2: { label: 'WaitingForDocument', status: 'pending' },
  3: { label: 'WaitingForIncomingTransfer', status: 'transfer_in' },
  4: { label: 'TransferredOut', status: 'transferred_away' },
  7: { label: 'PendingDelete', status: 'redemption' },
  8: { label: 'Deleted', status: 'deleted' },
  9: { label: 'ConfirmationEmailSend', status: 'pending' },
  11: { label: 'WaitingForOutgoingTransfer', status: 'transfer_out' },
  12: { label: 'PendingHold', status: 'on_hold' },
  15: { label: 'ModificationPending', status: 'active' },
  18: { label: 'InCase', status: 'disputed' },
  19: { label: 'PendingRestore', status: 'restoring' },
};

/** Words that vendor modules use without a number. */
const unnumbered: readonly VendorStatus[] = [
  { label: 'PreRegistration', status: 'pending' },
  { label: 'PreRegistiration', status: 'pending' },
  { label: 'MigrationPending', status: 'pending' },
  { label: 'TransferCancelledFromClient', status: 'transfer_failed' },
  { label: 'Expired', status: 'expired' },
];

const byWord = new Map(
  [...Object.values(numbered), ...unnumbered].map((entry) => [entry.label.toLowerCase(), entry]),
);

/** The meaning of a status word (any case) or number, or `undefined` when it has no sourced one. */
export function fromDomainNameApiStatus(word: string | number): VendorStatus | undefined {
  const text = String(word).trim();
  return Object.hasOwn(numbered, text) ? numbered[text] : byWord.get(text.toLowerCase());
}

/** The words under which the vendor has accepted an order but the registry has not: documents, an e-mail or time is awaited. */
export function isAwaited(status: DomainStatus): boolean {
  return status === 'pending';
}
