import { anOrder, someContacts } from '../orders.js';
import { scenario } from '../registrar-scenario.js';
import { refusalOf, settledOf, wants, wantsSame } from '../wants.js';

/** Settings that are wished beside a purchase. */
export const wishScenarios = [
  scenario(
    'carries out what is wished beside a registration',
    {
      operations: ['registerDomain', 'getLock', 'getPrivacy', 'setLock', 'setPrivacy'],
      situations: ['name-free'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const wishes = { privacy: true, lock: true };
      const order = {
        domain,
        years: 1,
        contacts: someContacts,
        price: 'listed',
        ...wishes,
      } as const;
      const { incomplete } = await registrar.registerDomain(order);
      wantsSame(incomplete, [], 'nothing left open');
      const { locked } = await registrar.getLock({ domain });
      const { privacy } = await registrar.getPrivacy({ domain });
      wantsSame([locked, privacy], [true, true], 'the lock and the privacy that were wished');
    },
  ),
  scenario(
    'keeps a purchase when a wish beside it fails, tells which, and lets it be made up for',
    {
      operations: ['registerDomain', 'getLock', 'getPrivacy', 'setLock', 'setPrivacy'],
      situations: ['name-free', 'html-page'],
      // Some registrars take wishes with the order.
      mayMiss: true,
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      for (const operation of ['setLock', 'setPrivacy'] as const)
        await stage.bring('html-page', { operation });
      const wishes = { privacy: true, lock: true };
      const order = {
        domain,
        years: 1,
        contacts: someContacts,
        price: 'listed',
        ...wishes,
      } as const;
      const result = await registrar.registerDomain(order);
      wantsSame(result.status, 'done', 'a purchase that no wish can turn into a failure');
      const open = result.incomplete.map(({ setting }) => setting);
      const unstruck = stage.unstruck()?.flatMap(({ operation }) => operation);
      if (unstruck !== undefined) {
        const failed = [
          ...(unstruck.includes('setPrivacy') ? [] : ['privacy']),
          ...(unstruck.includes('setLock') ? [] : ['lock']),
        ];
        wantsSame(open, failed, 'the wishes told as left open whose requests failed, and no other');
      }
      for (const { error } of result.incomplete)
        wants(error.message !== '', 'why a wish failed', error);
      const { locked } = await registrar.getLock({ domain });
      const { privacy } = await registrar.getPrivacy({ domain });
      wantsSame(
        [locked || open.includes('lock'), privacy || open.includes('privacy')],
        [true, true],
        'every wish to be true, or told as left open',
      );
      const again = await registrar.registerDomain(order);
      wantsSame([again.replayed, again.incomplete], [true, []], 'the rest carried out');
      wantsSame((await registrar.getLock({ domain })).locked, true, 'the lock that was wished');
      wantsSame((await stage.purchases('registerDomain')).length, 1, 'one charge');
    },
  ),
  scenario(
    'keeps a purchase when its ending does not permit a wish beside it, and tells which',
    {
      operations: ['registerDomain', 'getPrivacy', 'setPrivacy'],
      situations: ['name-without-privacy'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-without-privacy', { label: 'new-harbour' });
      const order = { domain, years: 1, contacts: someContacts, price: 'listed' } as const;
      const result = await registrar.registerDomain({ ...order, privacy: true });
      const open = result.incomplete.map(({ setting }) => setting);
      wantsSame([result.status, open], ['done', ['privacy']], 'the purchase, and the wish open');
      wantsSame((await stage.purchases('registerDomain')).length, 1, 'one charge');
    },
  ),
  scenario(
    'buys at no other price than agreed, or tells by how much the charge exceeds it',
    {
      operations: ['registerDomain', 'quote'],
      situations: ['name-free', 'charged-more'],
    },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'new-harbour' });
      const price = await registrar.quote({ operation: 'registerDomain', domain });
      await stage.bring('charged-more', { operation: 'registerDomain', domain });
      const order = { domain, years: 1, contacts: someContacts, price };
      const call = registrar.registerDomain(order);
      if ((await settledOf(call)).status === 'failed') {
        // Registrars that want the price repeated.
        await refusalOf(call, 'PRICE_CHANGED', 'the price is another one now');
        wantsSame(await stage.purchases(), [], 'nothing bought at a price that was not agreed');
        return;
      }
      const { charged, exceededConsent } = await call;
      const [purchase] = await stage.purchases('registerDomain');
      wants(purchase !== undefined, 'the order carried out', purchase);
      if (charged === undefined) return;
      const { amount } = purchase;
      wantsSame(Number(charged.amount), Number(amount.amount), 'the amount that was taken');
      const excess = Number(amount.amount) - Number(price.price.amount);
      const told = Number(exceededConsent?.amount);
      wants(
        Math.abs(told - excess) < 0.000_001,
        `an excess of ${excess.toFixed(2)}`,
        exceededConsent,
      );
    },
  ),
  scenario(
    'says that a name was sold to somebody else while it was being ordered',
    { operations: ['registerDomain', 'quote'], situations: ['name-free', 'sold-meanwhile'] },
    async (stage) => {
      const order = await anOrder(stage, 'registerDomain', 'new-harbour');
      const { domain } = order;
      await stage.bring('sold-meanwhile', { domain });
      const error = await refusalOf(
        order.place(stage.registrar),
        'DOMAIN_UNAVAILABLE',
        'somebody else was faster',
      );
      wantsSame([error.domain, error.effect], [domain, 'none'], 'that nothing was bought');
      wantsSame(await stage.purchases(), [], 'no charge');
      wantsSame(await stage.rows(), [], 'no order left on record, so that its key is free');
    },
  ),
];
