import type { TransferCause } from '@registrar-kit/core';
import type { TransferStage, WorldTransfer } from '@registrar-kit/testing';

/** How the vendor says that a transfer stands. */
export interface TransferWords {
  readonly statusId: string;
  readonly status: string;
  readonly description: string;
}

/** The stages that the vendor's lists make a difference between. */
export const listedStages: Readonly<Record<string, readonly TransferStage[]>> = {
  INPROGRESS: ['waiting_auth_code', 'submitted', 'waiting_approval'],
  CANCELLED: ['failed', 'cancelled'],
  COMPLETED: ['done'],
};

/** https://www.namecheap.com/support/api/transfer-statuses/ */
export function wordsOf(transfer: WorldTransfer): TransferWords {
  const { stage, cause } = transfer;
  switch (stage) {
    case 'waiting_auth_code':
      // The number of a cancelled order as well: only the words tell them apart.
      return words('-22', 'WAITINGFOREPP', 'Waiting for EPP transfer code from customer');
    case 'submitted':
      return openWords[cause ?? 'other'] ?? queued(transfer);
    case 'waiting_approval':
      return (
        openWords[cause ?? 'other'] ??
        words('14', 'INPROGRESS', 'Transfer initiated and awaiting approval')
      );
    case 'done':
      return words('5', 'COMPLETED', 'Transferred and paid successfully');
    case 'failed':
      return endWords[cause ?? 'other'];
    case 'cancelled':
      return words('27', 'CANCELLED', 'Cancelled by customer');
  }
}

function queued({ startedAt, changedAt }: WorldTransfer): TransferWords {
  return startedAt === changedAt
    ? words('-1', 'QUEUED', 'EPP provided, queued for submission')
    : words('-2', 'QUEUED', 'Resubmitted, queued for submission');
}

/** What holds up a transfer that goes on. */
const openWords: Readonly<Partial<Record<TransferCause, TransferWords>>> = {
  charge: words('7', 'INPROGRESS', 'Order frozen, could not be charged'),
  approval_missing: words('11', 'INPROGRESS', 'Verification requested from the registrant'),
  registrant_data: words('10', 'INPROGRESS', 'Acquiring current Whois for verification'),
  locked: words('3', 'INPROGRESS', 'Pending due to domain status'),
};

const endWords: Readonly<Record<TransferCause, TransferWords>> = {
  auth_code_missing: ended('-22', 'Cancelled due to an invalid entry'),
  auth_code_wrong: ended('32', 'Invalid EPP/transfer key'),
  locked: ended('22', 'Domain is locked or was registered less than 60 days ago'),
  too_young: ended('-4', 'Domain is locked or was registered less than 60 days ago'),
  approval_missing: ended('16', 'No response to the e-mail message'),
  approval_refused: ended('17', 'Not approved by the contact'),
  registrant_data: ended('51', 'Required registrant data are missing'),
  losing_registrar: ended('25', 'Rejected by the losing registrar'),
  registry: ended('8', 'Rejected by the registry'),
  already_here: ended('21', 'Domain is already in this account'),
  already_started: ended('23', 'Another transfer was already initiated'),
  not_registered: ended('20', 'Domain is not registered'),
  not_transferable: ended('4', 'Status of the domain does not permit it'),
  charge: ended('7', 'Order frozen, could not be charged'),
  cancelled: ended('45', 'Order cancelled'),
  other: ended('24', 'Unknown error'),
};

function words(statusId: string, status: string, description: string): TransferWords {
  return { statusId, status, description };
}

/** Spelt with one L or with two; both were seen. */
function ended(statusId: string, description: string): TransferWords {
  return words(statusId, 'CANCELED', description);
}
