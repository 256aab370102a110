import { describe, expect, it, test } from '@jest/globals';
import {
  isRegistrarError,
  money,
  parseCalendarDate,
  parseDomainName,
  TransportError,
  type Domain,
  type DomainStatus,
  type OperationHandle,
} from '@registrar-kit/core';
import { aWholeShop, lostAnswer, restore, type Shop } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

/** A shop that holds the domain in redemption. */
function lapsed(changes: Partial<Domain> = {}): Shop {
  const shop = aWholeShop();
  shop.driver.own('example.com', { status: 'redemption', ...changes });
  return shop;
}

async function unknownOutcome(call: Promise<unknown>): Promise<OperationHandle> {
  const error = await rejectionOf(call);
  expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', effect: 'unknown' });
  return (error as { handle: OperationHandle }).handle;
}

describe('restoreDomain', () => {
  test.each<DomainStatus>(['redemption', 'expired'])(
    'sends one order for a domain in %s, after a look and at the price of one restore',
    async (status) => {
      const shop = lapsed({ status });
      const result = await shop.registrar.restoreDomain(restore);
      expect(shop.driver.log.map(({ operation, call }) => [operation, call.retry])).toEqual([
        ['getDomain', 'read'],
        ['quote', 'read'],
        ['restoreDomain', 'never'],
      ]);
      expect(shop.driver.log[1]?.request).toEqual({
        operation: 'restoreDomain',
        domain: 'example.com',
        years: 1,
      });
      expect(shop.driver.log[2]?.request).toEqual({
        domain: 'example.com',
        expiresOn: '2026-06-01',
        reading: expect.objectContaining({ price: money('10.00', 'USD') }),
      });
      expect(result).toEqual({
        status: 'done',
        operation: {
          id: result.operation.id,
          provider: 'test-registrar',
          environment: 'test',
          kind: 'restoreDomain',
          domain: 'example.com',
          vendorRef: 'restore-1',
        },
        charged: money('10.00', 'USD'),
        recovered: false,
        replayed: false,
        incomplete: [],
        domain: 'example.com',
        expiresOn: '2027-06-01',
      });
      expect(await shop.rows()).toMatchObject([
        { guard: { statusBefore: status, expiresOn: '2026-06-01', years: 1 } },
      ]);
    },
  );

  it('restores where the provider states no date', async () => {
    const shop = aWholeShop();
    const domain = parseDomainName('example.com');
    shop.driver.domains.set(domain, { domain, unicode: domain, status: 'redemption' });
    const result = await shop.registrar.restoreDomain(restore);
    expect(result).not.toHaveProperty('previousExpiresOn');
    expect(shop.driver.log[2]?.request).toMatchObject({ expiresOn: undefined });
    const [row] = await shop.rows();
    expect(row?.guard).toEqual({ statusBefore: 'redemption', years: 1 });
  });

  test.each<[DomainStatus, RegExp]>([
    ['active', /is active, so there is nothing to restore; renewDomain extends it/],
    ['restoring', /a restore of the domain is under way already/],
    ['deleted', /is deleted, and only one that has expired or is in redemption/],
    ['transferred_away', /is transferred_away/],
    ['unknown', /is unknown/],
  ])('does not order for a domain that is %s', async (status, words) => {
    const shop = lapsed({ status });
    const error = await rejectionOf(shop.registrar.restoreDomain(restore));
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toMatch(words);
    expect(error).toMatchObject({ state: status, effect: 'none' });
    expect(shop.driver.operations).toEqual(['getDomain']);
    expect(await shop.rows()).toEqual([]);
  });

  it('does not order what is not here', async () => {
    const shop = aWholeShop();
    const error = await rejectionOf(shop.registrar.restoreDomain(restore));
    expect(isRegistrarError(error, 'DOMAIN_NOT_FOUND')).toBe(true);
  });

  it('has no listed price, and says what to give instead', async () => {
    const shop = lapsed();
    const call = shop.registrar.restoreDomain({ ...restore, price: 'listed' } as never);
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual([
      {
        path: 'price',
        problem: 'is "listed", and a restore has no listed price',
        cure: 'ask for a quote and give it, or { atMost: { amount: "90.00", currency: "USD" } }',
      },
    ]);
    expect(shop.driver.log).toEqual([]);
  });

  it('takes a quote for exactly this order', async () => {
    const shop = lapsed();
    const price = await shop.registrar.quote({ operation: 'restoreDomain', domain: 'example.com' });
    expect(await shop.registrar.restoreDomain({ ...restore, price })).toMatchObject({
      status: 'done',
    });
    const other = await shop.registrar.quote({ operation: 'renewDomain', domain: 'example.com' });
    const error = await rejectionOf(
      shop.registrar.restoreDomain({ domain: 'other.com', price: other }),
    );
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
  });

  it('does not order at a higher price', async () => {
    const shop = lapsed();
    shop.driver.price = money('10.01', 'USD');
    const error = await rejectionOf(shop.registrar.restoreDomain(restore));
    expect(isRegistrarError(error, 'PRICE_CHANGED')).toBe(true);
    expect(shop.driver.count('restoreDomain')).toBe(0);
  });

  it('tells what a dry run would cost', async () => {
    const shop = lapsed();
    expect(await shop.registrar.restoreDomain(restore, { dryRun: true })).toMatchObject({
      status: 'not_sent',
      quote: { operation: 'restoreDomain', years: 1, price: money('10.00', 'USD') },
    });
    expect(await shop.rows()).toEqual([]);
  });

  it('is told apart from a renewal under the same key', async () => {
    const shop = lapsed();
    const options = { idempotencyKey: 'order-7' };
    await shop.registrar.restoreDomain(restore, options);
    const error = await rejectionOf(
      shop.registrar.renewDomain(
        { domain: 'example.com', years: 1, expectedExpiresOn: '2027-06-01', price: 'listed' },
        options,
      ),
    );
    expect(isRegistrarError(error, 'INVALID_INPUT')).toBe(true);
  });
});

