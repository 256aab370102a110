import type { Benchmark, Metric } from '../benchmark.js';
import { serveCounting } from '../quota/counting-vendor.js';
import { measureShare, type ShareScene, type ShareSetting } from '../quota/measure-share.js';
import { schedulers } from '../quota/schedulers.js';

const titles = {
  fast: 'answers in 5 ms',
  middle: 'answers in 0.5 s',
  slow: 'answers in 3 s',
  nested: 'three nested windows',
  mixed: 'mixed lanes',
} as const;

export const benchmark: Benchmark<ShareSetting> = {
  title:
    'a limit of 50 requests in 2 s kept in one process while 200 wait, as a vendor with rolling windows counts them; unused is what is missing of W / (W + L), or of the whole limit for those who count from the start',
  metrics: Object.fromEntries(
    Object.entries(titles).flatMap(([name, title]): [string, Metric][] => [
      [`${name}Unused`, { title: `${title}: unused`, unit: '%', must: 1, aim: 0.3 }],
      [`${name}Over`, { title: '– over the limit', unit: 'requests', must: 0 }],
    ]),
  ),
  contenders: Object.fromEntries(
    Object.entries(schedulers).map(([name, kind]) => [
      name,
      { title: kind.title, measure: (setting: ShareSetting) => measureShare(setting, kind) },
    ]),
  ),
  subject: 'registrar-kit',
  peer: 'p-ratelimit',
  async prepare(quick) {
    const { url, close } = await serveCounting();
    return { setting: { url, scenes: quick ? quickScenes : scenes }, close };
  },
};

const windows = [{ limit: 50, windowMs: 2000 }];
const nested = [
  { limit: 20, windowMs: 500 },
  { limit: 50, windowMs: 2000 },
  { limit: 90, windowMs: 4000 },
];
const scenes: readonly ShareScene[] = [
  { name: 'fast', windows, latencyMs: 5, calls: 200, mixedLanes: false },
  { name: 'middle', windows, latencyMs: 500, calls: 200, mixedLanes: false },
  { name: 'slow', windows, latencyMs: 3000, calls: 120, mixedLanes: false },
  { name: 'nested', windows: nested, latencyMs: 5, calls: 200, mixedLanes: false },
  { name: 'mixed', windows, latencyMs: 5, calls: 200, mixedLanes: true },
];
const quickScenes = scenes.map((scene) => ({
  ...scene,
  windows: scene.windows.map(({ windowMs }, index) => ({
    limit: 2 + index,
    windowMs: windowMs / 10,
  })),
  latencyMs: scene.latencyMs / 100,
  calls: 5,
}));
