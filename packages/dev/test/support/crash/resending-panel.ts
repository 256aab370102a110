import { isRegistrarError, journalScopeOf } from '@registrar-kit/core';
import { runPanel } from '../../../src/crash-test/panel/run-panel.js';

// Takes a reading that shows no renewal for a proof that there was none, and orders again.
void runPanel({
  buy: (buy, registrar, journal) => async (order, options) => {
    try {
      return await buy(order, options);
    } catch (error) {
      if (order.kind !== 'renewDomain' || !isRegistrarError(error, 'OUTCOME_UNKNOWN')) throw error;
      const { domain, expectedExpiresOn } = order.input;
      if ((await registrar.getDomain({ domain })).expiresOn !== expectedExpiresOn) throw error;
      const scope = journalScopeOf(registrar.scope);
      await journal.settle(scope, error.handle.id, { status: 'refused' });
      return buy(order, options);
    }
  },
});
