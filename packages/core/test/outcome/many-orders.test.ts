import { describe, expect, it, jest } from '@jest/globals';
import {
  RateLimitError,
  type CallContext,
  type DomainName,
  type PriceRequest,
} from '@registrar-kit/core';
import { aShop, registration, renewal } from '../support/purchases.js';
import { settled } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

describe('a renewal that was being prepared while another key bought it', () => {
  it('is refused, however many other orders were recorded since', async () => {
    const shop = aShop();
    shop.driver.own('example.com');
    // Reads the old date, then waits for its price while the rest of the world goes on.
    let answer = (): void => undefined;
    const quote = shop.driver.quote.bind(shop.driver);
    jest
      .spyOn(shop.driver, 'quote')
      .mockImplementationOnce(async (request: PriceRequest, call: CallContext) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return quote(request, call);
      });
    const slow = rejectionOf(shop.registrar.renewDomain(renewal, { idempotencyKey: 'slow' }));
    await settled();
    await shop.another().renewDomain(renewal, { idempotencyKey: 'quick' });
    for (let index = 0; index < 450; index += 1)
      await shop.registrar.registerDomain({ ...registration, domain: `other-${index}.com` });
    answer();
    expect(await slow).toMatchObject({ code: 'INVALID_DOMAIN_STATE', effect: 'none' });
    expect(shop.driver.count('renewDomain')).toBe(1);
  });
});

describe('an order that is refused for frequency', () => {
  it('is not called unknown by a call beside it while the reading is under way', async () => {
    const shop = aShop();
    shop.driver.course = async (_, call) => {
      throw new RateLimitError({
        ...call.origin,
        detail: 'too many requests',
        reason: 'second',
        source: 'registrar',
        effect: 'unknown',
      });
    };
    let answer = (): void => undefined;
    const getDomain = shop.driver.getDomain.bind(shop.driver);
    jest
      .spyOn(shop.driver, 'getDomain')
      .mockImplementationOnce(async (domain: DomainName, call: CallContext) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return getDomain(domain, call);
      });
    const first = rejectionOf(shop.registrar.registerDomain(registration));
    await settled();
    const second = rejectionOf(shop.another().registerDomain(registration));
    await settled();
    expect(await shop.rows()).toMatchObject([{ state: { status: 'started' } }]);
    answer();
    await settled();
    await shop.clock.advance(1000);
    expect(await first).toMatchObject({ code: 'RATE_LIMITED', effect: 'none' });
    expect(await second).toMatchObject({ code: 'RATE_LIMITED', effect: 'none' });
    expect(await shop.rows()).toEqual([]);
  });
});

it('a logger that throws does not turn a purchase into a failure', async () => {
  const shop = aShop({
    logger: {
      debug: () => undefined,
      warn: () => {
        throw new Error('CANARY');
      },
    },
  });
  jest.spyOn(shop.journal, 'settle').mockRejectedValue(new Error('the disk is full'));
  expect(await shop.registrar.registerDomain(registration)).toMatchObject({ status: 'done' });
});

it('a journal that once fails to extend a lease is asked again', async () => {
  const shop = aShop();
  let answer = (): void => undefined;
  shop.driver.course = async (commit) => {
    await new Promise<void>((resolve) => {
      answer = resolve;
    });
    return commit();
  };
  jest.spyOn(shop.journal, 'extendLease').mockRejectedValueOnce(new Error('locked'));
  const bought = shop.registrar.registerDomain(registration);
  await settled();
  await shop.clock.advance(2 * shop.journal.leaseMs);
  expect((await shop.rows())[0]?.leaseUntil).toBeGreaterThan(shop.clock.now());
  answer();
  expect(await bought).toMatchObject({ status: 'done' });
});
