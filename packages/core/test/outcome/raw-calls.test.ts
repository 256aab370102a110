import { describe, expect, it, jest, test } from '@jest/globals';
import {
  InsufficientFundsError,
  isRegistrarError,
  money,
  PortableRegistrar,
  ProviderError,
  RateLimitError,
  settleTimeMs,
  TransportError,
  volatileJournal,
  type CallContext,
  type RawCallOptions,
  type RawRequest,
  type RegistrarEvent,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import { aContact } from '../support/a-contact.js';
import { lostAnswer, registration } from '../support/purchases.js';
import { settled, TestClock } from '../support/test-clock.js';
import { TestDriver } from '../support/test-driver.js';
import { rejectionOf } from '../support/thrown-by.js';

/** A registrar with a raw method, as an adapter has one. */
class RawRegistrar extends PortableRegistrar {
  raw<Result>(
    request: RawRequest,
    options: RawCallOptions | undefined,
    work: (call: CallContext) => Promise<Result>,
  ): Promise<Result> {
    return this.rawCall(request, options, work);
  }
}

const charging: RawRequest = {
  command: 'namecheap.ssl.create',
  effect: 'charge',
  fingerprint: 'aaaa',
};
const accepted: RawCallOptions = { acceptCharge: true };

function setUp(changes: Partial<RegistrarRuntime> = {}) {
  const clock = new TestClock();
  const driver = new TestDriver();
  const journal = volatileJournal({ now: () => clock.now() });
  const events: RegistrarEvent[] = [];
  const runtime: RegistrarRuntime = {
    clock,
    journal,
    onEvent: (event) => {
      events.push(event);
    },
    ...changes,
  };
  const calls: CallContext[] = [];
  const registrar = new RawRegistrar(driver, runtime);
  return {
    clock,
    driver,
    events,
    calls,
    journal,
    registrar,
    another: () => new RawRegistrar(driver, runtime),
    rows: () => journal.list('test-registrar api.example.com account-1'),
    /** What a raw call sends; it answers with what the vendor would. */
    send: async (call: CallContext) => {
      calls.push(call);
      return { certificate: 4711 };
    },
  };
}

describe('a raw call', () => {
  test.each([
    ['read', 'read'],
    ['write', 'never'],
  ] as const)('that %ss is sent without a journal and without consent', async (effect, retry) => {
    const { calls, events, driver, send } = setUp();
    const registrar = new RawRegistrar(driver, {
      onEvent: (event) => {
        events.push(event);
      },
    });
    const request = { command: 'namecheap.users.getPricing', effect, fingerprint: 'x' };
    expect(await registrar.raw(request, undefined, send)).toEqual({ certificate: 4711 });
    expect(await registrar.raw(request, { acceptCharge: true }, send)).toBeDefined();
    expect(calls.map((call) => [call.retry, call.origin.operation, call.lane])).toEqual([
      [retry, 'raw', 'interactive'],
      [retry, 'raw', 'interactive'],
    ]);
    expect(events.slice(0, 2)).toMatchObject([
      { type: 'operation.started', operation: 'raw' },
      { type: 'operation.succeeded', operation: 'raw' },
    ]);
  });

  test.each([
    ['read', 60_000],
    ['write', 60_000],
    ['charge', 180_000],
  ] as const)('that %ss has a deadline', async (effect, ms) => {
    const { clock, registrar } = setUp();
    const request = { ...charging, effect };
    let ended = false;
    const call = rejectionOf(
      registrar.raw(request, accepted, ({ signal }) => {
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
        });
      }),
    ).finally(() => {
      ended = true;
    });
    await clock.advance(ms - 1);
    expect(ended).toBe(false);
    await clock.advance(1);
    const effects = { read: 'none', write: 'unknown', charge: 'unknown' };
    expect(await call).toMatchObject({
      code: effect === 'charge' ? 'OUTCOME_UNKNOWN' : 'TIMEOUT',
      effect: effects[effect],
    });
  });

  test.each([
    [{ acceptcharge: true }, 'options.acceptcharge: is not a field of this input'],
    [{ acceptCharge: 'yes' }, 'options.acceptCharge: is not of type boolean'],
    [{ dryRun: true }, 'options.dryRun: is not a field of this input'],
    [{ idempotencyKey: '' }, 'options.idempotencyKey: is not a usable key'],
  ])('refuses the options %j', async (options, words) => {
    const { calls, registrar, send } = setUp();
    const error = await rejectionOf(registrar.raw(charging, options as never, send));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.message).toContain(words);
    expect(calls).toEqual([]);
  });
});

