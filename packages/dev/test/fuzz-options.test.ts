import { describe, expect, it } from '@jest/globals';
import { readOptions, UsageError } from '../src/fuzz/options.js';
import { toText } from '../src/fuzz/to-text.js';

const read = (...args: string[]) => readOptions(args, () => 7);

describe('the options of the fuzz command', () => {
  it('are all replies and a seed of its own, unless others are given', () => {
    expect(read()).toEqual({
      runs: 200_000,
      seed: 7,
      parts: ['replies', 'inputs'],
      jobs: 2,
      json: false,
    });
    expect(
      read('--runs', '10', '--seed', '3', '--part', 'inputs', '--jobs', '1', '--json'),
    ).toEqual({ runs: 10, seed: 3, parts: ['inputs'], jobs: 1, json: true });
  });

  it('play one case again by what its report says', () => {
    const options = read('--part', 'replies', '--seed', '3', '--path', '1:2:3');
    expect(options).toMatchObject({ parts: ['replies'], seed: 3, path: '1:2:3', jobs: 1 });
  });

  it('take every seed that a report names, also of the last batch and process', () => {
    expect(read('--seed', '1000399999').seed).toBe(1_000_399_999);
  });

  it.each([
    [['--runs', '0']],
    [['--runs', 'many']],
    [['--seed', '-1']],
    [['--seed', '2147483648']],
    [['--part', 'others']],
    [['--path', '1:2']],
    [['--path', 'x', '--seed', '3', '--part', 'inputs']],
    [['--unknown']],
    [['word']],
  ])('are refused with the usage: %j', (args) => {
    expect(() => readOptions(args, () => 7)).toThrow(UsageError);
    expect(() => readOptions(args, () => 7)).toThrow(/usage: fuzz/);
  });
});

describe('the report', () => {
  const part = {
    part: 'replies',
    cases: 1200,
    spoiltReplies: 1500,
    outcomes: { getDomain: { value: 1000, TIMEOUT: 200 } },
    slowest: [{ cpuMs: 12.3, bytes: 4096, what: 'getDomain: many rows' }],
    failures: [],
    seconds: 9,
    memory: { before: 100, extra: 50 },
  } as const;

  it('tells what was run and what it cost', () => {
    expect(toText(7, [part])).toBe(
      [
        'seed 7',
        '',
        'replies: 1,200 cases, 1,500 spoilt replies, 9 s',
        'memory: 50 MB beyond the 100 MB before the first case',
        'all: value 1,000, TIMEOUT 200',
        '  getDomain: value 1,000, TIMEOUT 200',
        'slowest:',
        '  12 ms of CPU, 4,096 bytes: getDomain: many rows',
        'nothing found',
      ].join('\n'),
    );
  });

  it('tells how a failure can be seen again', () => {
    const failure = {
      part: 'replies',
      findings: ['it is wrong'],
      counterexample: { take: 'x' },
      seed: 3,
      path: '1:2',
    };
    const text = toText(7, [{ ...part, failures: [failure] }]);
    expect(text).toContain('it is wrong');
    expect(text).toContain("take: 'x'");
    expect(text).toContain('npm run fuzz -- --part replies --seed 3 --path 1:2');
    expect(text).toContain('1 found');
  });

  it.each([
    ['replies', { cases: 500, jobs: 1 }, '--seed 3 --runs 500 --jobs 1'],
    ['inputs', { cases: 500, jobs: 2 }, '--seed 3 --runs 5000 --jobs 2'],
  ])('tells how all %s are played among which it is', (name, among, words) => {
    const failure = {
      part: name,
      findings: ['the process hangs'],
      counterexample: undefined,
      seed: 3,
      path: '',
      among,
    };
    const text = toText(7, [{ ...part, failures: [failure] }]);
    const again = /^again: npm run fuzz -- (.*)$/m.exec(text)?.[1] ?? '';
    expect(again).toBe(`--part ${name} ${words}`);
    expect(text).not.toContain('undefined');
    const { runs, jobs, seed } = read(...again.split(' '));
    const cases = name === 'inputs' ? runs / 10 : runs;
    expect({ cases, jobs, seed }).toEqual({ ...among, seed: 3 });
  });
});
