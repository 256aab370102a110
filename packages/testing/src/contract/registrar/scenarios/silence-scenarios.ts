import { someContacts, verdictOf } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import { settledOf, wants } from '../wants.js';
import type { Situation } from '../situation.js';

/** Situations in which credentials and orders pass through every hand. */
const telling = [
  'key-rejected',
  'ip-not-allowed',
  'html-page',
  'answer-lost-before-commit',
  'answer-lost-after-commit',
] as const satisfies readonly Situation[];

/**
 * What nobody may see. At the end of every scenario all errors, events, results and journal rows are searched for the harness'
 * secrets, auth codes and contacts; these scenarios only let as much of them pass as they can.
 */
export const silenceScenarios = [
  scenario(
    'shows no credential and no contact in anything that a purchase leaves behind',
    {
      operations: ['verifyAccess', 'registerDomain'],
      situations: ['name-free'],
    },
    async (stage) => {
      const { registrar, capabilities } = stage;
      await registrar.verifyAccess();
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const order = { domain, years: 1, contacts: someContacts, price: 'listed' } as const;
      await registrar.registerDomain(order);
      if (capabilities.getContacts.support !== 'unsupported')
        await registrar.getContacts({ domain });
      wants((await stage.rows()).length === 1, 'the order on record', await stage.rows());
      wants(stage.events.length > 0, 'events to look at', stage.events);
    },
  ),
  ...telling.map((situation) =>
    scenario(
      `shows no credential and no contact when ${situation} strikes`,
      {
        operations: ['getDomain', 'registerDomain'],
        situations: [situation, 'domain-ours', 'name-free'],
      },
      async (stage) => {
        const { registrar } = stage;
        const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
        const free = await stage.bring('name-free', { label: 'new-harbour' });
        await stage.bring(situation, { operation: 'registerDomain' });
        const order = { ...free, years: 1, contacts: someContacts, price: 'listed' } as const;
        const { outcome } = await verdictOf(registrar.registerDomain(order));
        await stage.bring(situation, { operation: 'getDomain', times: 5 });
        const read = await settledOf(registrar.getDomain({ domain }));
        wants(read.status === 'failed', 'an error to look at', [outcome, read]);
      },
    ),
  ),
  scenario(
    'shows no auth code in anything that a transfer leaves behind',
    {
      operations: ['transferDomain', 'getTransfer'],
      situations: ['domain-elsewhere', 'answer-lost-after-commit'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode } = await stage.bring('domain-elsewhere', { label: 'far-harbour' });
      stage.witness.secrets.push(authCode);
      await stage.bring('answer-lost-after-commit', { operation: 'transferDomain' });
      const order = { domain, authCode, price: 'listed', contacts: someContacts } as const;
      await verdictOf(registrar.transferDomain(order));
      await registrar.getTransfer({ domain });
    },
  ),
];
