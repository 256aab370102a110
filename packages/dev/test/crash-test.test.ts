import { afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import nock from 'nock';
import { formatReport, formatViolations } from '../src/crash-test/report-text.js';
import { runCrashTest } from '../src/crash-test/run-crash-test.js';
import { usableEngines } from '../src/crash-test/usable-engines.js';
import { vendorNames } from '../src/crash-test/vendors.js';

// It disturbs answers that break off in the middle.
beforeAll(() => nock.restore());

describe('the crash test', () => {
  it('finds nothing charged twice, lost or misreported in 60 kills', async () => {
    const report = await runCrashTest({
      kills: 60,
      seed: 2,
      engines: usableEngines(),
      vendors: vendorNames,
    });
    // Past Jest's own console, which would bury it.
    process.stderr.write(`\nCrash test\n${formatReport(report)}\n`);
    expect(formatViolations(report)).toBe('');
    expect(report.total).toMatchObject({
      kills: 60,
      unknown: 0,
      violations: { 'charged twice': 0, lost: 0, 'reported failed but executed': 0 },
    });
    // It proves little when nothing was at stake.
    expect(report.total.executed).toBeGreaterThan(30);
    expect(report.total.wasUnknown).toBeGreaterThan(5);
    expect(report.total.settledLater).toBeGreaterThan(0);
  }, 600_000);

  it('is loud about an engine that is left out, and under CI leaves none out', () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    jest.replaceProperty(process, 'env', { PATH: '' });
    expect(usableEngines(undefined, () => undefined)).toEqual(['sqlite']);
    expect(stderr.mock.calls.flat().join('')).toMatch(/LEFT OUT.*postgres[^]*LEFT OUT.*redis/);
    expect(() => usableEngines(['redis'], () => undefined)).toThrow('redis (redis-server)');
    jest.replaceProperty(process, 'env', { CI: 'true' });
    expect(() => usableEngines(undefined, () => undefined)).toThrow('CI must leave nothing out');
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});
