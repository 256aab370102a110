import { describe, expect, it, test } from '@jest/globals';
import {
  abortReasonOf,
  isRegistrarError,
  PortableRegistrar,
  TimeoutError,
  volatileJournal,
  type CallContext,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { settled, TestClock } from '../support/test-clock.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

const order = {
  domain: 'example.com',
  years: 1,
  contacts: { registrant: aContact() },
  price: 'listed',
} as const;
const nameservers = ['ns1.example.net', 'ns2.example.net'];

function setUp() {
  const clock = new TestClock();
  const driver = new TestDriver();
  const journal = volatileJournal({ now: () => clock.now() });
  return { clock, driver, registrar: new PortableRegistrar(driver, { clock, journal }) };
}

/** Waits as an HTTP client does: until the signal ends it, with the reason of the signal. */
function untilAborted({ signal }: CallContext): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });
}

describe('a call that is ended before it starts', () => {
  it('sends nothing', async () => {
    const { driver, registrar } = setUp();
    const options = { signal: AbortSignal.abort() };
    const calls = [
      () => registrar.getBalance(options),
      () => registrar.checkAvailability({ domains: ['example.com'] }, options),
      () => registrar.setNameservers({ domain: 'example.com', nameservers }, options),
      () => registrar.registerDomain(order, options),
    ];
    for (const call of calls) {
      expect(await rejectionOf(call())).toMatchObject({
        code: 'CANCELLED',
        effect: 'none',
        status: 499,
      });
    }
    expect(driver.log).toEqual([]);
  });
});

describe('a call that is ended on the way', () => {
  test.each([
    ['a reading', 'getBalance', 'none'],
    ['a change', 'setNameservers', 'unknown'],
  ] as const)('by the deadline: %s', async (_, operation, effect) => {
    const { clock, driver, registrar } = setUp();
    Object.assign(driver, {
      getBalance: untilAborted,
      setNameservers: (__: unknown, call: CallContext) => untilAborted(call),
    });
    const ended = rejectionOf(
      operation === 'getBalance'
        ? registrar.getBalance({ timeoutMs: 5000 })
        : registrar.setNameservers({ domain: 'example.com', nameservers }, { timeoutMs: 5000 }),
    );
    await clock.advance(4999);
    await clock.advance(1);
    expect(await ended).toMatchObject({
      code: 'TIMEOUT',
      operation,
      effect,
      retryable: effect === 'none',
    });
  });

  it('by the caller', async () => {
    const { driver, registrar } = setUp();
    driver.getBalance = untilAborted;
    const controller = new AbortController();
    const ended = rejectionOf(registrar.getBalance({ signal: controller.signal }));
    await settled();
    controller.abort(new Error('CANARY of the caller'));
    const error = await ended;
    expect(error).toMatchObject({ code: 'CANCELLED', effect: 'none' });
    expect(JSON.stringify(error)).not.toContain('CANARY');
  });

  it('keeps what the adapter says of it', async () => {
    const { clock, driver, registrar } = setUp();
    driver.getBalance = async (call) => {
      await untilAborted(call).catch(() => undefined);
      throw new TimeoutError({ ...call.origin, detail: 'the quota gave no place in time' });
    };
    const ended = rejectionOf(registrar.getBalance({ timeoutMs: 10 }));
    await clock.advance(10);
    expect(isRegistrarError(await ended, 'TIMEOUT')).toBe(true);
    expect(String(await ended)).toContain('the quota gave no place in time');
  });

  it('tells the driver who ended it', async () => {
    const { clock, driver, registrar } = setUp();
    const reasons: string[] = [];
    driver.getBalance = async (call) => {
      await untilAborted(call).catch(() => undefined);
      reasons.push(abortReasonOf(call.signal));
      throw new TimeoutError({ ...call.origin, detail: 'over' });
    };
    const controller = new AbortController();
    const calls = [
      rejectionOf(registrar.getBalance({ timeoutMs: 10 })),
      // In another lane, since identical reads are made once.
      rejectionOf(registrar.getBalance({ signal: controller.signal, lane: 'bulk' })),
    ];
    await clock.advance(10);
    controller.abort();
    await Promise.all(calls);
    expect(reasons).toEqual(['deadline', 'caller']);
  });
});

describe('the deadline where the caller names none', () => {
  test.each([
    ['a read', 60_000, (registrar: PortableRegistrar) => registrar.getBalance()],
    ['a purchase', 180_000, (registrar: PortableRegistrar) => registrar.registerDomain(order)],
  ] as const)('of %s is %p ms', async (_, ms, callOf) => {
    const { clock, driver, registrar } = setUp();
    driver.getBalance = untilAborted;
    driver.quote = (__, call) => untilAborted(call);
    let ended = false;
    const call = rejectionOf(callOf(registrar)).finally(() => {
      ended = true;
    });
    await clock.advance(ms - 1);
    expect(ended).toBe(false);
    await clock.advance(1);
    expect(await call).toMatchObject({ code: 'TIMEOUT', effect: 'none' });
  });

  it('of many names is none', async () => {
    const { clock, driver, registrar } = setUp();
    const usual = driver.checkAvailability.bind(driver);
    driver.checkAvailability = async (domains, call) => {
      await clock.delay(3_600_000, call.signal);
      return usual(domains, call);
    };
    const rows = registrar.checkAvailability({ domains: ['example.com'] });
    await clock.advance(3_600_000);
    expect(await rows).toMatchObject([{ availability: 'available' }]);
  });
});

it('leaves no timer behind', async () => {
  const { clock, driver, registrar } = setUp();
  await registrar.getBalance();
  await registrar.registerDomain(order);
  driver.getBalance = async () => {
    throw new TypeError('x');
  };
  await rejectionOf(registrar.getBalance());
  await settled();
  expect(clock.waiting).toBe(0);
});

describe('a purchase', () => {
  it('is not sent when the caller ended it while prices were read, even if the driver did not notice', async () => {
    const { driver, registrar } = setUp();
    const controller = new AbortController();
    const usual = driver.quote.bind(driver);
    driver.quote = async (request, call) => {
      controller.abort();
      return usual(request, call);
    };
    const error = await rejectionOf(registrar.registerDomain(order, { signal: controller.signal }));
    expect(error).toMatchObject({ code: 'CANCELLED', effect: 'none' });
    expect(driver.count('registerDomain')).toBe(0);
    // And the same order is free to go.
    driver.quote = usual;
    expect(await registrar.registerDomain(order)).toMatchObject({
      status: 'done',
      replayed: false,
    });
  });
});
