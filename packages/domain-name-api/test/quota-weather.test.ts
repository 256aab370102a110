import { describe, expect, it } from '@jest/globals';
import { createRegistrar, isRegistrarError, type RegistrarEvent } from '@registrar-kit/core';
import { domainNameApi, type DomainNameApiConfig } from '@registrar-kit/domain-name-api';
import nock from 'nock';
import { resellerId, testKey } from './support/credentials.js';
import { fixture } from './support/vendor.js';

function configOf(host: string, windowMs: number, limit = 20): DomainNameApiConfig {
  const windows = [{ limit, windowMs }];
  return {
    provider: 'domain-name-api',
    environment: 'test',
    resellerId,
    apiKey: testKey,
    baseUrl: `https://${host}`,
    quota: { api: { windows, maxConcurrent: 4 }, 'api-bulk': { windows, maxConcurrent: 4 } },
  };
}

it('ends calls as RateLimitError where the vendor answers 429 for ever, pauses longer each time, and leaves other accounts alone', async () => {
  let refused = 0;
  nock('https://stormy.example.com')
    .get(/.*/)
    .reply(() => {
      refused += 1;
      return [429, ''];
    })
    .persist();
  nock('https://calm.example.com')
    .get(/.*/)
    .reply(200, JSON.stringify(fixture('account-both-balances.json')), {
      'content-type': 'application/json',
    });
  const events: RegistrarEvent[] = [];
  const runtime = { random: () => 0, onEvent: (event: RegistrarEvent) => events.push(event) };
  const stormy = createRegistrar(configOf('stormy.example.com', 1000), [domainNameApi], runtime);
  const calm = createRegistrar(configOf('calm.example.com', 1000), [domainNameApi], runtime);
  const calls = Array.from({ length: 8 }, (_, index) =>
    stormy.getDomain({ domain: `name-${index}.com` }, { timeoutMs: 10_000 }).then(
      () => 'answered',
      (error: unknown) => error,
    ),
  );
  expect((await calm.getBalance()).available.length).toBeGreaterThan(0);
  for (const error of await Promise.all(calls))
    expect(isRegistrarError(error, 'RATE_LIMITED') && error.effect).toBe('none');
  expect(refused).toBeLessThanOrEqual(24);
  const pauses = events.flatMap((event) => (event.type === 'quota.paused' ? [event.pauseMs] : []));
  expect(pauses[0]).toBe(1000);
  expect(Math.max(...pauses)).toBeGreaterThanOrEqual(2000);
  nock.cleanAll();
}, 40_000);

describe('createRegistrar', () => {
  it('refuses a window of 0 and names the field', () => {
    expect(() => createRegistrar(configOf('zero.example.com', 1000, 0), [domainNameApi])).toThrow(
      expect.objectContaining({
        code: 'CONFIGURATION_INVALID',
        issues: [
          expect.objectContaining({ path: 'quota.api.windows[0].limit' }),
          expect.objectContaining({ path: 'quota.api-bulk.windows[0].limit' }),
        ],
      }),
    );
  });

  it('refuses other limits for an account that this process already uses', () => {
    createRegistrar(configOf('twice.example.com', 1000), [domainNameApi]);
    expect(() => createRegistrar(configOf('twice.example.com', 2000), [domainNameApi])).toThrow(
      /already uses account .* at twice\.example\.com with other limits/,
    );
  });
});
