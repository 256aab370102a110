import { describe, expect, it } from '@jest/globals';
import {
  PortableRegistrar,
  ProviderError,
  ProviderUnavailableError,
  readDomainName,
  type CallContext,
  type DomainName,
  type DriverAvailability,
} from '@registrar-kit/core';
import { scriptedDriver } from '../support/scripted-driver.js';
import { settled } from '../support/test-clock.js';
import { rejectionOf } from '../support/thrown-by.js';

/** A request that waits until the test answers it. */
interface Held<Answer> {
  readonly domains: readonly string[];
  readonly call: CallContext;
  readonly answer: (value: Answer) => void;
  readonly fail: (error: Error) => void;
}

function hold<Answer>(held: Held<Answer>[], domains: readonly string[], call: CallContext) {
  return new Promise<Answer>((answer, fail) => {
    held.push({ domains, call, answer, fail });
    call.signal.addEventListener('abort', () => fail(new Error('gone')));
  });
}

const taken = (domain: string): DriverAvailability => {
  const reading = readDomainName(domain);
  if (!reading.ok) throw new Error(`${domain} is no name`);
  return { domain: reading.domain, availability: 'taken' };
};

describe('names that several callers ask for at the same time', () => {
  function setUp() {
    const held: Held<readonly DriverAvailability[]>[] = [];
    const driver = scriptedDriver(
      {
        checkAvailability: (domains: readonly DomainName[], call) => hold(held, domains, call),
      },
      { checkAvailability: { namesPerRequest: 5 } },
    );
    const registrar = new PortableRegistrar(driver);
    const answerAll = async (): Promise<void> => {
      for (const { domains, answer } of held.splice(0)) answer(domains.map(taken));
      await settled();
    };
    /** As many requests as there can be under way at once. */
    const occupy = async (): Promise<Promise<unknown>[]> => {
      const calls = [1, 2, 3, 4].map((each) =>
        registrar.checkAvailability({ domains: [`occupied-${each}.com`] }),
      );
      await settled();
      expect(held).toHaveLength(4);
      return calls;
    };
    return { held, registrar, answerAll, occupy };
  }

  it('go out at once while there is room, each as it was asked', async () => {
    const { held, answerAll, occupy } = setUp();
    const calls = await occupy();
    expect(held.map(({ domains }) => domains)).toEqual([
      ['occupied-1.com'],
      ['occupied-2.com'],
      ['occupied-3.com'],
      ['occupied-4.com'],
    ]);
    await answerAll();
    await Promise.all(calls);
  });

  it('share a request when they have to wait, and each caller gets its own rows', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const asked = [['a.com', 'b.com'], ['b.com', 'c.com', 'd.com'], ['e.com', 'f.com'], ['g.com']];
    const rows = asked.map((domains) => registrar.checkAvailability({ domains }));
    await settled();
    await answerAll();
    expect(held.map(({ domains }) => domains)).toEqual([
      ['a.com', 'b.com', 'c.com', 'd.com'],
      ['e.com', 'f.com', 'g.com'],
    ]);
    await answerAll();
    const answered = await Promise.all(rows);
    expect(answered.map((each) => each.map(({ input }) => input))).toEqual(asked);
    for (const { availability } of answered.flat()) expect(availability).toBe('taken');
    await Promise.all(calls);
  });

  it('never wait in the line of another lane', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const nightly = registrar.checkAvailability({ domains: ['nightly.com'] }, { lane: 'bulk' });
    await settled();
    expect(held.at(-1)?.domains).toEqual(['nightly.com']);
    await answerAll();
    await Promise.all([...calls, nightly]);
  });

  it('are asked for the others when one caller leaves', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const controller = new AbortController();
    const leaving = registrar.checkAvailability(
      { domains: ['leaving.com'] },
      { signal: controller.signal },
    );
    const staying = registrar.checkAvailability({ domains: ['staying.com'] });
    await settled();
    await answerAll();
    expect(held[0]?.domains).toEqual(['leaving.com', 'staying.com']);
    controller.abort();
    expect(await rejectionOf(leaving)).toMatchObject({ code: 'CANCELLED' });
    expect(held[0]?.call.signal.aborted).toBe(false);
    await answerAll();
    expect(await staying).toMatchObject([{ domain: 'staying.com', availability: 'taken' }]);
    await Promise.all(calls);
  });

  it('are not asked at all for a caller that left before its turn', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const controller = new AbortController();
    const leaving = registrar.checkAvailability(
      { domains: ['leaving.com'] },
      { signal: controller.signal },
    );
    await settled();
    controller.abort();
    expect(await rejectionOf(leaving)).toMatchObject({ code: 'CANCELLED' });
    await answerAll();
    expect(held).toEqual([]);
    await Promise.all(calls);
  });

  it('end their request when everybody has left', async () => {
    const { held, registrar } = setUp();
    const controller = new AbortController();
    const leaving = registrar.checkAvailability(
      { domains: ['leaving.com'] },
      { signal: controller.signal },
    );
    await settled();
    controller.abort();
    expect(await rejectionOf(leaving)).toMatchObject({ code: 'CANCELLED' });
    expect(held[0]?.call.signal.aborted).toBe(true);
  });

  it('are asked anew for each caller where the names of one may have spoiled the request', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const spoiling = rejectionOf(registrar.checkAvailability({ domains: ['odd.com'] }));
    const spoiled = registrar.checkAvailability({ domains: ['even.com'] });
    await settled();
    await answerAll();
    const refused = (call: CallContext): Error =>
      new ProviderError({ ...call.origin, detail: 'one of the names is odd' });
    for (const { call, fail } of held.splice(0)) fail(refused(call));
    await settled();
    expect(held.map(({ domains }) => domains)).toEqual([['odd.com'], ['even.com']]);
    const [odd] = held.splice(0, 1);
    if (odd !== undefined) odd.fail(refused(odd.call));
    await answerAll();
    expect(await spoiling).toMatchObject({ code: 'PROVIDER_ERROR' });
    expect(await spoiled).toMatchObject([{ domain: 'even.com', availability: 'taken' }]);
    await Promise.all(calls);
  });

  it('are not asked anew for callers that asked for all of them', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const failing = [
      ['odd.com', 'even.com'],
      ['even.com', 'odd.com'],
    ].map((domains) => rejectionOf(registrar.checkAvailability({ domains })));
    await settled();
    await answerAll();
    expect(held.map(({ domains }) => domains)).toEqual([['odd.com', 'even.com']]);
    for (const { call, fail } of held.splice(0))
      fail(new ProviderError({ ...call.origin, detail: 'one of the names is odd' }));
    await settled();
    expect(held).toEqual([]);
    for (const error of await Promise.all(failing))
      expect(error).toMatchObject({ code: 'PROVIDER_ERROR' });
    await Promise.all(calls);
  });

  it('are not asked anew for a caller that has left', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const calls = await occupy();
    const controller = new AbortController();
    const { signal } = controller;
    const leaving = ['odd.com', 'even.com'].map((domain) =>
      rejectionOf(registrar.checkAvailability({ domains: [domain] }, { signal })),
    );
    await settled();
    await answerAll();
    expect(held.map(({ domains }) => domains)).toEqual([['odd.com', 'even.com']]);
    for (const { call, fail } of held.splice(0)) {
      fail(new ProviderError({ ...call.origin, detail: 'one of the names is odd' }));
      controller.abort();
    }
    await settled();
    expect(held).toEqual([]);
    await Promise.all([...leaving, ...calls]);
  });

  it('go on after a request that failed', async () => {
    const { held, registrar, answerAll, occupy } = setUp();
    const failures = (await occupy()).map((call) => rejectionOf(call));
    const waiting = registrar.checkAvailability({ domains: ['waiting.com'] });
    await settled();
    for (const { call, fail } of held.splice(0))
      fail(new ProviderUnavailableError({ ...call.origin, detail: 'down' }));
    await settled();
    await answerAll();
    expect(await waiting).toMatchObject([{ availability: 'taken' }]);
    for (const error of await Promise.all(failures))
      expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
  });
});

