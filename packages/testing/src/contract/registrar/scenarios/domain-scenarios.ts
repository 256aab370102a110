import { toUnicodeDomain } from '@registrar-kit/core';
import { scenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { refusalOf, wants, wantsSame } from '../wants.js';
import type { RoundTrips } from './round-trips.js';

/** Domains of the account, those that come and those that leave. */
export const domainScenarios: RoundTrips<
  | 'getDomain'
  | 'listDomains'
  | 'syncDomain'
  | 'checkTransfer'
  | 'getTransfer'
  | 'listTransfers'
  | 'resubmitTransfer'
  | 'cancelTransfer'
  | 'approveTransferOut'
  | 'rejectTransferOut'
  | 'getAuthCode'
> = {
  getDomain: scenario(
    'getDomain tells of a domain of the account, and of no other',
    {
      operations: ['getDomain'],
      situations: ['domain-ours', 'domain-absent', 'domain-of-another-account'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const held = await registrar.getDomain({ domain: domain.toUpperCase() });
      wantsSame(
        [held.domain, held.unicode, held.status],
        [domain, toUnicodeDomain(held.domain), 'active'],
        'the domain in its one form, and its status in our words',
      );
      const absent = await stage.bring('domain-absent');
      const nothing = await refusalOf(
        registrar.getDomain(absent),
        'DOMAIN_NOT_FOUND',
        'nobody here holds the domain',
      );
      wantsSame([nothing.domain, nothing.effect], [absent.domain, 'none'], 'the domain, named');
      const theirs = await stage.bring('domain-of-another-account');
      await refusalOf(
        registrar.getDomain(theirs),
        ['DOMAIN_NOT_FOUND', 'ACCESS_DENIED'],
        'the domain is in an account that ours may not act for',
      );
    },
  ),
  listDomains: scenario(
    'listDomains gives the domains of the account, and finds by a part of the name',
    { operations: ['listDomains'], situations: ['domain-ours'] },
    async (stage) => {
      const first = await stage.bring('domain-ours', { label: 'own-harbour' });
      const second = await stage.bring('domain-ours', { label: 'own-bakery' });
      const names = await namesOf(stage.registrar.listDomains());
      wantsSame([...names].sort(), [first.domain, second.domain].sort(), 'each domain once');
      const found = await namesOf(stage.registrar.listDomains({ search: 'bakery' }));
      wants(found.includes(second.domain), 'what was looked for among what is found', found);
    },
  ),
  syncDomain: scenario(
    'syncDomain is certain of a domain that is here, and never of one that is not found',
    { operations: ['syncDomain', 'getDomain'], situations: ['domain-ours', 'domain-absent'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const here = await registrar.syncDomain({ domain });
      wantsSame(
        [here.domain, here.status, here.certain],
        [domain, 'active', true],
        'a sure answer',
      );
      const { expiresOn } = await registrar.getDomain({ domain });
      wantsSame(here.expiresOn, expiresOn, 'the same expiry as getDomain tells');
      const absent = await stage.bring('domain-absent');
      const nothing = await registrar.syncDomain(absent);
      wantsSame(
        [nothing.status, nothing.certain],
        ['unknown', false],
        'that one "not found" never means that a domain is gone',
      );
    },
  ),
  checkTransfer: scenario(
    'checkTransfer tells whether a domain can be brought here',
    { operations: ['checkTransfer'], situations: ['domain-elsewhere', 'domain-absent'] },
    async (stage) => {
      const { domain, authCode } = await elsewhere(stage);
      const check = await stage.registrar.checkTransfer({ domain, authCode });
      wantsSame([check.domain, check.transferable], [domain, true], 'a domain that can come');
      const absent = await stage.bring('domain-absent');
      const nothing = await stage.registrar.checkTransfer({ ...absent, authCode });
      wantsSame(nothing.transferable, false, 'that nothing can be brought where nothing is');
    },
  ),
  getTransfer: scenario(
    'getTransfer follows a transfer from the order to its end',
    {
      operations: ['getTransfer', 'transferDomain'],
      situations: ['domain-elsewhere', 'domain-absent'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode, complete } = await elsewhere(stage);
      const absent = await stage.bring('domain-absent');
      const none = registrar.getTransfer(absent);
      await refusalOf(none, 'DOMAIN_NOT_FOUND', 'no transfer of that domain was ordered');
      const { transferId } = await registrar.transferDomain({ domain, authCode, price: 'listed' });
      const request = { domain, ...(transferId === undefined ? {} : { transferId }) };
      const under = await registrar.getTransfer(request);
      wants(
        under.domain === domain && ['pending', 'needs_action'].includes(under.status),
        'a transfer that is under way',
        under,
      );
      await complete();
      const ended = await registrar.getTransfer({ domain });
      wantsSame(ended.status, 'done', 'the transfer at its end');
    },
  ),
  listTransfers: scenario(
    'listTransfers gives each transfer once',
    { operations: ['listTransfers', 'transferDomain'], situations: ['domain-elsewhere'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode } = await elsewhere(stage);
      await registrar.transferDomain({ domain, authCode, price: 'listed' });
      wantsSame(await namesOf(registrar.listTransfers()), [domain], 'the one that was ordered');
      const done = await namesOf(registrar.listTransfers({ status: 'done' }));
      wantsSame(done, [], 'none that has ended');
    },
  ),
  resubmitTransfer: scenario(
    'resubmitTransfer starts a failed transfer again, without another charge',
    {
      operations: ['resubmitTransfer', 'transferDomain', 'getTransfer', 'getOperation'],
      situations: ['domain-elsewhere'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode, fail, complete } = await elsewhere(stage);
      const { operation } = await registrar.transferDomain({ domain, authCode, price: 'listed' });
      await fail();
      const ended = await registrar.getOperation({ operation });
      wantsSame(
        ended.status,
        'failed',
        'a transfer that was accepted and ended without the domain',
      );
      const again = await registrar.resubmitTransfer({ domain });
      wants(['pending', 'needs_action'].includes(again.status), 'the transfer under way', again);
      await complete();
      const settled = await registrar.getOperation({ operation });
      wantsSame(settled.status, 'done', 'the same order, done');
      wantsSame((await stage.purchases('transferDomain')).length, 1, 'one charge');
    },
  ),
  cancelTransfer: scenario(
    'cancelTransfer ends a transfer',
    {
      operations: ['cancelTransfer', 'transferDomain', 'getTransfer'],
      situations: ['domain-elsewhere'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode } = await elsewhere(stage);
      await registrar.transferDomain({ domain, authCode, price: 'listed' });
      await registrar.cancelTransfer({ domain });
      const { status } = await registrar.getTransfer({ domain });
      wantsSame(status, 'failed', 'a transfer that has ended without the domain');
    },
  ),
  approveTransferOut: scenario(
    'approveTransferOut lets a domain go',
    { operations: ['approveTransferOut', 'syncDomain'], situations: ['domain-leaving'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-leaving', { label: 'own-harbour' });
      await stage.registrar.approveTransferOut({ domain });
      const { status } = await stage.registrar.syncDomain({ domain });
      wants(!['active', 'transfer_out'].includes(status), 'a domain that is gone', status);
    },
  ),
  rejectTransferOut: scenario(
    'rejectTransferOut keeps a domain',
    { operations: ['rejectTransferOut', 'getDomain'], situations: ['domain-leaving'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-leaving', { label: 'own-harbour' });
      const asked = await stage.registrar.getDomain({ domain });
      wantsSame(asked.status, 'transfer_out', 'a domain that another registrar has asked for');
      await stage.registrar.rejectTransferOut({ domain });
      const { status } = await stage.registrar.getDomain({ domain });
      wantsSame(status, 'active', 'the domain to stay');
    },
  ),
  getAuthCode: scenario(
    'getAuthCode hands the code out in a Secret, which prints as [redacted]',
    { operations: ['getAuthCode'], situations: ['domain-ours'] },
    async (stage) => {
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const { authCode } = await stage.registrar.getAuthCode({ domain });
      const code = authCode.reveal();
      wants(typeof code === 'string' && code.length > 3, 'a code that opens', typeof code);
      wantsSame(
        [String(authCode), JSON.stringify({ authCode })],
        ['[redacted]', '{"authCode":"[redacted]"}'],
        'a Secret',
      );
      stage.witness.secrets.push(code);
    },
  ),
};

type Transferring = Stage<'domain-elsewhere'>;

async function elsewhere(stage: Pick<Transferring, 'bring' | 'witness'>) {
  const facts = await stage.bring('domain-elsewhere', { label: 'far-harbour' });
  stage.witness.secrets.push(facts.authCode);
  return facts;
}

async function namesOf(
  rows: AsyncIterable<{ readonly domain: string }>,
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { domain } of rows) names.push(domain);
  return names;
}
