import {
  compareMoney,
  pricedOperations,
  type Quote,
  type RegisterDomainInput,
} from '@registrar-kit/core';
import { anOrder, someContacts, startOf } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { refusalOf, wants, wantsSame } from '../wants.js';

/** No money moves without consent, and no more than was agreed. */
export const consentScenarios = [
  ...pricedOperations.map((kind) =>
    scenario(
      `refuses a ${kind} that costs more than agreed, before money moves`,
      { operations: [kind, 'quote'], situations: [startOf[kind]] },
      async (stage) => {
        const cent = ({ price }: Quote) => ({ ...price, amount: '0.01' });
        const order = await anOrder(stage, kind, 'dear-order', (quote) => ({
          atMost: cent(quote),
        }));
        const why = 'one cent was agreed to';
        const error = await refusalOf(order.place(stage.registrar), 'PRICE_CHANGED', why);
        const { agreed, current, effect } = error;
        wantsSame([agreed?.amount, effect], ['0.01', 'none'], 'what was agreed to');
        wants(
          agreed !== undefined && current !== undefined && compareMoney(current, agreed) > 0,
          'the price',
          current,
        );
        await assertNothingBought(stage);
      },
    ),
  ),
  scenario(
    'refuses an amount in another currency',
    { operations: ['registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const atMost = { amount: '5000', currency: 'XAU' };
      const order = await anOrder(stage, 'registerDomain', 'new-harbour', { atMost });
      await refusalOf(
        order.place(stage.registrar),
        'INVALID_INPUT',
        'amounts in two currencies cannot be compared',
      );
      await assertNothingBought(stage);
    },
  ),
  scenario(
    'refuses a quote when the price has changed since, and names the new price',
    { operations: ['registerDomain', 'quote'], situations: ['name-free', 'price-changed'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const price = await registrar.quote({ operation: 'registerDomain', domain });
      const changed = await stage.bring('price-changed', { operation: 'registerDomain', domain });
      const order = { domain, years: 1, contacts: someContacts };
      const call = registrar.registerDomain({ ...order, price });
      const error = await refusalOf(call, 'PRICE_CHANGED', 'the price is another one now');
      wantsSame(error.agreed, price.price, 'what was agreed to');
      const { current } = error;
      wants(
        current !== undefined &&
          compareMoney(current, changed.price ?? current) === 0 &&
          compareMoney(current, price.price) !== 0,
        `the price of now${changed.price === undefined ? '' : `, ${changed.price.amount}`}`,
        current,
      );
      await assertNothingBought(stage);
      const renewed = await registrar.quote({ operation: 'registerDomain', domain });
      const bought = await registrar.registerDomain({ ...order, price: renewed });
      wantsSame(bought.status, 'done', 'the order at the price that was agreed to now');
    },
  ),
  scenario(
    'takes the exact price of a quote',
    { operations: ['registerDomain', 'quote'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const price = await registrar.quote({ operation: 'registerDomain', domain, years: 3 });
      const order = { domain, years: 3, contacts: someContacts, price };
      const result = await registrar.registerDomain(order);
      const [purchase] = await stage.purchases('registerDomain');
      wants(
        purchase !== undefined && compareMoney(purchase.amount, price.price) === 0,
        `a charge of ${price.price.amount}, the price of three years as it was quoted`,
        purchase,
      );
      wantsSame(result.exceededConsent, undefined, 'no more than was agreed');
    },
  ),
  scenario(
    'refuses a quote for another order, or one that is no longer valid',
    { operations: ['registerDomain', 'quote'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const other = await stage.bring('name-free', { label: 'other-harbour' });
      const quote = await registrar.quote({ operation: 'registerDomain', domain });
      const elapsed = new Date(Date.now() - 1000).toISOString();
      const order = { domain, years: 1, contacts: someContacts };
      const wrong: readonly RegisterDomainInput[] = [
        { ...order, ...other, price: quote },
        { ...order, years: 2, price: quote },
        { ...order, price: { ...quote, validUntil: elapsed } },
        { ...order, price: { ...quote, provider: 'another' } },
      ];
      for (const input of wrong)
        await refusalOf(
          registrar.registerDomain(input),
          'INVALID_INPUT',
          'the quote is not for this order, or too old',
        );
      await assertNothingBought(stage);
    },
  ),
  scenario(
    'refuses the listed price for a premium name, and takes its quote',
    { operations: ['registerDomain', 'quote'], situations: ['name-premium'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-premium');
      const order = { domain, years: 1, contacts: someContacts };
      const call = registrar.registerDomain({ ...order, price: 'listed' });
      await refusalOf(call, 'PRICE_CHANGED', 'the name has a price of its own');
      await assertNothingBought(stage);
      const price = await registrar.quote({ operation: 'registerDomain', domain });
      wantsSame(price.premium, true, 'a quote that says so');
      await registrar.registerDomain({ ...order, price });
      await assertPaid(stage, price);
    },
  ),
  scenario(
    'refuses the listed price for a name that is sold early, and takes its quote, fee included',
    { operations: ['registerDomain', 'quote'], situations: ['name-early-access'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-early-access');
      const order = { domain, years: 1, contacts: someContacts };
      const call = registrar.registerDomain({ ...order, price: 'listed' });
      await refusalOf(call, 'PRICE_CHANGED', 'the name costs a fee on top');
      await assertNothingBought(stage);
      const price = await registrar.quote({ operation: 'registerDomain', domain });
      wantsSame(price.earlyAccess, true, 'a quote that says so');
      await registrar.registerDomain({ ...order, price });
      await assertPaid(stage, price);
    },
  ),
  scenario(
    'refuses the listed price for a restore, which has none',
    { operations: ['restoreDomain'], situations: ['domain-in-redemption'] },
    async (stage) => {
      const order = await anOrder(stage, 'restoreDomain', 'lost-harbour', 'listed');
      const call = order.place(stage.registrar);
      await refusalOf(call, 'INVALID_INPUT', 'a restore has no listed price');
      await assertNothingBought(stage);
    },
  ),
  scenario(
    'refuses a name that is taken or not sold before it sends an order',
    {
      operations: ['registerDomain'],
      situations: ['name-taken', 'name-not-sold', 'answer-lost-before-commit'],
      // The failure lies in wait for an order, which would then end otherwise than the price that is read before.
      mayMiss: true,
    },
    async (stage) => {
      await stage.bring('answer-lost-before-commit', { operation: 'registerDomain', times: 2 });
      const taken = await stage.bring('name-taken');
      const unsold = await stage.bring('name-not-sold');
      const order = { years: 1, contacts: someContacts, price: 'listed' } as const;
      const why = 'the name cannot be had, which shows before an order is sent';
      for (const { domain } of [taken, unsold]) {
        const call = stage.registrar.registerDomain({ ...order, domain });
        const error = await refusalOf(call, 'DOMAIN_UNAVAILABLE', why);
        wantsSame(
          [error.domain, error.effect],
          [domain, 'none'],
          'the name, and that nothing was done',
        );
      }
      await assertNothingBought(stage);
    },
  ),
  scenario(
    'says that the balance does not cover an order, and lets it be repeated',
    {
      operations: ['registerDomain'],
      situations: ['name-free', 'balance-too-low'],
    },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      await stage.bring('balance-too-low');
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const call = order.place(stage.registrar);
        const error = await refusalOf(call, 'INSUFFICIENT_FUNDS', 'the account is empty');
        wantsSame([error.status, error.effect], [402, 'none'], 'that nothing was bought');
      }
      await assertNothingBought(stage);
    },
  ),
  scenario(
    'buys nothing on a dry run, and tells what it would cost',
    { operations: ['registerDomain', 'quote'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const { price } = await registrar.quote({ operation: 'registerDomain', domain });
      const order = { domain, years: 1, contacts: someContacts, price: 'listed' } as const;
      const result = await registrar.registerDomain(order, { dryRun: true });
      wantsSame([result.status, result.quote.price], ['not_sent', price], 'the price and no more');
      await assertNothingBought(stage);
      wantsSame(await stage.rows(), [], 'no order on record');
    },
  ),
];

async function assertNothingBought(stage: Pick<Stage, 'purchases'>): Promise<void> {
  wantsSame(await stage.purchases(), [], 'nothing bought');
}

async function assertPaid(stage: Pick<Stage, 'purchases'>, { price }: Quote): Promise<void> {
  const [purchase, ...more] = await stage.purchases();
  wants(
    purchase !== undefined && more.length === 0 && compareMoney(purchase.amount, price) === 0,
    `one charge of ${price.amount}`,
    [purchase, ...more],
  );
}
