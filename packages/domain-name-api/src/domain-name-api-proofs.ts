import type { ProofTable } from '@registrar-kit/core';

const info = ['GET domains/info'];
const notHere = '404, or the error `Domain:10007`: no such domain in this account';
const balance = {
  by: '`GET deposit/accounts/me`, for a person to look at: it is not read, since others spend from the same account',
};

/** Where Domain Name API shows what became of an order whose answer was lost. Printed in the README, and tried against the simulator. */
export const domainNameApiProofs: ProofTable = {
  registerDomain: {
    owned: { reads: info, by: '`status` is `Active`, `ModificationPending` or `PendingHold`' },
    awaited: {
      reads: info,
      by: '`status` is `WaitingForRegistration`, `WaitingForDocument`, `ConfirmationEmailSend`, `PreRegistration` or `MigrationPending`',
    },
    lapsed: {
      reads: info,
      by: '`status` is any other one, such as `Expired`, `TransferredOut` or `Deleted`',
    },
    takenElsewhere: { reads: info, by: notHere },
    notHere: { reads: info, by: notHere },
    balance,
  },
  renewDomain: {
    dateMoved: { reads: info, by: '`expirationDate`, before and after' },
    dateMovedLess: { reads: info, by: '`expirationDate`, before and after' },
    dateStands: { reads: info, by: '`expirationDate`, before and after' },
    balance,
  },
  restoreDomain: {
    active: { reads: info, by: '`status` was `PendingDelete` or `Expired` and is `Active`' },
    restoring: { reads: info, by: '`status` is `PendingRestore`' },
    dateMoved: {
      reads: info,
      by: '`expirationDate`, before and after, while `status` is `PendingDelete` or `Expired`',
    },
    lapsed: { reads: info, by: '`status` and `expirationDate` as before' },
    balance,
  },
  transferDomain: {
    listed: { reads: info, by: '`status` is `WaitingForIncomingTransfer`' },
    arrived: { reads: info, by: '`status` is `Active`, with a `transferDate` or without' },
    ended: { reads: info, by: '`status` is `TransferCancelledFromClient`' },
    earlier: {
      reads: info,
      by: '`status` is `TransferCancelledFromClient` and was so before; transfers have no number, so that one which failed since looks the same',
    },
    notHere: { reads: info, by: notHere },
    balance,
  },
};
