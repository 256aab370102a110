import { beforeAll, describe, expect, it } from '@jest/globals';
import { operationNames } from '@registrar-kit/core';
import { domainNameApi } from '@registrar-kit/domain-name-api';
import { namecheap } from '@registrar-kit/namecheap';
import nock from 'nock';
import type { PartReport } from '../src/fuzz/part-report.js';
import { openReplyLab } from '../src/fuzz/replies/reply-lab.js';
import { runPart } from '../src/fuzz/run-part.js';
import { MemoryWire } from '../src/fuzz/wire/memory-wire.js';

// A small part of what `npm run fuzz` does: replies of both vendors, spoilt in every way, under every operation of the contract.
// The seed is fixed; the long run takes another one each time.

/** No request is needed for these, so that no reply can be spoilt. */
const silent = { namecheap: ['getTldRequirements'], 'domain-name-api': [] as string[] };

beforeAll(() => nock.restore());

describe('the scenes', () => {
  it.each([namecheap, domainNameApi])('play every operation that $id offers', async (provider) => {
    const wire = new MemoryWire();
    wire.lay();
    const lab = await openReplyLab({ wire });
    wire.remove();
    const played = lab.takes
      .filter((take) => take.provider === provider.id)
      .map(({ scene }) => scene.operation);
    const offered = operationNames.filter(
      (name) => provider.capabilities[name].support !== 'unsupported',
    );
    const expected = offered.filter((name) => !silent[provider.id as 'namecheap'].includes(name));
    expect([...new Set(played)].sort()).toEqual([...expected].sort());
  });
});

describe('spoilt replies', () => {
  let report: PartReport;
  beforeAll(async () => {
    report = await runPart({ part: 'replies', runs: 1200, seed: 20_260_115, greatIn: 1 });
  }, 300_000);

  it('end in a sound value or in a RegistrarError', () => {
    expect(report.failures).toEqual([]);
    expect(report.cases).toBe(1200);
  });

  it('end in values and in errors, so that both are looked at', () => {
    const outcomes = Object.values(report.outcomes).flatMap((row) => Object.entries(row));
    const values = outcomes.filter(([outcome]) => outcome === 'value');
    expect(values.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(150);
    expect(new Set(outcomes.map(([outcome]) => outcome)).size).toBeGreaterThan(8);
  });
});
