import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../src/options.js';

const known = ['check', 'price-list'];

describe('readOptions', () => {
  it('takes all benchmarks in nine rounds by default', () => {
    expect(readOptions([], known)).toEqual({
      names: known,
      rounds: 9,
      quick: false,
      json: false,
      readme: false,
    });
  });

  it('takes the benchmarks that are named, each once, and as many rounds as wished', () => {
    const args = ['price-list', '--json', '--rounds', '3', 'price-list'];
    expect(readOptions(args, known)).toMatchObject({
      names: ['price-list'],
      rounds: 3,
      json: true,
    });
  });

  it('is done after one round when it has to be quick, unless more are wished', () => {
    expect(readOptions(['--quick'], known).rounds).toBe(1);
    expect(readOptions(['--quick', '--rounds=2'], known).rounds).toBe(2);
  });

  it.each([
    [['prices'], 'there is no benchmark "prices"'],
    [['--rounds', '0'], '--rounds takes a number from 1 to 999, not "0"'],
    [['--rounds', 'many'], '--rounds takes a number from 1 to 999, not "many"'],
    [['--slow'], '--slow'],
    [['--readme', '--quick'], '--readme takes a full run of all benchmarks'],
    [['--readme', 'check'], '--readme takes a full run of all benchmarks'],
  ])('refuses %j and says why and what there is', (args, problem) => {
    expect(() => readOptions(args, known)).toThrow(problem);
    expect(() => readOptions(args, known)).toThrow(
      /usage: bench [^]*benchmarks: check, price-list/,
    );
  });
});
