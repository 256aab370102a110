import type { ProofTable } from '@registrar-kit/core';

const info = ['namecheap.domains.getInfo'];
const transfers = ['namecheap.domains.transfer.getList'];
const transfersAndInfo = [...transfers, ...info];
const notHere = 'the error 2030166, which says that the domain is not in this account';
const balance = {
  by: '`namecheap.users.getBalances`, for a person to look at: it is not read, since others spend from the same account',
};

/** Where Namecheap shows what became of an order whose answer was lost. Printed in the README, and tried against the simulator. */
export const namecheapProofs: ProofTable = {
  registerDomain: {
    owned: { reads: info, by: '`Status` is `Ok`, and `IsOwner` is not `false`' },
    awaited: {
      reads: info,
      notShown: 'no `Status` tells it apart; shown as `Ok` it counts as done',
      outcome: 'done',
    },
    lapsed: {
      reads: info,
      by: '`Status` is `Expired`, `Locked`, or a word that is not documented',
    },
    takenElsewhere: { reads: info, by: notHere },
    notHere: { reads: info, by: notHere },
    balance,
  },
  renewDomain: {
    dateMoved: { reads: info, by: '`DomainDetails.ExpiredDate`, before and after' },
    dateMovedLess: { reads: info, by: '`DomainDetails.ExpiredDate`, before and after' },
    dateStands: { reads: info, by: '`DomainDetails.ExpiredDate`, before and after' },
    balance,
  },
  restoreDomain: {
    active: { reads: info, by: '`Status` was `Expired` and is `Ok`' },
    restoring: {
      reads: info,
      notShown: 'no `Status` tells it apart; it stays `Expired`',
      outcome: 'unknown',
    },
    dateMoved: {
      reads: info,
      by: '`DomainDetails.ExpiredDate`, before and after, while `Status` is `Expired`',
    },
    lapsed: { reads: info, by: '`Status` is `Expired`, and the date as before' },
    balance,
  },
  transferDomain: {
    listed: {
      reads: transfers,
      by: 'a `Transfer` of exactly this name with another `ID` than the latest one before',
    },
    arrived: { reads: transfers, by: 'the same with `StatusID` 5' },
    ended: { reads: transfers, by: 'the same with the `StatusID` of a failure' },
    earlier: { reads: transfersAndInfo, by: 'the latest `Transfer` has the `ID` of before' },
    notHere: { reads: transfersAndInfo, by: `no \`Transfer\` of this name, and ${notHere}` },
    balance,
  },
};
