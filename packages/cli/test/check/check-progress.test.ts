import { describe, expect, it } from '@jest/globals';
import { CheckProgress, progressText } from '../../src/check/check-progress.js';
import { Progress } from '../../src/output/progress.js';

describe('the progress of a long check', () => {
  it.each<[number, number, number, string]>([
    [0, 0, 1000, '0/5000'],
    [1200, 1200, 1000, '1200/5000'],
    [1000, 0, 20_000, '1000/5000, 50/s, 80 s left'],
    [1000, 500, 100_000, '1000/5000, 5.0/s, 13 min left'],
    [1, 0, 4000, '1/5000, 0.3/s, 5.5 h left'],
    [5000, 0, 100_000, '5000/5000, 50/s, 0 s left'],
  ])('of %d names, %d of them before, after %d ms', (done, resumedAt, elapsedMs, text) => {
    expect(progressText({ done, total: 5000, resumedAt }, elapsedMs)).toBe(text);
  });

  it('has a bar where there is room for it beside what it waits for', () => {
    const written: string[] = [];
    const line = (columns: number): Progress =>
      new Progress({ isTTY: true, columns, write: (text) => written.push(text) });
    const wide = line(100);
    const narrow = line(40);
    for (const progress of [wide, narrow]) {
      let now = 0;
      const shown = new CheckProgress(progress, () => now);
      now = 10_000;
      shown.show({ done: 2500, total: 5000, resumedAt: 0 });
      progress.waitFor('waiting 12 s for the rate limit of namecheap');
    }
    expect(written.map((text) => text.replace('\r\u001b[2K', ''))).toEqual([
      '[========        ] 2500/5000, 250/s, 10 s left',
      '[========        ] 2500/5000, 250/s, 10 s left; waiting 12 s for the rate limit of namecheap',
      '2500/5000, 250/s, 10 s left',
      '2500/5000, 250/s, 10 s left; waiting 12',
    ]);
  });
});
