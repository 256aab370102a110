import { describe, expect, it, jest, test } from '@jest/globals';
import {
  DomainUnavailableError,
  InsufficientFundsError,
  money,
  parseCalendarDate,
  RateLimitError,
  settleTimeMs,
  TransportError,
  volatileJournal,
  type CallContext,
  type Tld,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import {
  aShop,
  aWholeShop,
  lostAnswer,
  registration,
  renewal,
  restore,
  transfer,
  type Shop,
} from '../support/purchases.js';
import { rejectionOf } from '../support/thrown-by.js';

const options = { idempotencyKey: 'order-7' };
const repeatableAt = '2026-03-01T12:15:00.000Z';

function order(shop: Shop, input = registration): Promise<unknown> {
  return shop.registrar.registerDomain(input, options);
}

/** A shop whose order for example.com was lost a settle time ago; the next ones are executed. */
async function afterALoss(): Promise<Shop> {
  const shop = aWholeShop();
  shop.driver.course = async (_, call) => {
    throw lostAnswer(call);
  };
  await rejectionOf(order(shop));
  await shop.clock.advance(settleTimeMs);
  shop.driver.course = async (commit) => commit();
  return shop;
}

const unknown = { code: 'OUTCOME_UNKNOWN', effect: 'unknown', retryable: false };

describe('a registration whose answer was lost', () => {
  it('says from when on it may be repeated, and is not sent before', async () => {
    const shop = aShop();
    shop.driver.course = async (_, call) => {
      await shop.clock.delay(60_000);
      throw lostAnswer(call);
    };
    const first = rejectionOf(order(shop));
    await shop.clock.advance(60_000);
    // It counts from the loss: until then the sender waited.
    const at = '2026-03-01T12:16:00.000Z';
    expect(await first).toMatchObject({ ...unknown, repeatableAt: at });
    expect(((await first) as Error).message).toContain(`repeat it under the same key from ${at}`);
    expect(JSON.parse(JSON.stringify(await first))).toMatchObject({ repeatableAt: at });
    shop.driver.course = async (commit) => commit();
    await shop.clock.advance(settleTimeMs - 1);
    expect(await rejectionOf(order(shop))).toMatchObject({ ...unknown, repeatableAt: at });
    expect(shop.driver.count('registerDomain')).toBe(1);
    await shop.clock.advance(1);
    expect(await order(shop)).toMatchObject({ status: 'done', recovered: false, replayed: false });
    expect(shop.driver.count('registerDomain')).toBe(2);
  });

  it('is sent again after readings that do not find it, under its own id, and then stands as done', async () => {
    const shop = await afterALoss();
    const [lost] = await shop.rows();
    const asked = shop.driver.log.length;
    const result = await order(shop);
    expect(result).toMatchObject({
      status: 'done',
      operation: { id: lost!.operation.id },
      charged: { amount: '10.00' },
    });
    expect(shop.driver.operations.slice(asked)).toEqual([
      'getDomain',
      'listTlds',
      'quote',
      'getDomain',
      'registerDomain',
    ]);
    const [row] = await shop.rows();
    expect(row).toMatchObject({
      startedAt: lost!.startedAt,
      again: { sentAt: Date.parse(repeatableAt) },
      state: { status: 'done' },
    });
    expect(await order(shop)).toEqual({ ...(result as object), replayed: true });
    expect(await shop.rows()).toHaveLength(1);
  });

  it('is sent again without a key too, however late', async () => {
    const shop = aShop();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(shop.registrar.registerDomain(registration));
    await shop.clock.advance(7 * 86_400_000);
    shop.driver.course = async (commit) => commit();
    await shop.registrar.registerDomain(registration);
    // A double click finds it for a day from now on.
    await shop.clock.advance(86_400_000 - 1);
    expect(await shop.registrar.registerDomain(registration)).toMatchObject({ replayed: true });
    expect(shop.driver.count('registerDomain')).toBe(2);
  });

  it('is sent as it is ordered now, and recovered with the wishes of now', async () => {
    const shop = await afterALoss();
    const contacts = { registrant: aContact({ firstName: 'Later' }) };
    shop.driver.course = async (commit, call) => {
      commit();
      throw lostAnswer(call);
    };
    expect(await order(shop, { ...registration, contacts, privacy: true })).toMatchObject({
      recovered: true,
      incomplete: [],
    });
    const sent = shop.driver.log.filter(({ operation }) => operation === 'registerDomain').at(-1);
    expect(sent?.request).toMatchObject({ contacts: { registrant: { firstName: 'Later' } } });
    expect(shop.driver.count('setPrivacy')).toBe(1);
  });

  it('starts its time anew when the second answer is lost as well', async () => {
    const shop = await afterALoss();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const at = '2026-03-01T12:30:00.000Z';
    expect(await rejectionOf(order(shop))).toMatchObject({ ...unknown, repeatableAt: at });
    await shop.clock.advance(settleTimeMs - 1);
    await rejectionOf(order(shop));
    expect(shop.driver.count('registerDomain')).toBe(2);
  });

  it('is found by reading where it was executed late, and not sent again', async () => {
    const shop = await afterALoss();
    shop.driver.own('example.com', { expiresOn: parseCalendarDate('2027-03-01') });
    expect(await order(shop)).toMatchObject({ recovered: true, expiresOn: '2027-03-01' });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  test.each([1, 2])('is found by the last look, after %p readings did not', async (readings) => {
    const shop = await afterALoss();
    const read = shop.driver.getDomain.bind(shop.driver);
    let looks = 0;
    shop.driver.getDomain = async (...given) => {
      looks += 1;
      try {
        return await read(...given);
      } finally {
        // The registrar commits as soon as it has been looked at.
        if (looks === readings) shop.driver.own('example.com');
      }
    };
    if (readings === 1) {
      expect(await order(shop)).toMatchObject({ recovered: true });
      expect(shop.driver.count('registerDomain')).toBe(1);
      return;
    }
    shop.driver.course = async (_, call) => {
      throw new DomainUnavailableError({ ...call.origin, detail: 'taken' });
    };
    expect(await order(shop)).toMatchObject({ recovered: true });
    expect(shop.driver.count('registerDomain')).toBe(2);
  });

  it('is not sent again when the sender of before is found dead only now', async () => {
    const shop = aShop();
    shop.driver.course = () => new Promise(() => undefined);
    void order(shop).catch(() => undefined);
    await shop.clock.advance(0);
    jest.spyOn(shop.journal, 'extendLease').mockResolvedValue();
    await shop.clock.advance(shop.journal.leaseMs);
    shop.driver.course = async (commit) => commit();
    const again = (): Promise<unknown> => shop.another().registerDomain(registration, options);
    // By the end of its lease it was dead, so the time counts from there.
    const at = '2026-03-01T12:15:30.000Z';
    await shop.clock.advance(60_000);
    expect(await rejectionOf(again())).toMatchObject({ ...unknown, repeatableAt: at });
    await shop.clock.advance(settleTimeMs - 60_000);
    expect(await again()).toMatchObject({ status: 'done' });
  });
});

describe('two who repeat it at once', () => {
  it('send it once', async () => {
    const shop = await afterALoss();
    const results = Promise.all([
      order(shop),
      shop.another().registerDomain(registration, options),
      shop.another().registerDomain(registration, options),
    ]);
    await shop.clock.advance(1000);
    const replayed = (await results).map((result) => (result as { replayed: boolean }).replayed);
    expect(replayed.sort()).toEqual([false, true, true]);
    expect(shop.driver.count('registerDomain')).toBe(2);
  });

  it('send it once also while the first is slow to look', async () => {
    const shop = await afterALoss();
    const read = shop.driver.getDomain.bind(shop.driver);
    let looks = 0;
    shop.driver.getDomain = async (...given) => {
      looks += 1;
      // The quota may let it wait for longer than a lease lasts.
      if (looks === 2) await shop.clock.delay(100_000);
      return read(...given);
    };
    const first = order(shop);
    await shop.clock.advance(1000);
    const second = shop.another().registerDomain(registration, options);
    await shop.clock.advance(150_000);
    expect(await first).toMatchObject({ replayed: false });
    expect(await second).toMatchObject({ replayed: true });
    expect(shop.driver.count('registerDomain')).toBe(2);
  });
});

describe('what is agreed to', () => {
  it('is asked for anew: another price stops it, and says that the first sending is still open', async () => {
    const shop = await afterALoss();
    shop.driver.price = money('19.00', 'USD');
    const input = { ...registration, price: { atMost: money('12.00', 'USD') } };
    const error = await rejectionOf(order(shop, input));
    expect(error).toMatchObject({
      code: 'PRICE_CHANGED',
      effect: 'unknown',
      retryable: false,
      agreed: { amount: '12.00' },
      current: { amount: '19.00' },
    });
    expect((error as Error).message).toContain('is still unknown (operation ');
    expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
    expect(shop.driver.count('registerDomain')).toBe(1);
    const agreed = { ...registration, price: { atMost: money('19.00', 'USD') } };
    expect(await order(shop, agreed)).toMatchObject({ status: 'done' });
  });

  it('never covers a premium price that is new', async () => {
    const shop = await afterALoss();
    shop.driver.special = { premium: true };
    expect(await rejectionOf(order(shop))).toMatchObject({
      code: 'PRICE_CHANGED',
      effect: 'unknown',
      agreed: undefined,
    });
  });

  it('is no quote that has run out, and the error says that the first sending is still open', async () => {
    const shop = aShop();
    const price = await shop.registrar.quote({
      operation: 'registerDomain',
      domain: 'example.com',
    });
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(order(shop, { ...registration, price }));
    await shop.clock.advance(settleTimeMs + 1);
    const error = await rejectionOf(order(shop, { ...registration, price }));
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      effect: 'unknown',
      issues: [{ path: 'price.validUntil', cure: 'ask for a new quote' }],
    });
    expect((error as Error).message).toContain('still unknown');
  });

  it('counts against the spend limit as an order of now', async () => {
    const spendLimit = { amount: money('15.00', 'USD'), periodMs: 60_000 };
    const shop = aShop();
    const journal = volatileJournal({ now: () => shop.clock.now(), spendLimit });
    const limited = aShop({ journal, clock: shop.clock });
    limited.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    await rejectionOf(order(limited));
    await shop.clock.advance(settleTimeMs);
    limited.driver.course = async (commit) => commit();
    await limited.registrar.registerDomain({ ...registration, domain: 'other.com' });
    const error = await rejectionOf(order(limited));
    expect(error).toMatchObject(unknown);
    expect((error as Error).message).toContain('would exceed the spend limit of 15.00 USD');
    await shop.clock.advance(60_000);
    expect(await order(limited)).toMatchObject({ status: 'done' });
  });
});

describe('a second sending that is refused', () => {
  test.each<[string, (call: CallContext) => Error]>([
    ['for money', (call) => new InsufficientFundsError({ ...call.origin, detail: 'too little' })],
    ['as taken', (call) => new DomainUnavailableError({ ...call.origin, detail: 'taken' })],
    [
      'before it left',
      (call) => new TransportError({ ...call.origin, detail: 'refused', phase: 'not_sent' }),
    ],
  ])('%s says nothing of the first, which stays as unknown as it was', async (_, errorOf) => {
    const shop = await afterALoss();
    const [before] = await shop.rows();
    shop.driver.course = async (__, call) => {
      throw errorOf(call);
    };
    const error = await rejectionOf(order(shop));
    expect(error).toMatchObject({ ...unknown, repeatableAt, handle: before!.operation });
    expect((error as Error).message).toContain('to send it again failed: ');
    expect((await shop.rows())[0]?.state).toEqual(before!.state);
    // With the cause mended the same key goes through at once.
    shop.driver.course = async (commit) => commit();
    expect(await order(shop)).toMatchObject({ status: 'done' });
  });

  it('for frequency is no refusal for certain', async () => {
    const shop = await afterALoss();
    shop.driver.course = async (_, call) => {
      const detail = 'too many requests';
      throw new RateLimitError({
        ...call.origin,
        detail,
        reason: 'minute',
        source: 'registrar',
        effect: 'unknown',
      });
    };
    expect(await rejectionOf(order(shop))).toMatchObject({
      ...unknown,
      repeatableAt: '2026-03-01T12:30:00.000Z',
    });
    expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
  });

  it('of a call that was ended leaves the order as it was', async () => {
    const shop = await afterALoss();
    const [before] = await shop.rows();
    const controller = new AbortController();
    const beginAgain = shop.journal.beginAgain.bind(shop.journal);
    jest.spyOn(shop.journal, 'beginAgain').mockImplementation((...given) => {
      controller.abort();
      return beginAgain(...given);
    });
    const { signal } = controller;
    const call = shop.registrar.registerDomain(registration, { ...options, signal });
    expect(await rejectionOf(call)).toMatchObject({ ...unknown, repeatableAt });
    expect(shop.driver.count('registerDomain')).toBe(1);
    expect((await shop.rows())[0]?.state).toEqual(before!.state);
  });
});

describe('it stays unknown, and is not sent again,', () => {
  const expectUnknown = async (shop: Shop): Promise<string> => {
    const error = await rejectionOf(order(shop));
    expect(error).toMatchObject(unknown);
    expect(shop.driver.count('registerDomain')).toBe(1);
    expect(await shop.rows()).toMatchObject([{ state: { status: 'unknown' } }]);
    return (error as Error).message;
  };

  it('when the name is taken, and not by us as far as can be read', async () => {
    const shop = await afterALoss();
    const quote = shop.driver.quote.bind(shop.driver);
    shop.driver.quote = async (request, call) => ({
      ...(await quote(request, call)),
      availability: { domain: request.domain, availability: 'taken' },
    });
    expect(await expectUnknown(shop)).toContain('it cannot be sent again: ');
  });

  it('when the account cannot be read', async () => {
    const shop = await afterALoss();
    shop.driver.getDomain = async (_, call) => {
      throw lostAnswer(call);
    };
    await expectUnknown(shop);
  });

  test.each(['expired', 'transferred_away', 'deleted', 'unknown'] as const)(
    'when the account has it as %s',
    async (status) => {
      const shop = await afterALoss();
      const quote = shop.driver.quote.bind(shop.driver);
      shop.driver.own('example.com', { status });
      shop.driver.quote = async (request, call) => ({
        ...(await quote(request, call)),
        availability: { domain: request.domain, availability: 'available' },
      });
      expect(await expectUnknown(shop)).toContain(`the name is in this account (${status})`);
    },
  );

  it('where names are not registered at once', async () => {
    const shop = await afterALoss();
    const row: Tld = { tld: 'com', registrable: true, instantRegistration: false };
    shop.driver.listTlds = async () => ({ items: [row] });
    const message = await expectUnknown(shop);
    expect(message).toContain('names with .com are not registered at once');
    expect(message).not.toContain('repeat it');
  });

  it('when its ending is on a later page of those not registered at once', async () => {
    const shop = await afterALoss();
    shop.driver.listTlds = async ({ cursor }) =>
      cursor === undefined
        ? { items: [{ tld: 'net', registrable: true, instantRegistration: true }], next: '2' }
        : { items: [{ tld: 'com', registrable: true, instantRegistration: false }] };
    await expectUnknown(shop);
  });

  it('when the journal fails', async () => {
    const shop = await afterALoss();
    const [before] = await shop.rows();
    const beginAgain = shop.journal.beginAgain.bind(shop.journal);
    const failing = jest.spyOn(shop.journal, 'beginAgain').mockImplementation(async (...given) => {
      // Recorded, and the answer of the engine is lost.
      await beginAgain(...given);
      throw new Error('gone');
    });
    expect(await rejectionOf(order(shop))).toMatchObject({ ...unknown, repeatableAt });
    expect((await shop.rows())[0]?.state).toEqual(before!.state);
    expect(shop.driver.count('registerDomain')).toBe(1);
    failing.mockRestore();
    expect(await order(shop)).toMatchObject({ status: 'done' });
  });

  it('under another key, which is not the same order', async () => {
    const shop = await afterALoss();
    const other = shop.registrar.registerDomain(registration, { idempotencyKey: 'another' });
    expect(await rejectionOf(other)).toMatchObject(unknown);
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  it('by reconcileOperation, waitForOperation or getOperation', async () => {
    const shop = await afterALoss();
    const { operation } = (await shop.rows())[0]!;
    await shop.registrar.reconcileOperation({ operation });
    await shop.registrar.getOperation({ operation });
    const waiting = rejectionOf(
      shop.registrar.waitForOperation({ operation }, { timeoutMs: 3_600_000 }),
    );
    await shop.clock.advance(3_600_000);
    expect(await waiting).toMatchObject({ code: 'TIMEOUT' });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });
});

test.each(['renewDomain', 'restoreDomain', 'transferDomain'] as const)(
  'a %s is never sent again, whatever time has passed',
  async (operation) => {
    const shop = aWholeShop();
    if (operation === 'renewDomain') shop.driver.own('example.com');
    if (operation === 'restoreDomain') shop.driver.own('example.com', { status: 'redemption' });
    const send = (): Promise<unknown> => {
      if (operation === 'renewDomain') return shop.registrar.renewDomain(renewal, options);
      if (operation === 'restoreDomain') return shop.registrar.restoreDomain(restore, options);
      return shop.registrar.transferDomain(transfer, options);
    };
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const first = await rejectionOf(send());
    expect(first).toMatchObject({ ...unknown, repeatableAt: undefined });
    shop.driver.course = async (commit) => commit();
    for (const days of [1, 30, 400]) {
      await shop.clock.advance(days * 86_400_000);
      expect(await rejectionOf(send())).toMatchObject({ ...unknown, repeatableAt: undefined });
    }
    expect(shop.driver.count(operation)).toBe(1);
  },
);
