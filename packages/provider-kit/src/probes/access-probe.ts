import { isRegistrarError, type RegistrarProbe } from '@registrar-kit/core';

/** One authenticated read: whether the registrar accepts the credentials, the address and the account. */
export function accessProbe(): RegistrarProbe {
  return {
    id: 'access',
    title: 'Authenticated read',
    needs: ['configuration', 'reachability'],
    run: async ({ registrar, signal, timeoutMs }) => {
      if (registrar === undefined) throw new Error('a probe ran without a registrar');
      const checked = 'one read with the credentials of the configuration';
      try {
        const { account, environment } = await registrar.verifyAccess({ signal, timeoutMs });
        return {
          outcome: 'passed',
          checked,
          shows: [`the registrar accepts them, for the account ${account} in "${environment}"`],
          facts: { account },
        };
      } catch (error) {
        if (!isRegistrarError(error)) throw error;
        return { outcome: 'failed', checked, shows: [error.message], error };
      }
    },
  };
}
