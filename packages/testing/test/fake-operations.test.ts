import { describe, expect, it } from '@jest/globals';
import {
  operationNames,
  RateLimitError,
  type CapabilityTable,
  type OperationName,
} from '@registrar-kit/core';
import { fakeCapabilities, type DriverOperation, type RegistryWorld } from '@registrar-kit/testing';
import { busyRegistrar } from './support/busy-registrar.js';
import { attempts, type Attempt } from './support/operation-attempts.js';

const all = Object.entries(attempts) as [DriverOperation, Attempt][];
const isRead = (operation: OperationName): boolean =>
  /^(?:get|list|check|verify|quote|plan)/.test(operation);
const purchases: readonly OperationName[] = [
  'registerDomain',
  'renewDomain',
  'restoreDomain',
  'transferDomain',
];

/** Everything of a world but when it was last touched. */
function stateOf(world: RegistryWorld): string {
  return JSON.stringify(world, (key, value: unknown) => (key === 'updatedAt' ? undefined : value));
}

describe.each(all)('%s', (operation, attempt) => {
  it('reaches the registrar, and a write changes the world', async () => {
    const { registrar, world, plan } = await busyRegistrar();
    const before = stateOf(world);
    await attempt(registrar, plan);
    expect(registrar.calls.map((call) => call.operation)).toContain(operation);
    expect(stateOf(world) !== before).toBe(!isRead(operation));
  });

  it('fails by a planned error', async () => {
    const { registrar, world, plan } = await busyRegistrar();
    const before = stateOf(world);
    registrar.failNext(
      operation,
      (origin) =>
        new RateLimitError({ ...origin, reason: 'day', source: 'registrar', detail: 'come back' }),
    );
    await expect(attempt(registrar, plan)).rejects.toMatchObject({
      code: 'RATE_LIMITED',
      provider: 'fake',
      operation,
    });
    expect(stateOf(world)).toBe(before);
  });

  it('is not executed where a fault says so', async () => {
    const { registrar, world, plan } = await busyRegistrar();
    const before = stateOf(world);
    world.faults.add({ fault: 'key-rejected', operation });
    await expect(attempt(registrar, plan)).rejects.toMatchObject({
      code: 'AUTHENTICATION_FAILED',
      effect: 'none',
      operation,
    });
    expect(stateOf(world)).toBe(before);
  });

  it('is executed although its answer is lost', async () => {
    const plain = await busyRegistrar();
    await attempt(plain.registrar, plain.plan);
    const { registrar, world, plan } = await busyRegistrar();
    world.faults.add({ fault: 'answer-lost-after-commit', operation });
    const outcome = await attempt(registrar, plan).then(
      (result) => (result as { recovered?: boolean }).recovered,
      (error: unknown) => error,
    );
    const error = { code: 'TRANSPORT_FAILED', effect: isRead(operation) ? 'none' : 'unknown' };
    expect(outcome).toEqual(purchases.includes(operation) ? true : expect.objectContaining(error));
    expect(stateOf(world)).toBe(stateOf(plain.world));
  });

  it('is closed by a table that does not offer it', async () => {
    const reason = 'the vendor has no call for it';
    const capabilities: CapabilityTable = {
      ...fakeCapabilities,
      [operation]: { support: 'unsupported', reason },
    };
    const { registrar, plan } = await busyRegistrar({ capabilities });
    await expect(attempt(registrar, plan)).rejects.toMatchObject({
      code: 'UNSUPPORTED_OPERATION',
      operation,
      reason,
    });
    expect(registrar.calls).toEqual([]);
  });
});

it('offers everything', () => {
  const table: CapabilityTable = fakeCapabilities;
  const closed = operationNames.filter((name) => table[name].support === 'unsupported');
  expect(closed).toEqual([]);
});

it('streams the rows of a search', async () => {
  const { registrar } = await busyRegistrar();
  const names = Array.from({ length: 120 }, (_, number) => `bakery-${number}.com`);
  const rows = [];
  for await (const row of registrar.streamAvailability({ domains: ['google.com', ...names] }))
    rows.push(row);
  expect(rows.map(({ domain }) => domain)).toEqual(['google.com', ...names]);
  expect(rows.filter(({ availability }) => availability === 'available')).toHaveLength(120);
  expect(registrar.calls.map(({ operation, within }) => [operation, within])).toEqual(
    [1, 2, 3].map(() => ['checkAvailability', 'streamAvailability']),
  );
});
