import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listBenchmarks } from '../src/list-benchmarks.js';
import { medianOf, spreadOf } from '../src/measuring/spread.js';
import type { Report } from '../src/reporting/report.js';
import { toMarkdown } from '../src/reporting/to-markdown.js';

const report: Report = {
  machine: { node: '20.20.0', platform: 'linux x64', cpu: 'Example 9', cores: 2, memoryGb: 8 },
  rounds: 3,
  quick: false,
  benchmarks: [
    {
      name: 'example',
      title: 'something is done',
      metrics: {
        stallMs: { title: 'longest stall', unit: 'ms', must: 15, aim: 5 },
        bytes: { title: 'sent', unit: 'kB' },
      },
      subject: 'ours',
      peer: 'theirs',
      contenders: [
        {
          name: 'ours',
          title: 'registrar-kit',
          figures: {
            stallMs: { median: 4.127, min: 4, max: 12.34 },
            bytes: { median: 1234.5, min: 0, max: 2000 },
          },
        },
        {
          name: 'theirs',
          title: 'by hand',
          figures: { stallMs: { median: 100, min: 90, max: 110 } },
        },
      ],
      ratios: { stallMs: { median: 0.04, min: 0.04, max: 0.11 } },
      noise: {
        durationMs: { median: 300, min: 290, max: 400 },
        longestStallMs: { median: 1.5, min: 1, max: 9 },
      },
    },
  ],
};

describe('toMarkdown', () => {
  it('shows every figure with its spread, beside the goal and the noise', () => {
    expect(toMarkdown(report)).toBe(
      `Node 20.20.0, linux x64, Example 9, 2 cores, 8 GB. Median of 3 rounds, smallest and largest in parentheses.

### \`example\`

Something is done.

|                   | registrar-kit    | by hand        | ratio to by hand | goal for registrar-kit |
| ----------------- | ---------------- | -------------- | ---------------- | ---------------------- |
| longest stall, ms | 4.13 (4.00–12.3) | 100 (90.0–110) | 0.04 (0.04–0.11) | ≤ 15, aim 5            |
| sent, kB          | 1235 (0.00–2000) | –              | –                |                        |

Noise of the machine (fixed sums, the same in every round): duration 300 (290–400) ms, longest stall 1.50 (1.00–9.00) ms.`,
    );
  });

  it('says of a quick run that it means nothing', () => {
    expect(toMarkdown({ ...report, quick: true })).toContain('the figures mean nothing');
  });
});

describe('the README', () => {
  const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');

  it('shows results from a full run, and names each benchmark that has none', () => {
    const results = /<!-- results -->\n([^]*)\n<!-- end of the results -->/.exec(readme)?.[1] ?? '';
    const shown = [...results.matchAll(/^### `(.*)`$/gm)].map(([, name]) => name);
    const missing = /^Without results so far, .*: (.*)\.$/m.exec(readme)?.[1] ?? '';
    const unmeasured = [...missing.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    expect([...shown, ...unmeasured].sort()).toEqual(listBenchmarks());
    expect(results).toMatch(/^\nNode \d+\.\d+\.\d+, .*Median of (?:[3-9]|\d{2,}) rounds/);
    expect(results).not.toContain('mean nothing');
  });
});

describe('spreadOf', () => {
  it('answers the middle and the extremes', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ median: 2, min: 1, max: 3 });
    expect(spreadOf([4, 1, 2, 10.006])).toEqual({ median: 3, min: 1, max: 10.01 });
    expect(medianOf([7])).toBe(7);
    expect(() => medianOf([])).toThrow('no median');
  });
});
