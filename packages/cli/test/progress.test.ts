import { describe, expect, it } from '@jest/globals';
import type { RegistrarEvent } from '@registrar-kit/core';
import { describeEvent, Progress } from '../src/output/progress.js';

const base = {
  provider: 'namecheap',
  environment: 'test',
  at: '2026-01-15T12:00:00.000Z',
  operation: 'checkAvailability',
} as const;

describe('progress', () => {
  it('is one line that changes, on a terminal', () => {
    const written: string[] = [];
    const progress = new Progress({
      isTTY: true,
      columns: 60,
      write: (text) => written.push(text),
    });
    progress.show('asked for 50 of 200 names');
    progress.waitFor('waiting 12 s');
    progress.waitFor('waiting 12 s');
    progress.waitFor(undefined);
    progress.clear();
    progress.clear();
    expect(written).toEqual([
      '\r\u001b[2Kasked for 50 of 200 names',
      '\r\u001b[2Kasked for 50 of 200 names; waiting 12 s',
      '\r\u001b[2Kasked for 50 of 200 names',
      '\r\u001b[2K',
    ]);
  });

  it('never wraps, since a wrapped line could not be cleared', () => {
    const written: string[] = [];
    const progress = new Progress({
      isTTY: true,
      columns: 20,
      write: (text) => written.push(text),
    });
    progress.show('asked for 50 of 200 names of a long list');
    expect(written.join('').replace('\r\u001b[2K', '').length).toBeLessThan(20);
  });

  it('takes a terminal that does not know its width for one of 80 columns', () => {
    for (const columns of [0, undefined]) {
      const written: string[] = [];
      const progress = new Progress({ isTTY: true, columns, write: (text) => written.push(text) });
      progress.show(`asked for names ${'x'.repeat(60)}`);
      expect(written).toEqual([`\r\u001b[2Kasked for names ${'x'.repeat(60)}`]);
    }
  });

  it('is silent where nobody looks', () => {
    const written: string[] = [];
    const progress = new Progress({ write: (text) => written.push(text) });
    progress.show('asked');
    progress.clear();
    expect(written).toEqual([]);
  });

  it.each<[RegistrarEvent, string | undefined]>([
    [
      { ...base, type: 'quota.waiting', bucket: 'api', lane: 'interactive', waitMs: 11_600 },
      'waiting 12 s for the rate limit of namecheap',
    ],
    [
      { ...base, type: 'quota.paused', bucket: 'api', pauseMs: 1 },
      'pausing 1 s: namecheap asked for fewer calls',
    ],
    [
      {
        ...base,
        type: 'retry.scheduled',
        target: 'x',
        attempt: 1,
        delayMs: 2000,
        because: 'connection reset',
      },
      'trying again in 2 s: connection reset',
    ],
    [{ ...base, type: 'operation.started' }, undefined],
  ])('tells what %j means', (event, text) => {
    expect(describeEvent(event)).toBe(text);
  });
});