describe('the same restore again', () => {
  it('gives the recorded result, in another process too', async () => {
    const shop = lapsed();
    const first = await shop.registrar.restoreDomain(restore);
    const asked = shop.driver.log.length;
    expect(await shop.another().restoreDomain(restore)).toEqual({ ...first, replayed: true });
    expect(shop.driver.log).toHaveLength(asked);
  });

  it('under another key is refused while the provider still shows the old state', async () => {
    const shop = lapsed();
    shop.driver.course = async () => ({ status: 'done' });
    await shop.registrar.restoreDomain(restore, { idempotencyKey: 'first' });
    const again = shop.another().restoreDomain(restore, { idempotencyKey: 'second' });
    const error = await rejectionOf(again);
    expect(isRegistrarError(error, 'INVALID_DOMAIN_STATE') && error.message).toContain(
      'was just restored by another order',
    );
    expect(shop.driver.count('restoreDomain')).toBe(1);
    expect(await shop.rows()).toHaveLength(1);
  });

  it('is refused as well where the date has moved and the state has not followed yet', async () => {
    const shop = lapsed();
    await shop.registrar.restoreDomain(restore, { idempotencyKey: 'first' });
    const expiresOn = parseCalendarDate('2027-06-01');
    shop.driver.own('example.com', { status: 'redemption', expiresOn });
    const again = shop.another().restoreDomain(restore, { idempotencyKey: 'second' });
    expect(await rejectionOf(again)).toMatchObject({ code: 'INVALID_DOMAIN_STATE' });
    expect(shop.driver.count('restoreDomain')).toBe(1);
  });

  it('is sent once, even when two keys looked before either paid', async () => {
    const shop = lapsed();
    const both = Promise.allSettled([
      shop.registrar.restoreDomain(restore, { idempotencyKey: 'first' }),
      shop.another().restoreDomain(restore, { idempotencyKey: 'second' }),
    ]);
    await shop.clock.advance(1000);
    expect((await both).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(shop.driver.count('restoreDomain')).toBe(1);
  });

  it('is a new order where the domain lapsed again', async () => {
    const shop = lapsed();
    await shop.registrar.restoreDomain(restore, { idempotencyKey: 'first' });
    const expiresOn = parseCalendarDate('2027-06-01');
    await shop.clock.advance(86_400_000);
    shop.driver.own('example.com', { status: 'expired', expiresOn });
    expect(await shop.registrar.restoreDomain(restore, { idempotencyKey: 'second' })).toMatchObject(
      { replayed: false, expiresOn: '2028-06-01' },
    );
  });

  it('is free to go after a refusal', async () => {
    const shop = lapsed();
    shop.driver.course = async (_, call) => {
      throw new TransportError({ ...call.origin, detail: 'refused', phase: 'not_sent' });
    };
    await rejectionOf(shop.registrar.restoreDomain(restore));
    expect(await shop.rows()).toEqual([]);
    shop.driver.course = async (commit) => commit();
    expect(await shop.registrar.restoreDomain(restore)).toMatchObject({ replayed: false });
  });
});

describe('a lost answer to a restore', () => {
  /** The order is sent from `before`, and its answer is lost; the domain is then read as `after`. */
  async function outcomeOf(before: Partial<Domain>, after: Partial<Domain>): Promise<unknown> {
    const shop = lapsed(before);
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const operation = await unknownOutcome(shop.registrar.restoreDomain(restore));
    shop.driver.own('example.com', after);
    const state = await shop.another().reconcileOperation({ operation });
    expect(shop.driver.count('restoreDomain')).toBe(1);
    return 'result' in state ? state.result : state;
  }
  const on = (date: string) => ({ expiresOn: parseCalendarDate(date) });

  test.each<[string, Partial<Domain>, Partial<Domain>, string]>([
    ['active again', {}, { status: 'active' }, 'done'],
    ['active after it had expired', { status: 'expired' }, { status: 'active' }, 'done'],
    ['being restored', {}, { status: 'restoring' }, 'pending'],
    [
      'renewed for the year, not out yet',
      {},
      { status: 'redemption', ...on('2027-05-30') },
      'pending',
    ],
    ['moved by too few days', {}, { status: 'redemption', ...on('2027-05-29') }, 'unknown'],
    ['still in redemption', {}, { status: 'redemption' }, 'unknown'],
    ['on hold', {}, { status: 'on_hold' }, 'unknown'],
    ['active and of somebody else', {}, { status: 'active', owned: false }, 'unknown'],
    ['deleted', {}, { status: 'deleted' }, 'unknown'],
  ])('%s: proof or not', async (_, before, after, status) => {
    expect(await outcomeOf(before, after)).toMatchObject({ status });
  });

  it('is settled at once when the reading shows it', async () => {
    const shop = lapsed();
    shop.driver.course = async (commit, call) => {
      commit();
      throw lostAnswer(call);
    };
    const result = await shop.registrar.restoreDomain(restore);
    expect(result).toMatchObject({ status: 'done', recovered: true, expiresOn: '2027-06-01' });
    expect(result).not.toHaveProperty('charged');
    expect(await shop.registrar.restoreDomain(restore)).toEqual({ ...result, replayed: true });
  });

  it('never leads to a second order', async () => {
    const shop = lapsed();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const handle = await unknownOutcome(shop.registrar.restoreDomain(restore));
    shop.driver.course = async (commit) => commit();
    for (const idempotencyKey of [undefined, 'another']) {
      const options = idempotencyKey === undefined ? {} : { idempotencyKey };
      expect(await unknownOutcome(shop.another().restoreDomain(restore, options))).toEqual(handle);
    }
    expect(shop.driver.count('restoreDomain')).toBe(1);
  });
});

describe('a restore that the registry takes its time for', () => {
  it('is done once the domain is out', async () => {
    const shop = lapsed();
    shop.driver.course = async () => {
      shop.driver.own('example.com', { status: 'restoring' });
      return { status: 'pending', charged: money('10.00', 'USD') };
    };
    const { status, operation } = await shop.registrar.restoreDomain(restore);
    expect(status).toBe('pending');
    const state = () => shop.registrar.getOperation({ operation });
    expect(await state()).toMatchObject({ status: 'pending' });
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-06-01') });
    expect(await state()).toMatchObject({
      status: 'done',
      result: {
        recovered: false,
        charged: money('10.00', 'USD'),
        expiresOn: '2027-06-01',
      },
    });
    expect((await shop.rows())[0]?.state).toMatchObject({
      status: 'done',
      charged: money('10.00', 'USD'),
    });
  });
});
