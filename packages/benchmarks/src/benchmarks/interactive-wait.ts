import type { Benchmark } from '../benchmark.js';
import { serveCounting } from '../quota/counting-vendor.js';
import { measureWait, type WaitSetting } from '../quota/measure-wait.js';
import { schedulers } from '../quota/schedulers.js';

const withLanes = ['registrar-kit', 'p-queue', 'bottleneck'] as const;

export const benchmark: Benchmark<WaitSetting> = {
  title: 'ten customers, one after the other, while 10,000 requests in bulk wait',
  metrics: {
    overtaken: { title: 'slots that others got first, at most', unit: 'slots', must: 0 },
    joinMs: { title: 'time to put all 10,000 in line', unit: 'ms' },
  },
  contenders: Object.fromEntries(
    withLanes.map((name) => [
      name,
      {
        title: schedulers[name].title,
        measure: (setting: WaitSetting) => measureWait(setting, schedulers[name]),
      },
    ]),
  ),
  subject: 'registrar-kit',
  peer: 'p-queue',
  async prepare(quick) {
    const { url, close } = await serveCounting();
    const setting = quick
      ? { url, bulk: 100, customers: 2, windows: [{ limit: 2, windowMs: 100 }] }
      : { url, bulk: 10_000, customers: 10, windows: [{ limit: 10, windowMs: 400 }] };
    return { setting, close };
  },
};