describe('a raw call that may charge', () => {
  it('is not sent without consent, and the option is named', async () => {
    const { calls, registrar, rows, send } = setUp();
    for (const options of [undefined, {}, { acceptCharge: false }]) {
      const error = await rejectionOf(registrar.raw(charging, options, send));
      expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual([
        {
          path: 'options.acceptCharge',
          problem: 'is not given, and namecheap.ssl.create may charge the account',
          cure: 'give acceptCharge: true to send it, once',
        },
      ]);
    }
    expect([calls, await rows()]).toEqual([[], []]);
  });

  it('is not sent without a journal, and the choices are named', async () => {
    const { calls, driver, send } = setUp();
    const error = await rejectionOf(new RawRegistrar(driver).raw(charging, accepted, send));
    expect(error).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      diagnosis: [{ cause: 'journal_missing' }],
    });
    expect(calls).toEqual([]);
  });

  it('is on record before it is sent, is sent once without a retry, and answers what the vendor answers', async () => {
    const { clock, registrar, rows } = setUp();
    const sent: unknown[] = [];
    const answer = await registrar.raw(
      charging,
      { ...accepted, idempotencyKey: 'k' },
      async (call) => {
        sent.push([call.retry, (await rows()).map(({ state }) => state.status)]);
        return 'the answer CANARY';
      },
    );
    expect(answer).toBe('the answer CANARY');
    expect(sent).toEqual([['never', ['started']]]);
    const [row] = await rows();
    expect(row).toEqual({
      scope: 'test-registrar api.example.com account-1',
      key: 'caller k',
      order: expect.stringMatching(/^[0-9a-f]{64}$/),
      operation: {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        provider: 'test-registrar',
        environment: 'test',
        kind: 'raw',
        command: 'namecheap.ssl.create',
      },
      kind: 'raw',
      environment: 'test',
      startedAt: clock.now(),
      leaseUntil: expect.any(Number),
      state: { status: 'done', result: null },
    });
  });

  it('is refused under a key that was used, in another process too, and says when it was sent', async () => {
    const { another, calls, clock, registrar, send } = setUp();
    const options = { ...accepted, idempotencyKey: 'order-7' };
    await registrar.raw(charging, options, send);
    await clock.advance(400 * 86_400_000);
    const error = await rejectionOf(another().raw(charging, options, send));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toEqual([
      {
        path: 'options.idempotencyKey',
        problem: 'names a call that was sent already, at 2026-03-01T12:00:00.000Z, and answered',
        cure: 'give another key to send it again, which charges again',
      },
    ]);
    expect(error).toMatchObject({ operation: 'raw', effect: 'none' });
    expect(calls).toHaveLength(1);
  });

  it('is refused without a key for a day, when command and parameters are the same', async () => {
    const { calls, clock, registrar, send } = setUp();
    await registrar.raw(charging, accepted, send);
    const error = await rejectionOf(registrar.raw(charging, accepted, send));
    expect(isRegistrarError(error, 'INVALID_INPUT') && error.issues).toMatchObject([
      {
        problem: expect.stringContaining('is missing, and the same call was sent already'),
        cure: 'give a key to send it again, which charges again',
      },
    ]);
    const spelt = { ...charging, command: 'Namecheap.SSL.create' };
    await rejectionOf(registrar.raw(spelt, accepted, send));
    await registrar.raw({ ...charging, fingerprint: 'bbbb' }, accepted, send);
    await registrar.raw({ ...charging, command: 'namecheap.ssl.renew' }, accepted, send);
    await registrar.raw(charging, { ...accepted, idempotencyKey: 'another' }, send);
    expect(calls).toHaveLength(4);
    await clock.advance(86_400_000);
    await registrar.raw(charging, accepted, send);
    expect(calls).toHaveLength(5);
  });

  test.each<[string, (call: CallContext) => Error]>([
    ['too little money', (call) => new InsufficientFundsError({ ...call.origin, detail: 'poor' })],
    [
      'no connection',
      (call) => new TransportError({ ...call.origin, detail: 'refused', phase: 'not_sent' }),
    ],
  ])('frees its key when it is refused: %s', async (_, errorOf) => {
    const { registrar, rows, send } = setUp();
    const refused = registrar.raw(charging, accepted, async (call) => {
      throw errorOf(call);
    });
    expect(await rejectionOf(refused)).toMatchObject({ effect: 'none' });
    expect(await rows()).toEqual([]);
    expect(await registrar.raw(charging, accepted, send)).toEqual({ certificate: 4711 });
  });

  test.each<[string, (call: CallContext) => unknown]>([
    ['the connection broke', lostAnswer],
    ['the adapter broke down', () => new TypeError('CANARY')],
    [
      // There is nothing to read that could prove it.
      'a refusal for frequency in a doubtful place',
      (call) => {
        const limit = { reason: 'minute', source: 'registrar', effect: 'unknown' } as const;
        return new RateLimitError({ ...call.origin, detail: 'slow', ...limit });
      },
    ],
  ])('is unknown for good when its answer is lost: %s', async (_, errorOf) => {
    const { another, calls, driver, registrar, rows, send } = setUp();
    const lost = registrar.raw(charging, accepted, async (call) => {
      throw errorOf(call);
    });
    const error = await rejectionOf(lost);
    expect(error).toMatchObject({ code: 'OUTCOME_UNKNOWN', operation: 'raw', retryable: false });
    expect((error as Error).message).toContain('do not send it again, look into the provider');
    expect(JSON.stringify(error)).not.toMatch(/CANARY|until it answers/);
    const operation = isRegistrarError(error, 'OUTCOME_UNKNOWN') ? error.handle : undefined;
    expect(JSON.parse(JSON.stringify(operation))).toEqual((await rows())[0]?.operation);

    const again = await rejectionOf(another().raw(charging, accepted, send));
    expect(again).toMatchObject({ code: 'OUTCOME_UNKNOWN', handle: operation });
    expect(calls).toEqual([]);
    for (const state of [
      await registrar.getOperation({ operation: operation! }),
      await registrar.reconcileOperation({ operation: operation! }),
    ])
      expect(state).toEqual({ status: 'unknown' });
    expect(driver.log).toEqual([]);
  });

  it('is on record as sent when the answer says that it was executed and cannot be used', async () => {
    const { registrar, rows, send } = setUp();
    const broken = registrar.raw(charging, accepted, async (call) => {
      throw new ProviderError({ ...call.origin, detail: 'odd', effect: 'applied' });
    });
    expect(await rejectionOf(broken)).toMatchObject({ code: 'PROVIDER_ERROR', effect: 'applied' });
    expect(await rows()).toMatchObject([{ state: { status: 'done' } }]);
    const again = await rejectionOf(registrar.raw(charging, accepted, send));
    expect(isRegistrarError(again, 'INVALID_INPUT')).toBe(true);
  });

  it('is not sent when the caller has left', async () => {
    const { calls, registrar, rows, send } = setUp();
    const options = { ...accepted, signal: AbortSignal.abort() };
    expect(await rejectionOf(registrar.raw(charging, options, send))).toMatchObject({
      code: 'CANCELLED',
      effect: 'none',
    });
    expect([calls, await rows()]).toEqual([[], []]);
  });

  it('goes once when it is asked for twice at the same time', async () => {
    const { another, clock, registrar } = setUp();
    let sent = 0;
    const slow = async (): Promise<string> => {
      sent += 1;
      await clock.delay(40_000);
      return 'answer';
    };
    const both = Promise.allSettled([
      registrar.raw(charging, accepted, slow),
      another().raw(charging, accepted, slow),
    ]);
    await clock.advance(60_000);
    expect(await both).toMatchObject([
      { status: 'fulfilled', value: 'answer' },
      { status: 'rejected', reason: { code: 'INVALID_INPUT' } },
    ]);
    expect(sent).toBe(1);
  });

  it('of a process that ended is unknown, and nobody takes its place', async () => {
    const { another, calls, clock, journal, registrar, send } = setUp();
    void registrar.raw(charging, accepted, () => new Promise(() => undefined));
    await settled();
    // No sign of life comes any more.
    jest.spyOn(journal, 'extendLease').mockResolvedValue();
    await clock.advance(journal.leaseMs);
    const error = await rejectionOf(another().raw(charging, accepted, send));
    expect(error).toMatchObject({
      code: 'OUTCOME_UNKNOWN',
      lostBecause: 'the process that sent it ended before the answer came',
    });
    expect(calls).toEqual([]);
  });

  it('does not hold up another one, nor a purchase, while it is unknown', async () => {
    const { registrar, rows, send } = setUp();
    await rejectionOf(
      registrar.raw(charging, accepted, async (call) => {
        throw lostAnswer(call);
      }),
    );
    const options = { ...accepted, idempotencyKey: 'for another customer' };
    expect(await registrar.raw(charging, options, send)).toEqual({ certificate: 4711 });
    expect(
      await registrar.registerDomain({ ...registration, contacts: { registrant: aContact() } }),
    ).toMatchObject({ status: 'done' });
    expect(await rows()).toHaveLength(3);
  });

  it('and a purchase cannot have the same key', async () => {
    const { registrar, send } = setUp();
    const idempotencyKey = 'order-7';
    await registrar.raw(charging, { ...accepted, idempotencyKey }, send);
    const bought = await rejectionOf(registrar.registerDomain(registration, { idempotencyKey }));
    expect(isRegistrarError(bought, 'INVALID_INPUT') && bought.issues).toMatchObject([
      {
        path: 'options.idempotencyKey',
        problem:
          'was used for another order (the raw call namecheap.ssl.create, or other parameters of it)',
      },
    ]);
    const other = { ...charging, fingerprint: 'bbbb' };
    const raw = await rejectionOf(registrar.raw(other, { ...accepted, idempotencyKey }, send));
    expect(isRegistrarError(raw, 'INVALID_INPUT')).toBe(true);
    await registrar.registerDomain(registration, { idempotencyKey: 'order-8' });
    const late = await rejectionOf(
      registrar.raw(charging, { ...accepted, idempotencyKey: 'order-8' }, send),
    );
    expect(isRegistrarError(late, 'INVALID_INPUT') && late.message).toContain(
      'was used for another order (registerDomain example.com, 1 years)',
    );
  });

  it('reserves nothing against a spend limit', async () => {
    const clock = new TestClock();
    const spendLimit = { amount: money('10.00', 'USD'), periodMs: 86_400_000 };
    const journal = volatileJournal({ now: () => clock.now(), spendLimit });
    const { registrar, send } = setUp({ clock, journal });
    await registrar.registerDomain(registration);
    expect(await registrar.raw(charging, accepted, send)).toEqual({ certificate: 4711 });
  });

  it.each(['executed', 'not_executed'] as const)(
    'of unknown outcome is settled by the word of somebody who saw that it was %s',
    async (witnessed) => {
      const { another, calls, clock, registrar, rows, send } = setUp();
      await rejectionOf(
        registrar.raw(charging, accepted, async (call) => {
          throw lostAnswer(call);
        }),
      );
      const { operation } = (await rows())[0]!;
      await clock.advance(settleTimeMs);
      const state = await another().reconcileOperation({ operation, witnessed });
      const again = registrar.raw(charging, accepted, send);
      if (witnessed === 'executed') {
        expect(state).toMatchObject({ status: 'answered', operation });
        const refused = await rejectionOf(again);
        expect(isRegistrarError(refused, 'INVALID_INPUT')).toBe(true);
        expect(calls).toHaveLength(0);
        expect(
          await another().reconcileOperation({ operation, witnessed: 'not_executed' }),
        ).toEqual({
          ...state,
          overruled: true,
        });
      } else {
        expect(state).toEqual({ status: 'refused' });
        expect(await again).toEqual({ certificate: 4711 });
      }
    },
  );

  it('is told by getOperation as answered, and waiting for it ends at once', async () => {
    const { clock, registrar, rows, send } = setUp();
    await registrar.raw(charging, accepted, send);
    const { operation } = (await rows())[0]!;
    const handle = JSON.parse(JSON.stringify(operation)) as typeof operation;
    const answered = { status: 'answered', operation, sentAt: '2026-03-01T12:00:00.000Z' };
    expect(await registrar.getOperation({ operation: handle })).toEqual(answered);
    expect(await registrar.reconcileOperation({ operation: handle })).toEqual(answered);
    expect(clock.waiting).toBe(0);
  });

  it('is shown by a name that is fit for a log', async () => {
    const { registrar, rows, send } = setUp();
    const command = `POST x\n${'y'.repeat(100)}`;
    const request = { ...charging, command };
    const error = await rejectionOf(registrar.raw(request, undefined, send));
    expect((error as Error).message).not.toMatch(/\n|y{90}/);
    await registrar.raw(request, accepted, send);
    expect((await rows())[0]?.operation).toMatchObject({
      command: expect.stringMatching(/^POST x\ufffdy{60,75}\.{3}$/),
    });
  });
});
