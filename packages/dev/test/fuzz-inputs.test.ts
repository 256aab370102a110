import { beforeAll, describe, expect, it } from '@jest/globals';
import { operationNames } from '@registrar-kit/core';
import nock from 'nock';
import type { PartReport } from '../src/fuzz/part-report.js';
import { runPart } from '../src/fuzz/run-part.js';

// A small part of what `npm run fuzz -- --part inputs` does.

beforeAll(() => nock.restore());

describe('hostile inputs', () => {
  let report: PartReport;
  beforeAll(async () => {
    report = await runPart({ part: 'inputs', runs: 2500, seed: 20_260_115 });
  }, 300_000);

  it('end in a sound value or in a RegistrarError that names the field, and send nothing', () => {
    expect(report.failures).toEqual([]);
    expect(report.cases).toBe(2500);
  });

  it('are given to every operation', () => {
    expect(Object.keys(report.outcomes)).toEqual(expect.arrayContaining([...operationNames]));
  });
});
