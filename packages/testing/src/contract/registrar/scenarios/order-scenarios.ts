import {
  addYears,
  compareMoney,
  isMoney,
  type PricedOperation,
  type RegisterDomainResult,
} from '@registrar-kit/core';
import { anOrder, someContacts } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { refusalOf, wants, wantsSame } from '../wants.js';
import type { RoundTrips } from './round-trips.js';

/** Orders, and what becomes of them. */
export const orderScenarios: RoundTrips<
  | 'registerDomain'
  | 'renewDomain'
  | 'restoreDomain'
  | 'transferDomain'
  | 'deleteDomain'
  | 'getOperation'
  | 'waitForOperation'
  | 'reconcileOperation'
> = {
  registerDomain: scenario(
    'registerDomain registers the name for the years ordered, and charges the account once',
    {
      operations: ['registerDomain', 'getDomain', 'getNameservers', 'quote'],
      situations: ['name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const price = await registrar.quote({ operation: 'registerDomain', domain, years: 2 });
      const nameservers = ['ns1.example.net', 'ns2.example.net'];
      const result = await registrar.registerDomain({
        ...{ domain: ` ${domain.toUpperCase()}. `, years: 2, contacts: someContacts },
        ...{ price, nameservers },
      });
      wantsSame(
        [result.status, result.domain, result.years, result.recovered, result.replayed],
        ['done', domain, 2, false, false],
        'a plain purchase',
      );
      wantsSame(result.incomplete, [], 'every wish carried out');
      await assertCharged(stage, 'registerDomain', result);
      const held = await registrar.getDomain({ domain });
      wantsSame(held.status, 'active', 'the domain in use');
      wants(held.owned !== false, 'the domain to be the account’s own', held);
      const today = new Date().toISOString().slice(0, 10);
      wants(
        held.expiresOn === undefined || Math.abs(yearsBetween(today, held.expiresOn) - 2) < 0.02,
        'an expiry two years from now, or none where the vendor states none',
        held.expiresOn,
      );
      const delegation = await registrar.getNameservers({ domain });
      wantsSame([...delegation.nameservers].sort(), nameservers, 'the name servers of the order');
    },
  ),
  renewDomain: scenario(
    'renewDomain moves the expiry by the years ordered, and charges the account once',
    { operations: ['renewDomain', 'getDomain'], situations: ['domain-ours'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const before = await registrar.getDomain({ domain });
      const { expiresOn: expectedExpiresOn = '' } = before;
      const order = { domain, years: 1, expectedExpiresOn, price: 'listed' } as const;
      const result = await registrar.renewDomain(order);
      wantsSame(
        [result.status, result.domain, result.years, result.previousExpiresOn],
        ['done', domain, 1, expectedExpiresOn],
        'the renewal of this domain from this date',
      );
      await assertCharged(stage, 'renewDomain', result);
      const after = await registrar.getDomain({ domain });
      const wanted = before.expiresOn === undefined ? undefined : addYears(before.expiresOn, 1);
      wantsSame(after.expiresOn, wanted, 'the expiry a year later');
      const late = registrar.renewDomain({ ...order, years: 2 });
      await refusalOf(
        late,
        'INVALID_DOMAIN_STATE',
        'the domain was renewed since its date was read',
      );
      await assertCharges(stage, 'renewDomain', 1);
    },
  ),
  restoreDomain: scenario(
    'restoreDomain brings a domain back out of redemption, and nothing that has not expired',
    {
      operations: ['restoreDomain', 'getDomain', 'quote'],
      situations: ['domain-in-redemption', 'domain-ours', 'domain-elsewhere', 'name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      const price = await registrar.quote({ operation: 'restoreDomain', domain });
      const needless = registrar.restoreDomain({ domain, price });
      await refusalOf(needless, 'INVALID_DOMAIN_STATE', 'an active domain needs no restore');
      const order = await anOrder(stage, 'restoreDomain', 'lost-harbour');
      const result = await order.place(registrar);
      await assertCharged(stage, 'restoreDomain', result);
      const { status } = await registrar.getDomain({ domain: order.domain });
      wants(
        status === 'active' || status === 'restoring',
        'the domain back, or on its way',
        status,
      );
    },
  ),
  transferDomain: scenario(
    'transferDomain starts a transfer that is pending until the domain is here',
    {
      operations: ['transferDomain', 'getOperation', 'getDomain'],
      situations: ['domain-elsewhere'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode, complete } = await stage.bring('domain-elsewhere', {
        label: 'far-harbour',
      });
      stage.witness.secrets.push(authCode);
      const result = await registrar.transferDomain({ domain, authCode, price: 'listed' });
      wantsSame([result.status, result.domain], ['pending', domain], 'a transfer that takes days');
      await assertCharged(stage, 'transferDomain', result);
      await complete();
      const state = await registrar.getOperation({ operation: result.operation });
      wantsSame(state.status, 'done', 'the purchase to be done once the domain is here');
      const held = await registrar.getDomain({ domain });
      wantsSame(held.status, 'active', 'the domain in the account');
      await assertCharges(stage, 'transferDomain', 1);
    },
  ),
  deleteDomain: scenario(
    'deleteDomain ends a domain',
    { operations: ['deleteDomain', 'syncDomain'], situations: ['domain-ours'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('domain-ours', { label: 'own-harbour' });
      await registrar.deleteDomain({ domain });
      const { status } = await registrar.syncDomain({ domain });
      wants(status !== 'active', 'a domain that is leaving or gone', status);
    },
  ),
  getOperation: scenario(
    'getOperation tells what became of a purchase, in another process too',
    { operations: ['getOperation', 'registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      const bought = await order.place(stage.registrar);
      const { operation } = JSON.parse(JSON.stringify(bought)) as RegisterDomainResult;
      const elsewhere = await stage.another();
      const state = await elsewhere.getOperation({ operation });
      wantsSame(state.status, 'done', 'the purchase on record');
      const known = state.status === 'done' ? state.result.operation.id : undefined;
      wantsSame(known, operation.id, 'the purchase that was asked for');
      const unknown = elsewhere.getOperation({ operation: { ...operation, id: 'another' } });
      await refusalOf(unknown, 'INVALID_INPUT', 'no such order is in the journal');
    },
  ),
  waitForOperation: scenario(
    'waitForOperation tells of each look, and ends when the transfer has',
    { operations: ['waitForOperation', 'transferDomain'], situations: ['domain-elsewhere'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain, authCode, complete } = await stage.bring('domain-elsewhere', {
        label: 'far-harbour',
      });
      stage.witness.secrets.push(authCode);
      const order = { domain, authCode, price: 'listed' } as const;
      const { operation } = await registrar.transferDomain(order);
      const looks: string[] = [];
      const state = await registrar.waitForOperation({
        operation,
        maxPauseMs: 1000,
        onProgress: ({ status }) => {
          looks.push(status);
          if (looks.length === 1) void complete();
        },
      });
      wantsSame([state.status, looks], ['done', ['pending', 'done']], 'each look, and the end');
      await assertCharges(stage, 'transferDomain', 1);
    },
  ),
  reconcileOperation: scenario(
    'reconcileOperation leaves a settled purchase as it is, and sends no order',
    { operations: ['reconcileOperation', 'registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      const { operation } = await order.place(stage.registrar);
      const elsewhere = await stage.another();
      const state = await elsewhere.reconcileOperation({ operation });
      wantsSame(state.status, 'done', 'the purchase as it was recorded');
      await assertCharges(stage, 'registerDomain', 1);
    },
  ),
};

/** Orders that take longer. */
export const pendingScenarios = [
  scenario(
    'calls a registration pending that is paid and not active yet, and done once it is',
    { operations: ['registerDomain', 'getOperation'], situations: ['registration-pending'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain, complete, ...wanted } = await stage.bring('registration-pending', {
        label: 'slow-harbour',
      });
      const { contacts = someContacts, tldAttributes = {} } = wanted;
      const order = { domain, years: 1, contacts, tldAttributes, price: 'listed' } as const;
      const { status, operation } = await registrar.registerDomain(order);
      const before = await registrar.getOperation({ operation });
      wantsSame([status, before.status], ['pending', 'pending'], 'a registration under way');
      await complete();
      const after = await registrar.getOperation({ operation });
      wantsSame(after.status, 'done', 'the registration once it is active');
      await assertCharges(stage, 'registerDomain', 1);
    },
  ),
];

/** The result, the ledger and each other. */
async function assertCharged(
  stage: Pick<Stage, 'purchases'>,
  kind: PricedOperation,
  { charged }: { readonly charged?: unknown },
): Promise<void> {
  const [purchase, ...more] = await stage.purchases(kind);
  wants(purchase !== undefined && more.length === 0, 'one charge for one order', more);
  if (charged === undefined) return;
  const isTrue = isMoney(charged) && compareMoney(charged, purchase.amount) === 0;
  wants(isTrue, `a charge of ${purchase.amount.amount}, as the vendor took, or none`, charged);
}

async function assertCharges(
  stage: Pick<Stage, 'purchases'>,
  kind: PricedOperation,
  count: number,
): Promise<void> {
  const purchases = await stage.purchases(kind);
  wantsSame(purchases.length, count, 'this many charges');
}

function yearsBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000 / 365.25;
}
