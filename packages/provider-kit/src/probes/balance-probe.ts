import {
  formatMoney,
  isRegistrarError,
  isZeroMoney,
  type RegistrarProbe,
} from '@registrar-kit/core';

/** What the account can spend. */
export function balanceProbe(): RegistrarProbe {
  return {
    id: 'balance',
    title: 'Balance',
    needs: ['access'],
    run: async ({ registrar, signal, timeoutMs }) => {
      if (registrar === undefined) throw new Error('a probe ran without a registrar');
      const checked = 'what the account can spend';
      try {
        const { available } = await registrar.getBalance({ signal, timeoutMs });
        const empty = available.every(isZeroMoney);
        return {
          outcome: empty ? 'noticed' : 'passed',
          checked,
          shows: [available.map(formatMoney).join(' and ')],
          next: empty ? ['Add money to the account: every order would be refused.'] : [],
          facts: { available: available.map(({ amount, currency }) => `${amount} ${currency}`) },
        };
      } catch (error) {
        if (!isRegistrarError(error)) throw error;
        return { outcome: 'failed', checked, shows: [error.message], error };
      }
    },
  };
}
