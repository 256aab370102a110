import { scenario } from '../registrar-scenario.js';
import { refusalOf, wants, wantsSame } from '../wants.js';

const situations = ['domain-ours', 'domain-absent'] as const;

/** What listeners hear. That every call is announced once and ended once is looked at after all scenarios. */
export const eventScenarios = [
  scenario(
    'announces every call once and ends it once, with how it ended',
    { operations: ['getDomain'], situations },
    async (stage) => {
      const { registrar, events } = stage;
      const ours = await stage.bring('domain-ours', { label: 'own-harbour' });
      const absent = await stage.bring('domain-absent');
      await registrar.getDomain(ours);
      await refusalOf(registrar.getDomain(absent), 'DOMAIN_NOT_FOUND', 'nobody holds the domain');
      const told = events.filter(({ type }) => type.startsWith('operation.'));
      wantsSame(
        told.map(({ type, operation }) => [type, operation]),
        [
          ['operation.started', 'getDomain'],
          ['operation.succeeded', 'getDomain'],
          ['operation.started', 'getDomain'],
          ['operation.failed', 'getDomain'],
        ],
        'a beginning and an end for each call',
      );
      const [start, end, , failed] = told;
      wantsSame(end?.requestId, start?.requestId, 'one requestId for one call');
      wants(failed?.requestId !== start?.requestId, 'another one for another call', failed);
      wants(
        failed?.type === 'operation.failed' && failed.code === 'DOMAIN_NOT_FOUND',
        'the code of the error in the event',
        failed,
      );
      const { provider, environment } = registrar;
      for (const event of events)
        wantsSame(
          [event.provider, event.environment, Number.isNaN(Date.parse(event.at))],
          [provider, environment, false],
          'who it was, where, and when',
        );
    },
  ),
  scenario(
    'goes on when a listener throws',
    { operations: ['getDomain'], situations: ['domain-ours'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const registrar = await stage.another({
        onEvent: () => {
          throw new Error('a fault of the listener');
        },
      });
      wantsSame((await registrar.getDomain({ domain })).domain, domain, 'the answer all the same');
    },
  ),
];
