import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PricedOperation } from '@registrar-kit/core';
import nock from 'nock';
import { formatViolations } from '../src/crash-test/report-text.js';
import { runCrashTest, type CrashReport } from '../src/crash-test/run-crash-test.js';
import { vendorNames } from '../src/crash-test/vendors.js';

// A test that finds nothing could be blind. So panels that break one rule each go through the same test, and must be found out.

// It disturbs answers that break off in the middle.
beforeAll(() => nock.restore());

function judged(
  panel: string,
  terms: { readonly lateShare?: number; readonly kinds?: readonly PricedOperation[] } = {},
): Promise<CrashReport> {
  return runCrashTest({
    kills: 12,
    seed: 1,
    engines: ['sqlite'],
    vendors: vendorNames,
    program: join(__dirname, 'support', 'crash', `${panel}-panel.ts`),
    ...terms,
  });
}

describe('the crash test finds out a panel that', () => {
  it('renews again after a reading that shows no renewal', async () => {
    const kinds = ['renewDomain', 'renewDomain', 'renewDomain', 'renewDomain'] as const;
    const report = await judged('resending', { kinds, lateShare: 0.7 });
    expect(report.total.violations['charged twice']).toBeGreaterThan(0);
    expect(report.total.violations['sent twice']).toBeGreaterThan(0);
    expect(report.total.charged).toBeGreaterThan(report.total.executed);
    // Whoever has to mend it gets everything there is to know.
    const text = formatViolations(report);
    expect(text).toMatch(/CHARGED TWICE: it was charged 2 times/);
    expect(text).toMatch(/registrar carries it out and charges[^]*ALTHOUGH ONE STANDS OR MAY/);
    expect(text).toMatch(/journal: \{"key":"caller crash-sqlite-/);
    expect(text).toMatch(/--seed 1 --engines sqlite --vendors \S+ --episode \d/);
  }, 300_000);

  it('has a journal that forgets what was begun when the process ends', async () => {
    const { violations } = (await judged('forgetful')).total;
    expect(violations.lost).toBeGreaterThan(0);
    expect(violations['reported failed but executed']).toBeGreaterThan(0);
  }, 300_000);

  it('calls an order failed when its answer is lost', async () => {
    const { violations } = (await judged('hasty')).total;
    expect(violations['reported failed but executed']).toBeGreaterThan(0);
  }, 300_000);
});
