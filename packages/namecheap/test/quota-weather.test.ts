import { describe, expect, it } from '@jest/globals';
import {
  createRegistrar,
  isRegistrarError,
  quotaSnapshotOf,
  type Registrar,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { namecheap, type NamecheapConfig } from '@registrar-kit/namecheap';
import nock from 'nock';
import { canaryKey, expectNoCanary } from './support/canaries.js';
import { okBody, sandbox } from './support/namecheap-wire.js';

function configOf(apiUser: string, quota: NamecheapConfig['quota']): NamecheapConfig {
  return {
    provider: 'namecheap',
    environment: 'test',
    apiUser,
    apiKey: canaryKey,
    clientIp: '203.0.113.7',
    ...(quota === undefined ? {} : { quota }),
  };
}

/** Short windows, so that a pause (an eighth of the shortest) is short as well. */
const quick: NamecheapConfig['quota'] = { api: { windows: [{ limit: 40, windowMs: 8000 }] } };

describe('a vendor that refuses for frequency for ever', () => {
  it.each([405, 429])(
    'by %d ends calls as RateLimitError, pauses longer each time, and does not hold up another account',
    async (status) => {
      let refused = 0;
      nock(sandbox)
        .post(
          '/xml.response',
          (body: Record<string, string>) => body['ApiUser'] === `stormy${status}`,
        )
        .reply(() => {
          refused += 1;
          return [status, ''];
        })
        .persist();
      nock(sandbox)
        .post(
          '/xml.response',
          (body: Record<string, string>) => body['ApiUser'] === `calm${status}`,
        )
        .reply(
          200,
          okBody(
            '<UserGetBalancesResult Currency="USD" AvailableBalance="1.00" AccountBalance="1.00" EarnedAmount="0.00" WithdrawableAmount="0.00" FundsRequiredForAutoRenew="0.00" />',
          ),
        );
      const events: RegistrarEvent[] = [];
      const runtime = { random: () => 0, onEvent: (event: RegistrarEvent) => events.push(event) };
      const stormy = createRegistrar(configOf(`stormy${status}`, quick), [namecheap], runtime);
      const calm = createRegistrar(configOf(`calm${status}`, quick), [namecheap], runtime);
      const calls = Array.from({ length: 12 }, (_, index) =>
        stormy.getDomain({ domain: `name-${index}.com` }, { timeoutMs: 10_000 }).then(
          () => 'answered',
          (error: unknown) => error,
        ),
      );
      expect((await calm.getBalance()).available).toEqual([{ amount: '1.00', currency: 'USD' }]);
      const errors = await Promise.all(calls);
      for (const error of errors) {
        expect(isRegistrarError(error, 'RATE_LIMITED') && error.effect).toBe('none');
        expectNoCanary(error);
      }
      // Each call tries three times at most, and waits for the others in between.
      expect(refused).toBeLessThanOrEqual(36);
      const pauses = events.flatMap((event) =>
        event.type === 'quota.paused' ? [event.pauseMs] : [],
      );
      expect(pauses[0]).toBe(1000);
      expect(Math.max(...pauses)).toBeGreaterThanOrEqual(2000);
      nock.cleanAll();
    },
    40_000,
  );

  it('ends a call at its deadline as RateLimitError, while it waits for the pause to end', async () => {
    let refused = 0;
    nock(sandbox)
      .post('/xml.response')
      .reply(() => {
        refused += 1;
        return [429, '', { 'retry-after': '20' }];
      })
      .persist();
    const registrar = createRegistrar(configOf('patient', quick), [namecheap]);
    const errors = await Promise.all(
      ['one.com', 'two.com', 'three.com'].map((domain) =>
        registrar.getDomain({ domain }, { timeoutMs: 1000 }).catch((error: unknown) => error),
      ),
    );
    for (const error of errors)
      expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 20_000 });
    expect(refused).toBe(3);
    const late = registrar.getDomain({ domain: 'four.com' }, { timeoutMs: 1000 });
    await expect(late).rejects.toMatchObject({ code: 'RATE_LIMITED', source: 'quota' });
    // Nobody asks again before the time that the vendor named.
    expect(refused).toBe(3);
    nock.cleanAll();
  }, 20_000);
});

describe('createRegistrar', () => {
  it.each([
    ['a window of 0', { limit: 0, windowMs: 60_000 }, 'quota.api.windows[0].limit'],
    ['a window without length', { limit: 20, windowMs: 0 }, 'quota.api.windows[0].windowMs'],
  ])('refuses %s and names the field', (_, window, path) => {
    const config = configOf('zero', { api: { windows: [window] } });
    expect(() => createRegistrar(config, [namecheap])).toThrow(
      expect.objectContaining({
        code: 'CONFIGURATION_INVALID',
        issues: [expect.objectContaining({ path })],
      }),
    );
  });

  it('refuses other limits for an account that this process already uses, and says so', () => {
    const limits = (limit: number): NamecheapConfig['quota'] => ({
      api: { windows: [{ limit, windowMs: 60_000 }] },
    });
    createRegistrar(configOf('twice', limits(20)), [namecheap]);
    expect(() => createRegistrar(configOf('twice', limits(20)), [namecheap])).not.toThrow();
    expect(() => createRegistrar(configOf('twice', limits(50)), [namecheap])).toThrow(
      /this process already uses account twice at api\.sandbox\.namecheap\.com with other limits/,
    );
  });
});

describe('quotaSnapshotOf', () => {
  it('tells what was used of each window, and who waits', async () => {
    const quota: NamecheapConfig['quota'] = {
      api: { windows: [{ limit: 2, windowMs: 60_000 }], countsFrom: 'completion' },
    };
    const registrar = createRegistrar(configOf('metered', quota), [namecheap]);
    const idle = { running: 0, waiting: { interactive: 0, bulk: 0 }, pausedForMs: 0 };
    const window = { limit: 2, windowMs: 60_000 };
    expect(quotaSnapshotOf(registrar)).toEqual({
      api: {
        ...idle,
        used: [{ count: 0, free: 2, ...window }],
        nextSlotMs: { interactive: 0, bulk: 0 },
      },
    });
    nock(sandbox).post('/xml.response').twice().reply(200, okBody('<UserGetBalancesResult />'));
    for (const timeoutMs of [5000, 6000])
      await registrar.getBalance({ timeoutMs }).catch(() => undefined);
    const ending = new AbortController();
    const waiting = registrar
      .getBalance({ lane: 'bulk', signal: ending.signal })
      .catch((error: unknown) => isRegistrarError(error) && error.code);
    await new Promise(setImmediate);
    const { used, nextSlotMs, ...rest } = quotaSnapshotOf(registrar)['api'] ?? {};
    expect({ used, ...rest }).toEqual({
      ...idle,
      waiting: { interactive: 0, bulk: 1 },
      used: [{ count: 2, free: 0, ...window }],
    });
    expect(nextSlotMs?.interactive).toBeGreaterThan(30_000);
    ending.abort();
    expect(await waiting).toBe('CANCELLED');
  });

  it('has no bucket for a registrar without a quota', () => {
    expect(quotaSnapshotOf({ provider: 'double' } as Registrar)).toEqual({});
  });
});
