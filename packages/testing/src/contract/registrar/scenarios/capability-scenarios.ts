import { operationNames, type CapabilityTable } from '@registrar-kit/core';
import { assertRefused } from '../attempts.js';
import { scenario, type RegistrarScenario } from '../registrar-scenario.js';
import { wants, wantsSame } from '../wants.js';

const essentials = ['registerDomain', 'quote', 'getDomain'] as const;

/** What a registrar states before it is called, and that it keeps to it. */
export function capabilityScenarios(
  table: CapabilityTable,
  simulated: boolean,
): readonly RegistrarScenario[] {
  return [
    scenario('has a method and a capability for every operation, and no other', {}, (stage) => {
      const { registrar } = stage;
      const missing = operationNames.filter((name) => typeof registrar[name] !== 'function');
      wantsSame(missing, [], 'a method for every operation');
      wantsSame(
        Object.keys(table).sort(),
        [...operationNames].sort(),
        'an entry for each operation',
      );
      wantsSame(registrar.capabilities, table, 'the table that the adapter exports');
      return Promise.resolve();
    }),
    scenario('words every gap as a clause that a message can hold', {}, () => {
      for (const name of operationNames) {
        const capability = table[name];
        const clauses =
          capability.support === 'unsupported'
            ? [capability.reason, capability.alternative ?? 'none']
            : capability.support === 'conditional'
              ? [capability.note]
              : [];
        for (const clause of clauses)
          wants(
            clause.trim().length > 3 && !clause.endsWith('.'),
            `a clause without a full stop where ${name} has a gap`,
            clause,
          );
      }
      return Promise.resolve();
    }),
    scenario(
      'offers registerDomain, and the quote and getDomain by which every order is priced and looked up',
      {},
      () => {
        const closed = essentials.filter((name) => table[name].support === 'unsupported');
        const what = `a registrar that offers ${essentials.join(', ')}: without them nothing can be sold safely, so none of them can be closed`;
        wants(closed.length === 0, what, closed);
        return Promise.resolve();
      },
    ),
    scenario(
      `says whether what it reads is ${simulated ? 'simulated, once it has read something' : 'simulated: it is not'}`,
      { operations: ['verifyAccess'] },
      async ({ registrar }) => {
        await registrar.verifyAccess();
        wantsSame(registrar.simulated, simulated, 'simulated');
        const { provider, account, host } = registrar.scope;
        wantsSame(provider, registrar.provider, 'the scope of the provider');
        wants(account !== '' && host !== '', 'a host and an account in the scope', registrar.scope);
      },
    ),
    ...operationNames
      .filter((name) => table[name].support === 'unsupported')
      .map((name) =>
        scenario(`refuses ${name} with the reason of its table, and sends nothing`, {}, (stage) =>
          assertRefused(stage, name),
        ),
      ),
  ];
}
