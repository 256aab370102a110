import type { Benchmark } from '../benchmark.js';
import { serveCounting } from '../quota/counting-vendor.js';
import { measureProcesses, type ProcessesSetting } from '../quota/measure-processes.js';
import { sharedSchedulers, type SharedName } from '../quota/shared-schedulers.js';
import { startRedis, whyNoRedis } from '../serving/start-redis.js';

export const benchmark: Benchmark<ProcessesSetting> = {
  title:
    'a limit of 50 requests in 2 s kept by four processes through Redis while 200 wait, evenly and with nine tenths in one of them',
  metrics: {
    evenUnused: { title: 'even load: unused', unit: '%', must: 2, aim: 0.4 },
    evenOver: { title: '– over the limit', unit: 'requests', must: 0 },
    evenScripts: { title: '– Redis commands for each', unit: 'commands', aim: 3 },
    unevenUnused: { title: 'uneven load: unused', unit: '%', must: 2, aim: 0.4 },
    unevenOver: { title: '– over the limit', unit: 'requests', must: 0 },
    unevenScripts: { title: '– Redis commands for each', unit: 'commands', aim: 3 },
  },
  contenders: Object.fromEntries(
    (Object.keys(sharedSchedulers) as SharedName[]).map((name) => [
      name,
      {
        title: sharedSchedulers[name].title,
        measure: (setting: ProcessesSetting) => measureProcesses(setting, name),
      },
    ]),
  ),
  subject: 'registrar-kit',
  peer: 'rate-limiter-flexible',
  unavailable: whyNoRedis,
  async prepare(quick) {
    const [vendor, redis] = await Promise.all([serveCounting(), startRedis()]);
    const loads = quick
      ? { even: [3, 3, 3, 3], uneven: [9, 1, 1, 1] }
      : { even: [50, 50, 50, 50], uneven: [180, 10, 5, 5] };
    const window = quick ? { limit: 5, windowMs: 1000 } : { limit: 50, windowMs: 2000 };
    return {
      setting: { vendorUrl: vendor.url, redisUrl: redis.url, window, loads },
      close: async () => {
        await Promise.all([vendor.close(), redis.close()]);
      },
    };
  },
};
