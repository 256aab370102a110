import type { Benchmark } from '../benchmark.js';
import { serveAvailability } from '../availability/serve-availability.js';
import { measureStream, type StreamSetting } from '../availability/measure-stream.js';

export const benchmark: Benchmark<StreamSetting> = {
  title: '100,000 names checked at Namecheap as one stream, fifty in each request',
  metrics: {
    growthMb: { title: 'heap in use, growth after the first 10,000', unit: 'MB', must: 20 },
    growthRssMb: { title: 'memory (RSS), growth after the first 10,000', unit: 'MB', must: 20 },
    durationMs: { title: 'duration per 1,000 names', unit: 'ms' },
  },
  contenders: {
    'registrar-kit': {
      title: 'registrar-kit',
      measure: async (setting) => {
        const { streamByNamecheap } = await import('../availability/stream-by-registrar.js');
        return measureStream(setting, streamByNamecheap(setting.url));
      },
    },
    'by-hand': {
      title: 'by hand, in a loop',
      measure: async (setting) => {
        const { checkNamecheapByHand } = await import('../availability/check-by-hand.js');
        const check = checkNamecheapByHand(setting.url);
        return measureStream(setting, async function* (domains) {
          for (let start = 0; start < domains.length; start += 50)
            yield* await check(domains.slice(start, start + 50));
        });
      },
    },
  },
  subject: 'registrar-kit',
  peer: 'by-hand',
  async prepare(quick) {
    const { url, close } = await serveAvailability();
    return {
      setting: { url, names: quick ? 500 : 100_000, baseline: quick ? 100 : 10_000 },
      close,
    };
  },
};