describe('identical reads that are under way', () => {
  function setUp() {
    const held: Held<{ enabled: boolean; list: string[] }>[] = [];
    const read = (domain: string, call: CallContext) => hold(held, [domain], call);
    const driver = scriptedDriver({
      getLock: read as never,
      getAuthCode: read as never,
      deleteDomain: () => Promise.resolve(),
    });
    return { held, registrar: new PortableRegistrar(driver), twin: new PortableRegistrar(driver) };
  }

  it('are made once, and nobody sees what another does to the answer', async () => {
    const { held, registrar } = setUp();
    const calls = [1, 2, 3].map(() => registrar.getLock({ domain: 'example.com' }));
    const other = registrar.getLock({ domain: 'other.com' });
    await settled();
    expect(held.map(({ domains }) => domains)).toEqual([['example.com'], ['other.com']]);
    for (const { answer } of held) answer({ enabled: true, list: [] });
    const answers = (await Promise.all(calls)) as unknown as { list: string[] }[];
    answers[0]?.list.push('changed');
    expect(answers.map(({ list }) => list)).toEqual([['changed'], [], []]);
    await other;
  });

  it('go on while one of the callers wants the answer', async () => {
    const { held, registrar } = setUp();
    const controller = new AbortController();
    const first = registrar.getLock({ domain: 'example.com' }, { signal: controller.signal });
    const second = registrar.getLock({ domain: 'example.com' });
    await settled();
    controller.abort();
    expect(await rejectionOf(first)).toMatchObject({ code: 'CANCELLED' });
    held[0]?.answer({ enabled: true, list: [] });
    expect(await second).toMatchObject({ enabled: true });
    expect(held).toHaveLength(1);
  });

  it('fail for all who wait, and are made anew for the next', async () => {
    const { held, registrar } = setUp();
    const calls = [1, 2].map(() => rejectionOf(registrar.getLock({ domain: 'example.com' })));
    await settled();
    held[0]?.fail(new ProviderUnavailableError({ ...held[0].call.origin, detail: 'down' }));
    for (const error of await Promise.all(calls))
      expect(error).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' });
    const next = registrar.getLock({ domain: 'example.com' });
    await settled();
    expect(held).toHaveLength(2);
    held[1]?.answer({ enabled: true, list: [] });
    await next;
  });

  it('do not serve who reads after a change', async () => {
    const { held, registrar } = setUp();
    const before = registrar.getLock({ domain: 'example.com' });
    await settled();
    await registrar.deleteDomain({ domain: 'example.com' });
    const after = registrar.getLock({ domain: 'example.com' });
    await settled();
    expect(held).toHaveLength(2);
    for (const { answer } of held) answer({ enabled: true, list: [] });
    await Promise.all([before, after]);
  });

  it('do not serve who reads after a change that another object for the account made', async () => {
    const { held, registrar, twin } = setUp();
    const before = registrar.getLock({ domain: 'example.com' });
    await settled();
    await twin.deleteDomain({ domain: 'example.com' });
    const after = registrar.getLock({ domain: 'example.com' });
    await settled();
    expect(held).toHaveLength(2);
    held[1]?.answer({ enabled: false, list: [] });
    expect(await after).toMatchObject({ enabled: false });
    held[0]?.answer({ enabled: true, list: [] });
    expect(await before).toMatchObject({ enabled: true });
  });

  it('are not shared across lanes, nor where the answer is a secret', async () => {
    const { held, registrar } = setUp();
    const calls = [
      registrar.getLock({ domain: 'example.com' }),
      registrar.getLock({ domain: 'example.com' }, { lane: 'bulk' }),
      registrar.getAuthCode({ domain: 'example.com' }),
      registrar.getAuthCode({ domain: 'example.com' }),
    ];
    await settled();
    expect(held).toHaveLength(4);
    for (const { answer } of held) answer({ enabled: true, list: [] });
    await Promise.all(calls);
  });
});
