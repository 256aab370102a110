import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { listBenchmarks } from '../src/list-benchmarks.js';
import type { Report } from '../src/reporting/report.js';

const root = join(__dirname, '..', '..', '..');
const program = join(__dirname, '..', 'src', 'bench.ts');

interface Outcome {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command on the sources, so that no build is needed. */
async function bench(...args: readonly string[]): Promise<Outcome> {
  const options = {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: join(root, 'tsconfig.base.json') },
  };
  try {
    const node = promisify(execFile);
    const done = await node(process.execPath, ['--import', 'tsx', program, ...args], options);
    return { code: 0, ...done };
  } catch (error) {
    return error as Outcome;
  }
}

const number: unknown = expect.any(Number);
const spread = { median: number, min: number, max: number };

/** Figures that only Linux tells. */
function onLinux(figures: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return process.platform === 'linux' ? figures : {};
}

describe('bench', () => {
  it('measures every contender in one quick round and prints nothing but JSON', async () => {
    const { code, stdout, stderr } = await bench('--quick', '--json', 'price-list');
    expect([code, stderr]).toEqual([0, expect.stringContaining('round 1 of 1, by-hand')]);
    const report = JSON.parse(stdout) as Report;
    const figures = {
      firstStallMs: spread,
      stallMs: spread,
      ...onLinux({ firstOwnStallMs: spread, ownStallMs: spread }),
      extraRssMb: spread,
      extraHeapMb: spread,
      firstDurationMs: spread,
      durationMs: spread,
    };
    expect(report).toEqual({
      machine: {
        node: process.versions.node,
        platform: `${process.platform} ${process.arch}`,
        cpu: expect.any(String),
        cores: expect.any(Number),
        memoryGb: expect.any(Number),
      },
      rounds: 1,
      quick: true,
      benchmarks: [
        {
          name: 'price-list',
          title: expect.any(String),
          metrics: expect.objectContaining({
            firstStallMs: { title: expect.any(String), unit: 'ms', must: 15, aim: 5 },
          }),
          subject: 'registrar-kit',
          peer: 'by-hand',
          contenders: ['registrar-kit', 'by-hand', 'download'].map((name) => ({
            name,
            title: expect.any(String),
            figures,
          })),
          ratios: expect.objectContaining({ durationMs: spread }),
          noise: {
            durationMs: spread,
            longestStallMs: spread,
            ...onLinux({ longestOwnStallMs: spread }),
          },
        },
      ],
    });
    for (const { figures: found } of report.benchmarks[0]?.contenders ?? []) {
      expect(found['durationMs']?.median).toBeGreaterThan(0);
      expect(found['firstStallMs']?.median).toBeGreaterThan(0);
    }
  }, 120_000);

  it('works for all others as well', async () => {
    const others = listBenchmarks().filter((name) => name !== 'price-list');
    const { code, stdout, stderr } = await bench('--quick', '--json', ...others);
    expect([code, stderr]).toEqual([0, expect.stringContaining('round 1 of 1')]);
    const { benchmarks } = JSON.parse(stdout) as Report;
    const leftOut = [...stderr.matchAll(/^(\S+) is left out: /gm)].map(([, name]) => name);
    expect([...benchmarks.map(({ name }) => name), ...leftOut].sort()).toEqual(others);
    for (const { name, metrics, subject, contenders } of benchmarks) {
      const ours = contenders.find((contender) => contender.name === subject);
      expect([name, Object.keys(ours?.figures ?? {})]).toEqual([name, Object.keys(metrics)]);
    }
    // Whatever the load of this machine, nothing that counts from the end may ever be over.
    const shares = benchmarks.find(({ name }) => name === 'quota-share');
    const ours = shares?.contenders.find(({ name }) => name === 'registrar-kit')?.figures;
    expect(ours).toMatchObject({ fastOver: { max: 0 }, nestedOver: { max: 0 } });
  }, 300_000);

  it('says what can be measured when it is asked for something else', async () => {
    const { code, stdout, stderr } = await bench('prize-list');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/there is no benchmark "prize-list"[^]*benchmarks: .*price-list/);
  }, 60_000);

  it('is a script of the workspace', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    expect(manifest.scripts['bench']).toBe('node packages/dev/bootstrap.mjs bench');
  });
});
