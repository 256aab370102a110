import type { OperationJournal } from '@registrar-kit/core';

/**
 * A journal that keeps all orders under one scope. The embedded simulator listens on another port each time, and would find
 * none of its orders again.
 */
export function underOneScope(journal: OperationJournal, scope: string): OperationJournal {
  return {
    leaseMs: journal.leaseMs,
    guarantees: () => journal.guarantees(),
    begin: (entry) => journal.begin({ ...entry, scope }),
    beginAgain: (entry, leaseUntil) => journal.beginAgain({ ...entry, scope }, leaseUntil),
    discard: (_scope, operationId, leaseUntil) => journal.discard(scope, operationId, leaseUntil),
    extendLease: (_scope, operationId) => journal.extendLease(scope, operationId),
    settle: (_scope, operationId, settlement) => journal.settle(scope, operationId, settlement),
    takeOver: (_scope, operationId) => journal.takeOver(scope, operationId),
    find: (_scope, key) => journal.find(scope, key),
    findById: (_scope, operationId) => journal.findById(scope, operationId),
    list: (_scope, limit) => journal.list(scope, limit),
    takeLease: (_scope, name, holder) => journal.takeLease(scope, name, holder),
    dropLease: (_scope, name, holder) => journal.dropLease(scope, name, holder),
  };
}
