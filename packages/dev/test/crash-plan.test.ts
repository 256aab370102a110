import { describe, expect, it } from '@jest/globals';
import { planEpisode } from '../src/crash-test/episode-plan.js';
import { readOptions } from '../src/crash-test/options.js';
import { holdsSecret } from '../src/crash-test/orders.js';
import { Striker } from '../src/crash-test/striker.js';
import type { Strike } from '../src/crash-test/strike.js';

const topic = { name: 'crash-1', seed: 7, today: '2030-01-31' };

describe('the plan of an episode', () => {
  it('is the same for the same seed and another for another', () => {
    const text = (seed: number): string => JSON.stringify(planEpisode({ ...topic, seed }));
    expect(text(7)).toBe(text(7));
    expect(text(8)).not.toBe(text(7));
  });

  it('orders one of each kind, each for a domain and under a key of its own', () => {
    const { orders } = planEpisode(topic);
    expect(orders.map(({ order }) => order.kind).sort()).toEqual([
      ...['registerDomain', 'renewDomain', 'restoreDomain', 'transferDomain'],
    ]);
    expect(new Set(orders.map(({ order }) => order.input.domain)).size).toBe(4);
    expect(new Set(orders.map(({ key }) => key)).size).toBe(4);
  });
});

describe('a kill', () => {
  const strike: Strike = { moment: 'begun', passes: 1, afterMs: 0, carriedOut: true };

  it('strikes once, when its moment has come for the planned time', () => {
    let kills = 0;
    const striker = new Striker(strike, () => (kills += 1) > 0, Promise.resolve());
    const moments = ['asked', 'begun', 'settle', 'begun', 'begun'] as const;
    expect(moments.map((moment) => striker.strikesAt(moment))).toEqual([
      ...[false, false, false, true, false],
    ]);
    expect(kills).toBe(1);
  });

  it('is none when the process has ended or enough were killed', () => {
    const striker = new Striker({ ...strike, passes: 0 }, () => false, Promise.resolve());
    expect(striker.strikesAt('begun')).toBe(false);
  });
});

describe('the options of the crash test', () => {
  it('have defaults', () => {
    expect(readOptions([])).toEqual({
      kills: 1000,
      seed: undefined,
      engines: undefined,
      vendors: ['namecheap', 'domain-name-api'],
      episode: undefined,
      json: false,
    });
  });

  it('are read', () => {
    const args = [
      '--kills',
      '60',
      '--seed=3',
      '--engines',
      'redis,sqlite',
      '--episode',
      '4',
      '--json',
    ];
    expect(readOptions([...args, '--vendors', 'namecheap'])).toEqual({
      ...{ kills: 60, seed: 3, episode: 4, json: true },
      ...{ engines: ['redis', 'sqlite'], vendors: ['namecheap'] },
    });
  });

  it.each([
    ['--kills', 'many'],
    ['--engines', 'oracle'],
    ['--vendors', ''],
    ['--kill', '3'],
    ['3'],
  ])('are refused where they mean nothing: %s %s', (...args) => {
    expect(() => readOptions(args)).toThrow();
  });
});

describe('a secret', () => {
  it('is recognised in any case and encoded, and nothing else is', () => {
    const { orders } = planEpisode(topic);
    const transfer = orders.find(({ order }) => order.kind === 'transferDomain');
    const { authCode } = transfer?.order.input as { readonly authCode: string };
    for (const text of [authCode, authCode.toLowerCase(), Buffer.from(authCode).toString('base64')])
      expect(holdsSecret(`it is ${text}`)).toBe(true);
    expect(holdsSecret(orders.map(({ order }) => order.id).join())).toBe(false);
  });
});
