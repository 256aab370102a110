import { describe, expect, it } from '@jest/globals';
import type { RegistrarEvent } from '@registrar-kit/core';
import { expectFailure } from '../support/registrar.js';
import { serveRegistrar } from './support/served-registrar.js';

const bulkSearch = 'POST /api-bulk/v1/domains/bulk-search';
const names = Array.from({ length: 1000 }, (_none, index) => `bulk-name-${String(index)}.com`);

/** The 429s among the answers. */
function refusals(events: readonly RegistrarEvent[]): number {
  return events.filter((event) => event.type === 'request.answered' && event.httpStatus === 429)
    .length;
}

describe('a check of a thousand names', () => {
  it('costs a hundred requests, none of them refused', async () => {
    // Two hundred times as fast as the vendor, and as strict.
    const { registrar, world, events, requests } = await serveRegistrar({ quota: { speed: 200 } });
    for (const name of names.slice(0, 10)) world.setTaken(name);
    const rows = await registrar.checkAvailability({ domains: names }, { lane: 'bulk' });
    expect(rows.map(({ domain }) => domain)).toEqual(names);
    expect(rows.filter(({ availability }) => availability === 'taken')).toHaveLength(10);
    expect(rows.filter(({ availability }) => availability === 'available')).toHaveLength(990);
    expect(requests).toEqual(Array.from({ length: 100 }, () => bulkSearch));
    expect(refusals(events)).toBe(0);
  }, 20_000);

  it('loses no name to a 429, a missing row or a slow batch', async () => {
    const { registrar, world, events, requests } = await serveRegistrar();
    const missing = 'bulk-name-500.com';
    const operation = 'checkAvailability';
    world.faults
      .add({ fault: 'missing-row', operation, domain: missing })
      .add({ fault: 'rate-limited', operation, domain: 'bulk-name-10.com', times: 2 })
      .add({ fault: 'rate-limited', operation, domain: 'bulk-name-700.com' })
      .add({ fault: 'slow-answer', operation, domain: 'bulk-name-900.com', delayMs: 400 })
      .add({ fault: 'server-error', operation, domain: 'bulk-name-950.com' })
      .add({ fault: 'answer-lost-before-commit', operation, domain: 'bulk-name-0.com' });
    const rows = await registrar.checkAvailability({ domains: names }, { lane: 'bulk' });
    expect(rows.map(({ domain }) => domain)).toEqual(names);
    const odd = rows.filter(({ availability }) => availability !== 'available');
    expect(odd).toEqual([
      {
        input: missing,
        domain: missing,
        availability: 'unknown',
        reason: 'missing_from_answer',
      },
    ]);
    expect(refusals(events)).toBe(3);
    // What was refused or lost is asked again, and nothing else.
    expect(requests).toHaveLength(100 + 5);
    expect(world.faults.pending()).toEqual([]);
  }, 20_000);

  it('keeps the names of a batch that fails for good, and answers all others', async () => {
    const { registrar, world } = await serveRegistrar();
    world.faults.add({
      fault: 'rate-limited',
      operation: 'checkAvailability',
      domain: 'bulk-name-42.com',
      times: 3,
    });
    const rows = await registrar.checkAvailability({ domains: names.slice(0, 100) });
    expect(rows).toHaveLength(100);
    const failed = rows.filter(({ reason }) => reason === 'request_failed');
    expect(failed.map(({ domain }) => domain)).toEqual(names.slice(40, 50));
    expect(failed[0]?.error).toMatchObject({ code: 'RATE_LIMITED', endpoint: '/api' });
    expect(rows.filter(({ availability }) => availability === 'available')).toHaveLength(90);
  });
});

describe('the bulk lane', () => {
  it('reads by the second route and writes by the first', async () => {
    const { registrar, requests, trouble } = await serveRegistrar();
    const bulk = { lane: 'bulk' } as const;
    const domain = 'ornek-bakery.com';
    await registrar.getDomain({ domain }, bulk);
    await registrar.setLock({ domain, locked: true }, bulk);
    await registrar.getDomain({ domain });
    expect(requests).toEqual([
      'GET /api-bulk/v1/domains/info',
      'POST /api/v1/domains/lock',
      'GET /api-bulk/v1/domains/info',
      'GET /api/v1/domains/info',
    ]);
    expect(trouble()).toEqual([]);
  });

  it('falls back for good where the gateway does not know the second route', async () => {
    const { registrar, requests, trouble } = await serveRegistrar({ bulkRoute: 'unknown' });
    const rows = await registrar.checkAvailability(
      { domains: names.slice(0, 100) },
      { lane: 'bulk' },
    );
    expect(rows.every(({ availability }) => availability === 'available')).toBe(true);
    const [unknown, known] = [bulkSearch, 'POST /api/v1/domains/bulk-search'].map(
      (request) => requests.filter((sent) => sent === request).length,
    );
    expect(known).toBe(10);
    // Those that were under way before the first answer.
    expect(unknown).toBeLessThanOrEqual(4);
    expect(trouble()[0]).toContain('the gateway does not know /api-bulk');
    const before = requests.length;
    await registrar.getBalance({ lane: 'bulk' });
    expect(requests.slice(before)).toEqual(['GET /api/v1/deposit/accounts/me']);
  });

  it('does not hold up a customer: each route has a second of its own', async () => {
    const { registrar, events } = await serveRegistrar({ quota: { speed: 4 } });
    const startedAt = performance.now();
    const ended: string[] = [];
    const bulk = { lane: 'bulk' } as const;
    await Promise.all([
      registrar
        .checkAvailability({ domains: names.slice(0, 40) }, bulk)
        .then(() => ended.push('nightly job')),
      registrar.getDomain({ domain: 'ornek-bakery.com' }).then(() => ended.push('customer')),
    ]);
    expect(ended).toEqual(['customer', 'nightly job']);
    // Four requests at one every quarter of a second.
    expect(performance.now() - startedAt).toBeGreaterThan(740);
    expect(refusals(events)).toBe(0);
  });

  it('says which route was called too often', async () => {
    const { registrar, world } = await serveRegistrar();
    world.faults.add({ fault: 'rate-limited', operation: 'getBalance', times: 3 });
    const error = await expectFailure(registrar.getBalance({ lane: 'bulk' }), 'RATE_LIMITED');
    expect(error).toMatchObject({ endpoint: '/api-bulk', source: 'registrar' });
  });
});
