import { anOrder, someContacts, startOf, verdictOf } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import type { Stage } from '../stage.js';
import { refusalOf, wants, wantsSame } from '../wants.js';
import { pricedOperations, type PricedOperation } from '@registrar-kit/core';

/** The same order again, at once or later. */
export const repetitionScenarios = [
  ...pricedOperations.map((kind) =>
    scenario(
      `answers a repeated ${kind} with the recorded result, in another process too, and charges once`,
      { operations: [kind], situations: [startOf[kind]] },
      async (stage) => {
        const order = await anOrder(stage, kind, 'repeated-order');
        const options = { idempotencyKey: 'invoice 1' };
        const first = await order.place(stage.registrar, options);
        const elsewhere = await stage.another();
        for (const registrar of [stage.registrar, elsewhere]) {
          const again = await order.place(registrar, options);
          wantsSame(
            [again.replayed, again.operation.id, again.charged],
            [true, first.operation.id, first.charged],
            'the result of the first call',
          );
        }
        wantsSame(first.replayed, false, 'a first result that is none of an earlier call');
        await assertChargedOnce(stage, kind);
      },
    ),
  ),
  ...pricedOperations.map((kind) =>
    scenario(
      `charges one of several ${kind} calls that go out at once under one key`,
      { operations: [kind], situations: [startOf[kind]] },
      async (stage) => {
        const order = await anOrder(stage, kind, 'double-click');
        const elsewhere = await stage.another();
        const options = { idempotencyKey: 'one click' };
        const shops = [stage.registrar, elsewhere, stage.registrar, elsewhere];
        const results = await Promise.all(shops.map((shop) => order.place(shop, options)));
        const ids = new Set(results.map(({ operation }) => operation.id));
        const fresh = results.filter(({ replayed }) => !replayed);
        wantsSame([ids.size, fresh.length], [1, 1], 'one order, and its result for all');
        await assertChargedOnce(stage, kind);
      },
    ),
  ),
  scenario(
    'charges one of several orders that go out at once under no key or under several',
    { operations: ['registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'double-click');
      const elsewhere = await stage.another();
      const keys = [{}, {}, { idempotencyKey: 'one' }, { idempotencyKey: 'two' }];
      const verdicts = await Promise.all(
        keys.map((key, index) =>
          verdictOf(order.place(index % 2 === 0 ? stage.registrar : elsewhere, key)),
        ),
      );
      const isSold = verdicts.some(({ outcome }) => outcome === 'bought');
      wants(isSold, 'one of them to be carried out', verdicts);
      await assertChargedOnce(stage, 'registerDomain');
    },
  ),
  scenario(
    'refuses a key that names another order, and sends nothing',
    { operations: ['registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const options = { idempotencyKey: 'invoice 1' };
      const order = await anOrder(stage, 'registerDomain', 'first-harbour');
      await order.place(registrar, options);
      const { domain } = await stage.bring('name-free', { label: 'second-harbour' });
      const other = { domain, years: 1, contacts: someContacts, price: 'listed' } as const;
      const call = registrar.registerDomain(other, options);
      await refusalOf(call, 'INVALID_INPUT', 'one key names one order');
      await assertChargedOnce(stage, 'registerDomain');
    },
  ),
  scenario(
    'refuses to buy without a journal, says which there are, and sends nothing',
    { operations: ['registerDomain'], situations: ['name-free'] },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      const registrar = await stage.withoutJournal();
      const before = stage.requests();
      const call = order.place(registrar);
      const error = await refusalOf(
        call,
        'CONFIGURATION_INVALID',
        'a lost answer could be paid twice',
      );
      wants(error.message.includes('volatileJournal'), 'the choices', error.message);
      wantsSame([stage.requests(), await stage.purchases()], [before, []], 'nothing sent');
    },
  ),
];

async function assertChargedOnce(
  stage: Pick<Stage, 'purchases'>,
  kind: PricedOperation,
): Promise<void> {
  wantsSame((await stage.purchases(kind)).length, 1, 'one charge');
}
