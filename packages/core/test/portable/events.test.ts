import { describe, expect, it } from '@jest/globals';
import { PortableRegistrar, volatileJournal, type RegistrarEvent } from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { collect } from '../support/collect.js';
import { settled, TestClock } from '../support/test-clock.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

function setUp(onEvent?: (event: RegistrarEvent) => unknown) {
  const clock = new TestClock();
  const driver = new TestDriver();
  const events: RegistrarEvent[] = [];
  const registrar = new PortableRegistrar(driver, {
    clock,
    journal: volatileJournal({ now: () => clock.now() }),
    onEvent: (event) => {
      events.push(event);
      // An async listener fits the type, too.
      return onEvent?.(event) as undefined;
    },
  });
  return { clock, driver, events, registrar };
}

describe('events', () => {
  it('tell the start and the end of a call, joined by its request', async () => {
    const { clock, driver, events, registrar } = setUp();
    driver.own('example.com');
    const usual = driver.getDomain.bind(driver);
    driver.getDomain = async (domain, call) => {
      await clock.delay(250, call.signal);
      return usual(domain, call);
    };
    const reading = registrar.getDomain({ domain: 'Example.com' });
    await clock.advance(250);
    await reading;
    const requestId = driver.log[0]?.call.origin.requestId;
    const common = {
      provider: 'test-registrar',
      environment: 'test',
      operation: 'getDomain',
      domain: 'example.com',
      requestId,
    };
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(events).toEqual([
      { ...common, type: 'operation.started', at: '2026-03-01T12:00:00.000Z' },
      { ...common, type: 'operation.succeeded', at: '2026-03-01T12:00:00.250Z', durationMs: 250 },
    ]);
  });

  it('tell of a failure what the error tells', async () => {
    const { events, registrar } = setUp();
    const error = await rejectionOf(registrar.getDomain({ domain: 'example.com' }));
    expect(error).toMatchObject({ code: 'DOMAIN_NOT_FOUND', requestId: events[0]?.requestId });
    expect(events.map(({ type }) => type)).toEqual(['operation.started', 'operation.failed']);
    expect(events[1]).toMatchObject({
      code: 'DOMAIN_NOT_FOUND',
      message: (error as Error).message,
      durationMs: 0,
    });
  });

  it('carry what the driver adds, stamped like the others', async () => {
    const { driver, events, registrar } = setUp();
    const usual = driver.getBalance.bind(driver);
    driver.getBalance = async (call) => {
      call.emit({
        type: 'request.sent',
        operation: 'getBalance',
        target: 'users.getBalances',
        attempt: 1,
      });
      return usual(call);
    };
    await registrar.getBalance();
    expect(events.map(({ type }) => type)).toEqual([
      'operation.started',
      'request.sent',
      'operation.succeeded',
    ]);
    expect(events[1]).toMatchObject({
      provider: 'test-registrar',
      environment: 'test',
      at: '2026-03-01T12:00:00.000Z',
      target: 'users.getBalances',
    });
  });

  it('differ in their request from call to call, and come page by page for lists', async () => {
    const { driver, events, registrar } = setUp();
    Object.assign(driver, {
      listDomains: async ({ cursor }: { cursor?: string }) =>
        cursor === undefined
          ? { items: [{ domain: 'a.com' }], next: '2' }
          : { items: [{ domain: 'b.com' }] },
    });
    const rows = await collect(registrar.listDomains());
    expect(rows.map(({ domain }) => domain)).toEqual(['a.com', 'b.com']);
    expect(events.map(({ type }) => type)).toEqual([
      'operation.started',
      'operation.succeeded',
      'operation.started',
      'operation.succeeded',
    ]);
    expect(new Set(events.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('hold no contacts and no secrets', async () => {
    const { events, registrar } = setUp();
    await registrar.registerDomain({
      domain: 'example.com',
      years: 1,
      contacts: { registrant: aContact() },
      price: 'listed',
      tldAttributes: { identity: 'CANARY-12345' },
    });
    expect(events.length).toBeGreaterThan(1);
    expect(JSON.stringify(events)).not.toMatch(/canary/i);
  });
});

describe('a listener', () => {
  it('cannot fail a call by throwing', async () => {
    const { registrar } = setUp(() => {
      throw new Error('a bug in the log');
    });
    expect(await registrar.getBalance()).toMatchObject({ available: [{ amount: '100.00' }] });
  });

  it('cannot end the process by rejecting', async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => {
      rejections.push(reason);
    };
    process.on('unhandledRejection', note);
    try {
      const { registrar } = setUp(async () => {
        throw new Error('a bug in the log');
      });
      await registrar.getBalance();
      await settled();
      await settled();
    } finally {
      process.off('unhandledRejection', note);
    }
    expect(rejections).toEqual([]);
  });
});
