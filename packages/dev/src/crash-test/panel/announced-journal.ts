import type { JournalEntry, OperationJournal } from '@registrar-kit/core';
import type { PanelStep } from './panel-line.js';

/** Hears when a step for a domain is about to be made, and when it was made. */
export type Announce = (step: PanelStep, domain: string | undefined) => void;

/** The same journal, which says what it is about to do and has done. */
export function announcedJournal(journal: OperationJournal, announce: Announce): OperationJournal {
  const domains = new Map<string, string | undefined>();
  return {
    leaseMs: journal.leaseMs,
    guarantees: () => journal.guarantees(),
    begin: async (entry: JournalEntry) => {
      const { id, domain } = entry.operation;
      domains.set(id, domain);
      announce('begin', domain);
      const outcome = await journal.begin(entry);
      if (outcome.status === 'begun') announce('begun', domain);
      return outcome;
    },
    beginAgain: async (entry, leaseUntil) => {
      const { domain } = entry.operation;
      announce('begin', domain);
      const outcome = await journal.beginAgain(entry, leaseUntil);
      if (outcome.status === 'begun') announce('begun', domain);
      return outcome;
    },
    discard: (scope, id, leaseUntil) => journal.discard(scope, id, leaseUntil),
    settle: async (scope, id, settlement) => {
      announce('settle', domains.get(id));
      await journal.settle(scope, id, settlement);
      announce('settled', domains.get(id));
    },
    extendLease: (scope, id) => journal.extendLease(scope, id),
    takeOver: (scope, id) => journal.takeOver(scope, id),
    find: async (scope, key) => {
      const row = await journal.find(scope, key);
      if (row !== undefined) domains.set(row.operation.id, row.operation.domain);
      return row;
    },
    findById: (scope, id) => journal.findById(scope, id),
    list: (scope, limit) => journal.list(scope, limit),
    takeLease: (scope, name, holder) => journal.takeLease(scope, name, holder),
    dropLease: (scope, name, holder) => journal.dropLease(scope, name, holder),
  };
}
