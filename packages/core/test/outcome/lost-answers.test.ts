import { describe, expect, it, jest, test } from '@jest/globals';
import {
  AccessDeniedError,
  AuthenticationError,
  isRegistrarError,
  parseCalendarDate,
  TimeoutError,
  type Domain,
  type OperationHandle,
} from '@registrar-kit/core';
import { aShop, lostAnswer, registration, renewal, type Shop } from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

/** A shop whose next orders are executed, or not, and whose answers are lost. */
function losing(executed: boolean): Shop {
  const shop = aShop();
  shop.driver.course = async (commit, call) => {
    if (executed) commit();
    throw lostAnswer(call);
  };
  return shop;
}

async function unknownOutcome(call: Promise<unknown>): Promise<OperationHandle> {
  const error = await rejectionOf(call);
  expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', effect: 'unknown', retryable: false });
  return (error as { handle: OperationHandle }).handle;
}

describe('a lost answer', () => {
  it('to a registration that was executed is settled by reading', async () => {
    const shop = losing(true);
    const result = await shop.registrar.registerDomain(registration);
    expect(result).toMatchObject({
      status: 'done',
      recovered: true,
      replayed: false,
      domain: 'example.com',
      years: 1,
      expiresOn: '2027-03-01',
    });
    // Nobody said what was charged.
    expect(result).not.toHaveProperty('charged');
    expect(shop.driver.operations).toEqual(['quote', 'registerDomain', 'getDomain']);
    expect(shop.events.map(({ type }) => type)).toEqual([
      'operation.started',
      'journal.recovered',
      'operation.succeeded',
    ]);
    expect(await shop.registrar.registerDomain(registration)).toEqual({
      ...result,
      replayed: true,
    });
  });

  it('to a renewal that was executed is settled by reading', async () => {
    const shop = losing(true);
    shop.driver.own('example.com');
    expect(await shop.registrar.renewDomain({ ...renewal, years: 3 })).toMatchObject({
      status: 'done',
      recovered: true,
      previousExpiresOn: '2026-06-01',
      expiresOn: '2029-06-01',
    });
    expect(shop.driver.count('renewDomain')).toBe(1);
  });

  it('to a renewal of which nothing shows is unknown, and it is never sent again', async () => {
    const shop = losing(false);
    shop.driver.own('example.com');
    const order = (): Promise<unknown> =>
      shop.registrar.renewDomain(renewal, { idempotencyKey: 'order-7' });
    const handle = await unknownOutcome(order());
    expect(handle).toMatchObject({
      kind: 'renewDomain',
      domain: 'example.com',
      provider: 'test-registrar',
    });
    expect(JSON.parse(JSON.stringify(handle))).toEqual(handle);

    // Now it would work; a negative reading proves nothing, the provider may commit later.
    shop.driver.course = async (commit) => commit();
    for (let days = 0; days < 3; days += 1) {
      expect(await unknownOutcome(order())).toEqual(handle);
      await shop.clock.advance(86_400_000);
    }
    expect(shop.driver.count('renewDomain')).toBe(1);
  });

  it('holds the domain, also against the same order under another key', async () => {
    const shop = losing(false);
    shop.driver.own('example.com');
    const handle = await unknownOutcome(shop.registrar.renewDomain(renewal));
    shop.driver.course = async (commit) => commit();
    const other = shop.registrar.renewDomain(renewal, { idempotencyKey: 'another' });
    expect(await unknownOutcome(other)).toEqual(handle);
    expect(shop.driver.count('renewDomain')).toBe(1);
  });

  it('is proved by the same call later, once the provider shows it', async () => {
    const shop = losing(false);
    await unknownOutcome(shop.registrar.registerDomain(registration));
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-03-01') });
    expect(await shop.registrar.registerDomain(registration)).toMatchObject({
      recovered: true,
      expiresOn: '2027-03-01',
    });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('says why it was lost, and keeps what the vendor said', async () => {
    const shop = aShop();
    shop.driver.course = async (_, call) => {
      const vendor = { code: '500000', httpStatus: 500 };
      throw new TimeoutError({ ...call.origin, detail: 'no answer', effect: 'unknown', vendor });
    };
    const error = await rejectionOf(shop.registrar.registerDomain(registration));
    expect(error).toMatchObject({
      lostBecause: 'test-registrar: registerDomain (example.com): no answer',
      vendor: { code: '500000', httpStatus: 500 },
      diagnosis: [{ cause: 'outcome_unknown' }],
    });
    expect((error as Error).message).toContain('do not order again, reconcile it');
  });

  it('is unknown too when the adapter broke down under way, or answered nonsense', async () => {
    for (const broken of [
      async (): Promise<never> => {
        throw new TypeError('CANARY');
      },
      async () => undefined as never,
    ]) {
      const shop = aShop();
      shop.driver.course = broken;
      const error = await rejectionOf(shop.registrar.registerDomain(registration));
      expect(isRegistrarError(error, 'OUTCOME_UNKNOWN')).toBe(true);
      expect(JSON.stringify(error)).not.toContain('CANARY');
      expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
    }
  });

  it('stays unknown when reading fails too, whatever the reason', async () => {
    for (const failure of [new TypeError('x'), 'auth'] as const) {
      const shop = losing(true);
      shop.driver.getDomain = async (_, call) => {
        throw failure === 'auth'
          ? new AuthenticationError({ ...call.origin, detail: 'no', reason: 'unauthorized' })
          : failure;
      };
      await unknownOutcome(shop.registrar.registerDomain(registration));
      expect(shop.driver.count('registerDomain')).toBe(1);
    }
  });

  it('is not read for when the caller has left', async () => {
    const shop = aShop();
    const controller = new AbortController();
    shop.driver.course = async (commit, call) => {
      commit();
      controller.abort();
      throw lostAnswer(call);
    };
    const { signal } = controller;
    const handle = await unknownOutcome(shop.registrar.registerDomain(registration, { signal }));
    expect(shop.driver.count('getDomain')).toBe(0);
    expect(await shop.registrar.reconcileOperation({ operation: handle })).toMatchObject({
      status: 'done',
      result: { recovered: true },
    });
  });
});

describe('proof', () => {
  test.each<[string, Partial<Domain>, 'done' | 'pending' | 'unknown']>([
    ['active', { status: 'active' }, 'done'],
    ['on hold until the e-mail address is confirmed', { status: 'on_hold' }, 'done'],
    ['ordered', { status: 'pending' }, 'pending'],
    ['ours', { owned: true }, 'done'],
    ['only managed by us', { owned: false }, 'unknown'],
    ['a former domain of the account', { status: 'deleted' }, 'unknown'],
    ['one that went away', { status: 'transferred_away' }, 'unknown'],
    ['expired', { status: 'expired' }, 'unknown'],
    ['in a state without a word', { status: 'unknown' }, 'unknown'],
  ])('of a registration: the domain is %s', async (_, changes, status) => {
    const shop = losing(false);
    const handle = await unknownOutcome(shop.registrar.registerDomain(registration));
    shop.driver.own('example.com', changes);
    expect(await shop.registrar.reconcileOperation({ operation: handle })).toMatchObject({
      status,
    });
  });

  test.each([
    [1, '2027-06-01', 'done'],
    [1, '2027-05-30', 'done'],
    [1, '2027-05-29', 'unknown'],
    [1, '2026-06-01', 'unknown'],
    [2, '2027-06-01', 'unknown'],
    [2, '2028-05-31', 'done'],
    [10, '2036-05-29', 'done'],
  ])('of a renewal for %p years: the domain then expires on %s', async (years, date, status) => {
    const shop = losing(false);
    shop.driver.own('example.com');
    const handle = await unknownOutcome(shop.registrar.renewDomain({ ...renewal, years }));
    shop.driver.own('example.com', { expiresOn: parseCalendarDate(date) });
    expect(await shop.registrar.reconcileOperation({ operation: handle })).toMatchObject({
      status,
    });
  });
});

describe('reconcileOperation', () => {
  it('settles an order from another process, by its handle as JSON', async () => {
    const shop = losing(false);
    const handle = await unknownOutcome(shop.registrar.registerDomain(registration));
    const operation = JSON.parse(JSON.stringify(handle)) as OperationHandle;
    const other = shop.another();
    expect(await other.reconcileOperation({ operation })).toEqual({ status: 'unknown' });
    shop.driver.own('example.com');
    const state = await other.reconcileOperation({ operation });
    expect(state).toMatchObject({
      status: 'done',
      result: { recovered: true, domain: 'example.com' },
    });
    expect(await other.getOperation({ operation })).toMatchObject({ status: 'done' });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('answers a settled order from the journal', async () => {
    const shop = aShop();
    const { operation } = await shop.registrar.registerDomain(registration);
    const asked = shop.driver.log.length;
    expect(await shop.registrar.reconcileOperation({ operation })).toMatchObject({
      status: 'done',
      result: { recovered: false, charged: { amount: '10.00' } },
    });
    expect(shop.driver.log).toHaveLength(asked);
  });

  it('only reads', async () => {
    const shop = losing(false);
    const operation = await unknownOutcome(shop.registrar.registerDomain(registration));
    const asked = shop.driver.log.length;
    await shop.registrar.reconcileOperation({ operation });
    expect(shop.driver.log.slice(asked)).toMatchObject([
      {
        operation: 'getDomain',
        call: { retry: 'read', origin: { operation: 'reconcileOperation' } },
      },
    ]);
  });

  it('takes a domain of somebody else for one that is not here, however the provider says it', async () => {
    const shop = losing(false);
    const operation = await unknownOutcome(shop.registrar.registerDomain(registration));
    shop.driver.getDomain = async (_, call) => {
      throw new AccessDeniedError({ ...call.origin, detail: 'no', reason: 'not_domain_owner' });
    };
    expect(await shop.registrar.reconcileOperation({ operation })).toEqual({ status: 'unknown' });
  });

  it('says when it cannot read, instead of calling that unknown', async () => {
    const shop = losing(false);
    const operation = await unknownOutcome(shop.registrar.registerDomain(registration));
    shop.driver.getDomain = async (_, call) => {
      throw new AuthenticationError({ ...call.origin, detail: 'no', reason: 'unauthorized' });
    };
    const error = await rejectionOf(shop.registrar.reconcileOperation({ operation }));
    expect(isRegistrarError(error, 'AUTHENTICATION_FAILED')).toBe(true);
  });

  it('leaves an order alone that is still being sent, and takes over from a dead process', async () => {
    const shop = aShop();
    // A process that dies: its order is begun, and no sign of life comes after.
    shop.driver.course = () => new Promise(() => undefined);
    void shop.registrar.registerDomain(registration).catch(() => undefined);
    await shop.clock.advance(0);
    const handle = (await shop.rows())[0]!.operation;
    jest.spyOn(shop.journal, 'extendLease').mockResolvedValue();
    const state = () => shop.another().reconcileOperation({ operation: handle });
    await shop.clock.advance(shop.journal.leaseMs - 1);
    expect(await state()).toEqual({ status: 'unknown' });
    expect(shop.driver.count('getDomain')).toBe(0);
    await shop.clock.advance(1);
    expect(await state()).toEqual({ status: 'unknown' });
    expect(shop.driver.count('getDomain')).toBe(1);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
    shop.driver.own('example.com');
    expect(await state()).toMatchObject({ status: 'done', result: { recovered: true } });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  test.each<[string, unknown]>([
    [
      'of another journal',
      {
        id: 'x',
        provider: 'a',
        environment: 'test',
        kind: 'registerDomain',
        domain: 'example.com',
      },
    ],
    [
      'without an id',
      { provider: 'a', environment: 'test', kind: 'registerDomain', domain: 'example.com' },
    ],
    ['that is only an id', 'x'],
    ['that is missing', undefined],
  ])('refuses a handle %s', async (_, operation) => {
    const shop = aShop();
    for (const call of [
      () => shop.registrar.reconcileOperation({ operation: operation as OperationHandle }),
      () => shop.registrar.getOperation({ operation: operation as OperationHandle }),
    ]) {
      const error = await rejectionOf(call());
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues[0]?.path).toMatch(
        /^operation/,
      );
    }
  });
});

describe('getOperation', () => {
  it('asks the provider about what is pending, until it is done', async () => {
    const shop = aShop();
    shop.driver.course = async () => {
      shop.driver.own('example.com', { status: 'pending' });
      return { status: 'pending', vendorRef: 'order-9' };
    };
    const { status, operation } = await shop.registrar.registerDomain(registration);
    expect(status).toBe('pending');
    const state = () => shop.registrar.getOperation({ operation });
    expect(await state()).toMatchObject({ status: 'pending', result: { status: 'pending' } });
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-03-02') });
    const done = {
      status: 'done',
      result: { status: 'done', recovered: false, expiresOn: '2027-03-02' },
    };
    expect(await state()).toMatchObject(done);
    shop.driver.domains.clear();
    expect(await state()).toMatchObject(done);
    expect(operation.vendorRef).toBe('order-9');
  });

  it('does not read for an order of unknown outcome', async () => {
    const shop = losing(true);
    shop.driver.getDomain = async (_, call) => {
      throw lostAnswer(call);
    };
    const operation = await unknownOutcome(shop.registrar.registerDomain(registration));
    expect(await shop.registrar.getOperation({ operation })).toEqual({ status: 'unknown' });
  });

  it('names the domain in its events', async () => {
    const shop = aShop();
    const { operation } = await shop.registrar.registerDomain(registration);
    await shop.registrar.getOperation({ operation });
    expect(shop.events.at(-1)).toMatchObject({ operation: 'getOperation', domain: 'example.com' });
  });
});
