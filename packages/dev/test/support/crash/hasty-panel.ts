import { isRegistrarError, journalScopeOf, ProviderError } from '@registrar-kit/core';
import { runPanel } from '../../../src/crash-test/panel/run-panel.js';

// Calls an order failed as soon as its answer is lost.
void runPanel({
  buy:
    (buy, { provider, scope }, journal) =>
    async (order, options) => {
      try {
        return await buy(order, options);
      } catch (error) {
        if (!isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
        await journal.settle(journalScopeOf(scope), error.handle.id, { status: 'refused' });
        throw new ProviderError({ provider, operation: order.kind, detail: 'the order failed' });
      }
    },
});
