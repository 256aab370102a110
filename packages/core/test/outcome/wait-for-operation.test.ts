import { describe, expect, it, jest, test } from '@jest/globals';
import {
  AuthenticationError,
  DomainUnavailableError,
  isRegistrarError,
  ProviderUnavailableError,
  RateLimitError,
  type OperationHandle,
  type OperationState,
} from '@registrar-kit/core';
import { aWholeShop, lostAnswer, registration, transfer, type Shop } from '../support/purchases.js';
import { settled } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

const second = 1000;

async function underWay(): Promise<{ readonly shop: Shop; readonly operation: OperationHandle }> {
  const shop = aWholeShop();
  const { operation } = await shop.registrar.transferDomain(transfer);
  return { shop, operation };
}

/** Whether a promise has an outcome, without waiting for one. */
function watched<Result>(promise: Promise<Result>): { readonly settled: () => boolean } {
  let over = false;
  const note = (): void => {
    over = true;
  };
  promise.then(note, note);
  return { settled: () => over };
}

describe('waitForOperation', () => {
  it('looks ever more rarely until the order is done, and tells each look', async () => {
    const { shop, operation } = await underWay();
    const asked = shop.driver.count('getTransfer');
    const seen: OperationState['status'][] = [];
    const wait = shop.registrar.waitForOperation({
      operation,
      onProgress: ({ status }) => {
        seen.push(status);
      },
    });
    const looks: number[] = [];
    for (let elapsed = 0; elapsed < 300; elapsed += 1) {
      await shop.clock.advance(elapsed === 0 ? 0 : second);
      const count = shop.driver.count('getTransfer') - asked;
      if (count > looks.length) looks.push(elapsed);
    }
    // 5 s, then half as long again each time, up to a minute.
    expect(looks).toEqual([0, 5, 13, 24, 41, 66, 104, 161, 221, 281]);
    shop.driver.moveTransfer({ status: 'done' });
    await shop.clock.advance(60 * second);
    expect(await wait).toMatchObject({ status: 'done', result: { transferId: 'transfer-1' } });
    expect(seen).toEqual([...looks.map(() => 'pending'), 'done']);
    expect(shop.clock.waiting).toBe(0);
  });

  it('answers at once what is settled', async () => {
    const { shop, operation } = await underWay();
    shop.driver.moveTransfer({ status: 'failed', cause: 'locked' });
    expect(await shop.registrar.waitForOperation({ operation })).toEqual({
      status: 'failed',
      cause: 'locked',
    });
    expect(shop.clock.waiting).toBe(0);
  });

  it('looks as often as it is told', async () => {
    const { shop, operation } = await underWay();
    const asked = shop.driver.count('getTransfer');
    const controller = new AbortController();
    const { signal } = controller;
    const wait = rejectionOf(
      shop.registrar.waitForOperation({ operation, maxPauseMs: 2 * second }, { signal }),
    );
    await shop.clock.advance(10 * second);
    expect(shop.driver.count('getTransfer') - asked).toBe(6);
    controller.abort();
    await wait;
  });

  it('waits for days where nobody sets a deadline, in ordinary reads', async () => {
    const { shop, operation } = await underWay();
    const wait = shop.registrar.waitForOperation({ operation }, { lane: 'bulk' });
    await shop.clock.advance(3 * 86_400 * second);
    expect(watched(wait).settled()).toBe(false);
    const call = shop.driver.log.at(-1)?.call;
    expect([call?.retry, call?.lane, call?.origin.operation]).toEqual([
      ...['read', 'bulk', 'waitForOperation'],
    ]);
    shop.driver.moveTransfer({ status: 'done' });
    await shop.clock.advance(60 * second);
    expect(await wait).toMatchObject({ status: 'done' });
  });

  it('ends at the deadline and says that it can be waited for again', async () => {
    const { shop, operation } = await underWay();
    const wait = rejectionOf(
      shop.registrar.waitForOperation({ operation }, { timeoutMs: 20 * second }),
    );
    await shop.clock.advance(20 * second);
    const error = await wait;
    expect(error).toMatchObject({ code: 'TIMEOUT', effect: 'none', retryable: true });
    expect((error as Error).message).toBe(
      'test-registrar: waitForOperation (example.com): the deadline of the call came while the order was still not settled; ' +
        'it goes on by itself and can be waited for again',
    );
    shop.driver.moveTransfer({ status: 'done' });
    expect(await shop.another().waitForOperation({ operation })).toMatchObject({ status: 'done' });
    expect(shop.clock.waiting).toBe(0);
  });

  it('ends when the caller has left, while it pauses and while it reads', async () => {
    for (const reading of [false, true]) {
      const { shop, operation } = await underWay();
      const controller = new AbortController();
      if (reading) {
        shop.driver.getTransfer = (_, { signal }) =>
          new Promise((__, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
          });
      }
      const { signal } = controller;
      const wait = rejectionOf(shop.registrar.waitForOperation({ operation }, { signal }));
      await settled();
      controller.abort(new Error('CANARY'));
      const error = await wait;
      expect(error).toMatchObject({ code: 'CANCELLED', effect: 'none' });
      expect((error as Error).message).toContain('can be waited for again');
      expect((error as Error).message).not.toContain('CANARY');
    }
  });

  it('is not ended by what passes by itself, and waits as long as the registrar asks', async () => {
    const { shop, operation } = await underWay();
    const works = shop.driver.getTransfer.bind(shop.driver);
    const failures = [
      (call: Parameters<typeof works>[1]) =>
        new ProviderUnavailableError({ ...call.origin, detail: 'down' }),
      (call: Parameters<typeof works>[1]) =>
        new RateLimitError({
          ...call.origin,
          detail: 'slow',
          reason: 'hour',
          source: 'registrar',
          retryAfterMs: 600 * second,
        }),
    ];
    let asked = 0;
    shop.driver.getTransfer = async (request, call) => {
      asked += 1;
      const failure = failures.shift();
      if (failure !== undefined) throw failure(call);
      return works(request, call);
    };
    shop.driver.moveTransfer({ status: 'done' });
    const wait = shop.registrar.waitForOperation({ operation });
    await shop.clock.advance(5 * second);
    expect(asked).toBe(2);
    await shop.clock.advance(600 * second - 1);
    expect(asked).toBe(2);
    await shop.clock.advance(1);
    expect(await wait).toMatchObject({ status: 'done' });
    expect(shop.events.filter(({ type }) => type === 'retry.scheduled')).toMatchObject([
      { target: 'waitForOperation', attempt: 1, delayMs: 5 * second },
      { target: 'waitForOperation', attempt: 2, delayMs: 600 * second },
    ]);
  });

  it('is ended by what does not', async () => {
    const { shop, operation } = await underWay();
    shop.driver.getTransfer = async (_, call) => {
      throw new AuthenticationError({ ...call.origin, detail: 'no', reason: 'unauthorized' });
    };
    const error = await rejectionOf(shop.registrar.waitForOperation({ operation }));
    expect(isRegistrarError(error, 'AUTHENTICATION_FAILED')).toBe(true);
  });

  it('settles an order whose answer was lost, once a reading proves it', async () => {
    const shop = aWholeShop();
    shop.driver.course = async (_, call) => {
      throw lostAnswer(call);
    };
    const lost = await rejectionOf(shop.registrar.registerDomain(registration));
    const operation = isRegistrarError(lost, 'OUTCOME_UNKNOWN') ? lost.handle : undefined;
    const wait = shop.another().waitForOperation({ operation: operation! });
    await shop.clock.advance(30 * second);
    expect(watched(wait).settled()).toBe(false);
    shop.driver.own('example.com');
    await shop.clock.advance(60 * second);
    expect(await wait).toMatchObject({ status: 'done', result: { recovered: true } });
    expect(shop.driver.count('registerDomain')).toBe(1);
  });

  test.each(['bought', 'refused'] as const)(
    'waits for whoever is still sending it: %s',
    async (outcome) => {
      const shop = aWholeShop();
      shop.driver.course = async (commit, call) => {
        await shop.clock.delay(20 * second);
        if (outcome === 'refused')
          throw new DomainUnavailableError({ ...call.origin, detail: 'taken' });
        return commit();
      };
      const order = shop.registrar.registerDomain(registration).catch(() => undefined);
      await settled();
      const [row] = await shop.rows();
      const wait = shop.another().waitForOperation({ operation: row!.operation });
      await shop.clock.advance(60 * second);
      await order;
      expect(await wait).toMatchObject(
        outcome === 'refused' ? { status: 'refused' } : { status: 'done' },
      );
      expect(shop.driver.count('getDomain')).toBe(0);
    },
  );

  it('goes on when the clock is set back', async () => {
    const { shop, operation } = await underWay();
    const wait = shop.registrar.waitForOperation({ operation }, { timeoutMs: 3600 * second });
    await shop.clock.advance(60 * second);
    const now = shop.clock.now.bind(shop.clock);
    shop.clock.now = () => now() - 7 * 86_400 * second;
    shop.driver.moveTransfer({ status: 'done' });
    await shop.clock.advance(60 * second);
    expect(await wait).toMatchObject({ status: 'done' });
  });

  it('knows nothing of an order that is in no journal', async () => {
    const { shop, operation } = await underWay();
    const wait = shop.registrar.waitForOperation({ operation: { ...operation, id: 'elsewhere' } });
    expect(isRegistrarError(await rejectionOf(wait), 'INVALID_INPUT')).toBe(true);
  });

  it('does not storm a registrar that asks for a longer pause than a timer can be set to', async () => {
    const { shop, operation } = await underWay();
    shop.driver.getTransfer = async (_, call) => {
      const limit = { reason: 'day', source: 'registrar', retryAfterMs: 1e12 } as const;
      throw new RateLimitError({ ...call.origin, detail: 'slow', ...limit });
    };
    const delays: number[] = [];
    const delay = shop.clock.delay.bind(shop.clock);
    shop.clock.delay = (ms, signal) => {
      delays.push(ms);
      return delay(ms, signal);
    };
    const controller = new AbortController();
    const { signal } = controller;
    const wait = rejectionOf(shop.registrar.waitForOperation({ operation }, { signal }));
    await settled();
    expect(delays).toEqual([2_147_483_647]);
    controller.abort();
    expect(await wait).toMatchObject({ code: 'CANCELLED' });
  });

  test.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('a bug in the panel');
      },
    ],
    ['fails later', () => Promise.reject(new Error('a bug in the panel'))],
  ])('does not mind a listener that %s', async (_, listen) => {
    const { shop, operation } = await underWay();
    shop.driver.moveTransfer({ status: 'done' });
    const onProgress = jest.fn<() => void>(() => listen() as undefined);
    expect(await shop.registrar.waitForOperation({ operation, onProgress })).toMatchObject({
      status: 'done',
    });
    expect(onProgress).toHaveBeenCalledTimes(1);
  });

  test.each([
    [{ maxPauseMs: 999 }, 'maxPauseMs: is not a usable pause; give milliseconds, 1000 at least'],
    [{ maxPauseMs: '5000' }, 'maxPauseMs: is not a usable pause'],
    [{ maxPauseMs: Number.NaN }, 'maxPauseMs: is not a usable pause'],
    [{ onProgress: 'log' }, 'onProgress: is not a function'],
    [{ pollMs: 5000 }, 'pollMs: is not a field of this input'],
  ])('refuses %j', async (fields, words) => {
    const { shop, operation } = await underWay();
    const call = shop.registrar.waitForOperation({ operation, ...fields } as never);
    const error = await rejectionOf(call);
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
  });
});
