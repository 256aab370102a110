import { describe, expect, it, test } from '@jest/globals';
import { isRegistrarError, parseCalendarDate, type PaidCallOptions } from '@registrar-kit/core';
import { aWholeShop, lostAnswer, renewal, restore, type Shop } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

/** A shop whose domain has expired: a renewal brings it back, and so does a restore. */
function lapsed(): Shop {
  const shop = aWholeShop();
  shop.driver.own('example.com', { status: 'expired' });
  return shop;
}

type Kind = 'renewDomain' | 'restoreDomain';
const both: readonly (readonly [Kind, Kind])[] = [
  ['renewDomain', 'restoreDomain'],
  ['restoreDomain', 'renewDomain'],
];

function order(shop: Shop, kind: Kind, options?: PaidCallOptions): Promise<unknown> {
  return kind === 'renewDomain'
    ? shop.another().renewDomain(renewal, options)
    : shop.another().restoreDomain(restore, options);
}

const sent = ({ driver }: Shop): number =>
  driver.count('renewDomain') + driver.count('restoreDomain');

describe('a lapsed domain', () => {
  test.each(both)('is paid once when a %s and a %s are asked for together', async (...kinds) => {
    const shop = lapsed();
    shop.driver.course = async (commit) => {
      await shop.clock.delay(5000);
      return commit();
    };
    const orders = Promise.allSettled(kinds.map((kind) => order(shop, kind)));
    await shop.clock.advance(60_000);
    expect((await orders).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(sent(shop)).toBe(1);
  });

  test.each(both)(
    'whose %s got no answer gets no %s until that is settled',
    async (lost, other) => {
      const shop = lapsed();
      shop.driver.course = async (_, call) => {
        throw lostAnswer(call);
      };
      const error = await rejectionOf(order(shop, lost));
      const operation = isRegistrarError(error, 'OUTCOME_UNKNOWN') ? error.handle : undefined;
      shop.driver.course = async (commit) => commit();
      // However long ago it was.
      await shop.clock.advance(40 * 86_400_000);
      expect(await rejectionOf(order(shop, other))).toMatchObject({
        code: 'OUTCOME_UNKNOWN',
        handle: operation,
      });
      expect(sent(shop)).toBe(1);
      // Otherwise the date that the one moves would prove the other.
      expect(await shop.registrar.reconcileOperation({ operation: operation! })).toEqual({
        status: 'unknown',
      });
      // It was executed late.
      const expiresOn = parseCalendarDate('2027-06-01');
      shop.driver.own('example.com', { status: 'active', expiresOn });
      expect(await rejectionOf(order(shop, other))).toMatchObject({ code: 'INVALID_DOMAIN_STATE' });
      expect(sent(shop)).toBe(1);
      const state = await shop.registrar.reconcileOperation({ operation: operation! });
      expect(state).toMatchObject({ status: 'done' });
      expect(await shop.rows()).toMatchObject([{ kind: lost, state: { status: 'done' } }]);
    },
  );

  test.each(both)(
    'is not paid by a %s and a %s while it still shows the old state',
    async (first, second) => {
      const shop = lapsed();
      shop.driver.course = async () => ({ status: 'done' });
      await order(shop, first);
      const error = await rejectionOf(order(shop, second));
      expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toContain(
        first === 'renewDomain' ? 'was just renewed from 2026-06-01' : 'was just restored',
      );
      expect(sent(shop)).toBe(1);
    },
  );

  it('that was renewed is not restored because only its date has moved', async () => {
    const shop = lapsed();
    await order(shop, 'renewDomain');
    const expiresOn = parseCalendarDate('2027-06-01');
    shop.driver.own('example.com', { status: 'expired', expiresOn });
    await rejectionOf(order(shop, 'restoreDomain'));
    expect(sent(shop)).toBe(1);
  });

  it('can be restored when it is in redemption, which no renewal can have just ended', async () => {
    const shop = lapsed();
    await order(shop, 'renewDomain');
    shop.driver.own('example.com', { status: 'redemption' });
    await order(shop, 'restoreDomain');
    expect(sent(shop)).toBe(2);
  });

  it('can be renewed once its restore is over, whether that moved the date or not', async () => {
    for (const date of ['2026-06-01', '2027-06-01']) {
      const shop = lapsed();
      await order(shop, 'restoreDomain');
      shop.driver.own('example.com', { expiresOn: parseCalendarDate(date) });
      await shop.registrar.renewDomain({ ...renewal, expectedExpiresOn: date });
      expect(sent(shop)).toBe(2);
    }
  });
});
