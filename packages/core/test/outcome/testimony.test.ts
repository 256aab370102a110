import { describe, expect, it, jest, test } from '@jest/globals';
import {
  isRegistrarError,
  parseCalendarDate,
  settleTimeMs,
  type OperationHandle,
  type OperationState,
  type Testimony,
} from '@registrar-kit/core';
import {
  aShop,
  aWholeShop,
  lostAnswer,
  renewal,
  registration,
  transfer,
  type Shop,
} from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

interface Case extends Shop {
  readonly operation: OperationHandle;
  readonly testify: (witnessed: Testimony) => Promise<OperationState>;
}

/** A renewal whose answer was lost a settle time ago. */
async function aLostRenewal(): Promise<Case> {
  const shop = aShop();
  shop.driver.own('example.com');
  shop.driver.course = async (_, call) => {
    throw lostAnswer(call);
  };
  await rejectionOf(shop.registrar.renewDomain(renewal, { idempotencyKey: 'order-7' }));
  await shop.clock.advance(settleTimeMs);
  shop.driver.course = async (commit) => commit();
  return withTestimony(shop);
}

async function withTestimony(shop: Shop): Promise<Case> {
  const { operation } = (await shop.rows())[0]!;
  const testify = (witnessed: Testimony): Promise<OperationState> =>
    shop.another().reconcileOperation({ operation, witnessed });
  return { ...shop, operation, testify };
}

describe('somebody who saw that an order was not executed', () => {
  it('frees its key and its domain, after a reading that did not find it either', async () => {
    const shop = await aLostRenewal();
    const asked = shop.driver.log.length;
    expect(await shop.testify('not_executed')).toEqual({ status: 'refused' });
    expect(shop.driver.operations.slice(asked)).toEqual(['getDomain']);
    expect(await shop.rows()).toEqual([]);
    expect(shop.events.at(-2)).toMatchObject({
      type: 'journal.recovered',
      operationId: shop.operation.id,
      note: 'the order was settled by testimony: somebody saw that it was not executed',
    });
    const again = await shop.registrar.renewDomain(renewal, { idempotencyKey: 'order-7' });
    expect(again).toMatchObject({ status: 'done', replayed: false });
    expect(shop.driver.count('renewDomain')).toBe(2);
  });

  it('is overruled by a reading, and told so', async () => {
    const shop = await aLostRenewal();
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-06-01') });
    expect(await shop.testify('not_executed')).toMatchObject({
      status: 'done',
      overruled: true,
      result: { recovered: true, expiresOn: '2027-06-01' },
    });
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
  });

  it('is overruled by the record', async () => {
    const shop = aShop();
    await shop.registrar.registerDomain(registration);
    const { testify } = await withTestimony(shop);
    expect(await testify('not_executed')).toMatchObject({ status: 'done', overruled: true });
    expect(await testify('executed')).not.toHaveProperty('overruled');
    expect(await shop.rows()).toHaveLength(1);
  });

  it('is not heard while nothing can be read', async () => {
    const shop = await aLostRenewal();
    shop.driver.getDomain = async (_, call) => {
      throw lostAnswer(call);
    };
    expect(await rejectionOf(shop.testify('not_executed'))).toMatchObject({
      code: 'TRANSPORT_FAILED',
    });
    expect(await shop.rows()).toHaveLength(1);
  });

  it('is heard only when the registrar must be through with it', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.renewDomain(renewal));
    const { testify } = await withTestimony(shop);
    await shop.clock.advance(settleTimeMs - 1);
    const error = await rejectionOf(testify('not_executed'));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      { path: 'witnessed', cure: expect.stringContaining('2026-03-01T12:15:00.000Z') as unknown },
    ]);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
    await shop.clock.advance(1);
    expect(await testify('not_executed')).toEqual({ status: 'refused' });
  });

  it('is refused while the sender may be alive', async () => {
    const shop = aShop();
    shop.driver.course = () => new Promise(() => undefined);
    void shop.registrar.registerDomain(registration).catch(() => undefined);
    await shop.clock.advance(0);
    const { testify } = await withTestimony(shop);
    for (const witnessed of ['executed', 'not_executed'] as const) {
      const error = await rejectionOf(testify(witnessed));
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain('under way');
    }
    jest.spyOn(shop.journal, 'extendLease').mockResolvedValue();
    await shop.clock.advance(shop.journal.leaseMs + settleTimeMs);
    expect(await testify('not_executed')).toEqual({ status: 'refused' });
  });

  it('does not take an order away from whoever sends it again at that moment', async () => {
    const shop = aShop();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.registerDomain(registration));
    await shop.clock.advance(settleTimeMs);
    shop.driver.course = async (commit) => {
      await shop.clock.delay(1000);
      return commit();
    };
    const read = shop.driver.getDomain.bind(shop.driver);
    shop.driver.getDomain = async (domain, call) => {
      const found = read(domain, call);
      // Whoever testifies reads first, and while that lasts the other one begins.
      if (call.origin.operation === 'reconcileOperation') await shop.clock.delay(500);
      return found;
    };
    const { testify } = await withTestimony(shop);
    const testified = rejectionOf(testify('not_executed'));
    const sent = shop.registrar.registerDomain(registration);
    await shop.clock.advance(5000);
    const error = await testified;
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain('under way');
    expect(await sent).toMatchObject({ status: 'done' });
    expect(await shop.rows()).toMatchObject([{ state: { status: 'done' } }]);
  });
});

describe('somebody who saw that an order was executed', () => {
  it('has it recorded as done, and the result says by whose word', async () => {
    const shop = await aLostRenewal();
    expect(await shop.testify('executed')).toMatchObject({
      status: 'done',
      result: { status: 'done', recovered: true, witnessed: true, previousExpiresOn: '2026-06-01' },
    });
    const again = await shop.registrar.renewDomain(renewal, { idempotencyKey: 'order-7' });
    expect(again).toMatchObject({ replayed: true, witnessed: true });
    expect(shop.driver.count('renewDomain')).toBe(1);
  });

  it('need not wait: a word that costs nothing when it is wrong about the time', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.renewDomain(renewal));
    const { testify } = await withTestimony(shop);
    expect(await testify('executed')).toMatchObject({ status: 'done' });
  });

  it('is not needed where a reading finds it', async () => {
    const shop = await aLostRenewal();
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-06-01') });
    const state = await shop.testify('executed');
    expect(state).toMatchObject({ status: 'done', result: { expiresOn: '2027-06-01' } });
    expect(state).not.toHaveProperty('overruled');
    expect(state).not.toHaveProperty('result.witnessed');
  });

  it('has a transfer go on, which takes days', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.transferDomain(transfer));
    const { testify, operation } = await withTestimony(shop);
    expect(await testify('executed')).toMatchObject({ status: 'pending' });
    shop.driver.startTransfer('example.com', { status: 'done' });
    await shop.clock.advance(settleTimeMs);
    expect(await shop.registrar.getOperation({ operation })).toMatchObject({ status: 'done' });
  });
});

test.each(['', 'yes', 'not executed', true])(
  'a testimony of %p is no word for it',
  async (witnessed) => {
    const shop = await aLostRenewal();
    const error = await rejectionOf(shop.testify(witnessed as never));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues[0]?.path).toBe('witnessed');
  },
);
