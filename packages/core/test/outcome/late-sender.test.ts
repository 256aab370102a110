import { describe, expect, it, jest } from '@jest/globals';
import { parseCalendarDate, settleTimeMs, TransportError } from '@registrar-kit/core';
import { aShop, lostAnswer, registration, renewal, type Shop } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

const options = { idempotencyKey: 'order-7' };
const unknown = { code: 'OUTCOME_UNKNOWN', effect: 'unknown' };
const aDayMs = 24 * 60 * 60 * 1000;

/** A first sender that stands still while it sends, and is taken for dead; whoever repeats the order loses the answer too. */
async function sentAgainBehindItsBack(): Promise<{
  readonly shop: Shop;
  readonly first: Promise<unknown>;
  /** What the first sender hears when it moves again. */
  readonly wake: (answer: 'refused' | 'done') => Promise<void>;
}> {
  const shop = aShop();
  let go: (answer: 'refused' | 'done') => void = () => undefined;
  const answer = new Promise<'refused' | 'done'>((resolve) => {
    go = resolve;
  });
  shop.driver.course = async (commit, call) => {
    if ((await answer) === 'done') return commit();
    throw new TransportError({ ...call.origin, detail: 'no way out', phase: 'not_sent' });
  };
  const first = shop.registrar
    .registerDomain(registration, { ...options, timeoutMs: aDayMs })
    .catch((error: unknown) => error);
  await shop.clock.advance(0);
  const beat = jest.spyOn(shop.journal, 'extendLease').mockResolvedValue();
  await shop.clock.advance(shop.journal.leaseMs);
  const again = (): Promise<unknown> => shop.another().registerDomain(registration, options);
  await rejectionOf(again());
  await shop.clock.advance(settleTimeMs);
  shop.driver.course = async (_, call) => {
    throw lostAnswer(call);
  };
  await rejectionOf(again());
  beat.mockRestore();
  const wake = async (how: 'refused' | 'done'): Promise<void> => {
    go(how);
    await shop.clock.advance(0);
  };
  return { shop, first, wake };
}

describe('a sender that was taken for dead, and whose order was sent again since', () => {
  it('cannot free the key by its own refusal, nor calls the order refused', async () => {
    const { shop, first, wake } = await sentAgainBehindItsBack();
    const [before] = await shop.rows();
    expect(before).toMatchObject({ again: {}, state: { status: 'unknown' } });
    await wake('refused');
    expect(await first).toMatchObject(unknown);
    expect(await shop.rows()).toEqual([before]);
    // The registrar executes the second sending late: the key still finds it.
    shop.driver.own('example.com');
    expect(await shop.another().registerDomain(registration, options)).toMatchObject({
      status: 'done',
      recovered: true,
    });
  });

  it('records what it knows to be executed', async () => {
    const { shop, first, wake } = await sentAgainBehindItsBack();
    await wake('done');
    expect(await first).toMatchObject({ status: 'done' });
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
  });

  it('records it also when the journal could not be told at once', async () => {
    const { shop, first, wake } = await sentAgainBehindItsBack();
    const settle = jest.spyOn(shop.journal, 'settle').mockRejectedValue(new Error('gone'));
    await wake('done');
    expect(await first).toMatchObject({ status: 'done' });
    settle.mockRestore();
    shop.driver.domains.clear();
    expect(await shop.registrar.registerDomain(registration, options)).toMatchObject({
      status: 'done',
      replayed: true,
    });
  });
});

describe('a renewal that was executed late, and ordered again from the date that it brought', () => {
  const lateRenewal = async (): Promise<Shop> => {
    const shop = aShop();
    shop.driver.own('example.com');
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.renewDomain(renewal));
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-06-01') });
    shop.driver.course = async (commit) => commit();
    return shop;
  };
  const fromNow = { ...renewal, expectedExpiresOn: '2027-06-01' };

  it('is not paid again before somebody has heard that it was executed', async () => {
    const shop = await lateRenewal();
    const error = await rejectionOf(shop.registrar.renewDomain(fromNow));
    expect(error).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect((error as Error).message).toContain('just renewed from 2026-06-01 by another order');
    expect(shop.driver.count('renewDomain')).toBe(1);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
    // Whoever orders it after that means another year.
    expect(await shop.registrar.renewDomain(fromNow)).toMatchObject({ expiresOn: '2028-06-01' });
  });

  it('is told under its own key to be another order, with the date of the first', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    await shop.registrar.renewDomain(renewal, options);
    const error = await rejectionOf(shop.registrar.renewDomain(fromNow, options));
    expect((error as Error).message).toContain('example.com, 1 years from 2026-06-01');
  });
});

describe('a sender that stood still before it sent', () => {
  /** The order is recorded; the process moves on only when it is told to. */
  async function asleep(): Promise<{
    readonly shop: Shop;
    readonly order: Promise<unknown>;
    readonly wake: () => void;
  }> {
    const shop = aShop();
    shop.driver.own('example.com');
    let wake: () => void = () => undefined;
    const sleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const begin = shop.journal.begin.bind(shop.journal);
    jest.spyOn(shop.journal, 'begin').mockImplementationOnce(async (entry) => {
      const outcome = await begin(entry);
      await sleep;
      return outcome;
    });
    const order = shop.registrar
      .renewDomain(renewal, { ...options, timeoutMs: aDayMs })
      .catch((error: unknown) => error);
    await shop.clock.advance(0);
    return { shop, order, wake };
  }

  it('sends nothing once it was taken for dead', async () => {
    const { shop, order, wake } = await asleep();
    await shop.clock.advance(shop.journal.leaseMs);
    await rejectionOf(shop.another().renewDomain(renewal, options));
    wake();
    expect(await order).toMatchObject({ code: 'TIMEOUT', effect: 'none', retryable: true });
    expect(shop.driver.count('renewDomain')).toBe(0);
    expect(await shop.rows()).toEqual([]);
    expect(await shop.registrar.renewDomain(renewal, options)).toMatchObject({ status: 'done' });
  });

  it('sends nothing once the order was forgotten by testimony, and ordered and lost anew', async () => {
    const { shop, order, wake } = await asleep();
    await shop.clock.advance(shop.journal.leaseMs);
    const other = shop.another();
    await rejectionOf(other.renewDomain(renewal, options));
    const [row] = await shop.rows();
    await shop.clock.advance(settleTimeMs);
    const { operation } = row!;
    await other.reconcileOperation({ operation, witnessed: 'not_executed' });
    expect(await other.renewDomain(renewal, options)).toMatchObject({ status: 'done' });
    wake();
    expect(await order).toMatchObject({ effect: 'none' });
    expect(shop.driver.count('renewDomain')).toBe(1);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
  });

  it('sends when nobody took its place, however long it was', async () => {
    const { shop, order, wake } = await asleep();
    await shop.clock.advance(2 * shop.journal.leaseMs);
    wake();
    expect(await order).toMatchObject({ status: 'done' });
    expect(shop.driver.count('renewDomain')).toBe(1);
  });
});
