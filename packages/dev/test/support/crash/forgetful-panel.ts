import type { JournalEntry } from '@registrar-kit/core';
import { runPanel } from '../../../src/crash-test/panel/run-panel.js';

// Its journal keeps what was begun in memory, and writes an order down when it is settled.
void runPanel({
  journal: (durable) => {
    const begun = new Map<string, JournalEntry>();
    return {
      leaseMs: durable.leaseMs,
      guarantees: () => durable.guarantees(),
      begin: async (entry) => {
        const holder = await durable.find(entry.scope, entry.key);
        if (holder !== undefined) return { status: 'exists', row: holder };
        begun.set(entry.operation.id, entry);
        const leaseUntil = Date.now() + durable.leaseMs;
        return { status: 'begun', row: { ...entry, state: { status: 'started' }, leaseUntil } };
      },
      settle: async (scope, id, settlement) => {
        const entry = begun.get(id);
        begun.delete(id);
        if (entry !== undefined && settlement.status !== 'refused') await durable.begin(entry);
        await durable.settle(scope, id, settlement);
      },
      beginAgain: (entry, leaseUntil) => durable.beginAgain(entry, leaseUntil),
      discard: (scope, id, leaseUntil) => durable.discard(scope, id, leaseUntil),
      extendLease: (scope, id) => durable.extendLease(scope, id),
      takeOver: (scope, id) => durable.takeOver(scope, id),
      find: (scope, key) => durable.find(scope, key),
      findById: (scope, id) => durable.findById(scope, id),
      list: (scope, limit) => durable.list(scope, limit),
      takeLease: (scope, name, holder) => durable.takeLease(scope, name, holder),
      dropLease: (scope, name, holder) => durable.dropLease(scope, name, holder),
    };
  },
});
