import { someContacts } from '../orders.js';
import { scenario, type RegistrarScenario } from '../registrar-scenario.js';
import { refusalOf, wantsSame } from '../wants.js';
import { failures, type Failure } from './failures.js';

const servers = ['ns1.example.net', 'ns2.example.net'];

/** What failures make of a read, and those that no answer tells of. */
export const failureScenarios: readonly RegistrarScenario[] = [
  ...failures.map(failedRead),
  scenario(
    'keeps a code that nobody knows, as a ProviderError, and calls nothing done',
    {
      operations: ['getDomain', 'setNameservers', 'registerDomain'],
      situations: ['unknown-vendor-code', 'domain-ours', 'name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const free = await stage.bring('name-free', { label: 'new-harbour' });
      const why = 'the vendor refused with a code that nobody knows';
      const calls = {
        getDomain: () => registrar.getDomain({ domain }),
        setNameservers: () => registrar.setNameservers({ domain, nameservers: servers }),
        registerDomain: () =>
          registrar.registerDomain({
            ...{ domain: free.domain, years: 1, contacts: someContacts, price: 'listed' },
          }),
      } as const;
      for (const operation of ['getDomain', 'setNameservers', 'registerDomain'] as const) {
        const { code } = await stage.bring('unknown-vendor-code', { operation, times: 3 });
        const error = await refusalOf(
          calls[operation](),
          [
            'PROVIDER_ERROR',
            ...(operation === 'registerDomain' ? ['OUTCOME_UNKNOWN' as const] : []),
          ],
          why,
        );
        wantsSame(error.vendor?.code, code, `the vendor's code in the error of ${operation}`);
      }
      wantsSame(await stage.purchases(), [], 'nothing bought');
    },
  ),
  scenario(
    'says that nothing was sent when no connection comes about',
    {
      operations: ['getDomain', 'registerDomain'],
      situations: ['unreachable', 'domain-ours', 'name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const free = await stage.bring('name-free', { label: 'new-harbour' });
      await stage.bring('unreachable');
      const order = { ...free, years: 1, contacts: someContacts, price: 'listed' } as const;
      for (const call of [registrar.getDomain({ domain }), registrar.registerDomain(order)]) {
        const error = await refusalOf(call, 'TRANSPORT_FAILED', 'nobody can be reached');
        wantsSame([error.phase, error.effect], ['not_sent', 'none'], 'proof that nothing was done');
      }
      wantsSame(await stage.rows(), [], 'no order on record that was never sent');
    },
  ),
];

/** A read that fails: tried again as often as it may be, and never with an effect. */
function failedRead({ situation, codes, why, check }: Failure): RegistrarScenario {
  return scenario(
    `answers ${situation} with ${codes.join(' or ')} on a read, of which nothing can be done`,
    { operations: ['getDomain'], situations: [situation, 'domain-ours'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await stage.bring(situation, { operation: 'getDomain', times: 5 });
      const error = await refusalOf(stage.registrar.getDomain({ domain }), codes, why);
      wantsSame(
        [error.operation, error.domain, error.effect],
        ['getDomain', domain, 'none'],
        'the operation, the domain, and that a read has no effect',
      );
      check?.(error);
    },
  );
}
