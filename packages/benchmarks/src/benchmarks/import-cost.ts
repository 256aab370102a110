import type { Benchmark } from '../benchmark.js';
import { measureImport, whyNotBuilt, type ImportSetting } from '../imports/measure-import.js';

/** What the Namecheap adapter loads of other people's code to work without a proxy. */
const dependencies = ['axios', 'xml2js', 'zod', 'ts-pattern', 'tldts'];

export const benchmark: Benchmark<ImportSetting> = {
  title: 'the Namecheap adapter imported in a fresh process, beside the packages that it builds on',
  metrics: {
    cpuMs: { title: 'processor time', unit: 'ms', mostRatio: 1.2 },
    durationMs: { title: 'duration', unit: 'ms', mostRatio: 1.2 },
    rssMb: { title: 'memory (RSS)', unit: 'MB' },
  },
  contenders: {
    'registrar-kit': {
      title: 'registrar-kit',
      measure: (setting) => measureImport(setting, ['@registrar-kit/namecheap']),
    },
    dependencies: {
      title: dependencies.join(', '),
      measure: (setting) => measureImport(setting, dependencies),
    },
  },
  subject: 'registrar-kit',
  peer: 'dependencies',
  unavailable: whyNotBuilt,
  prepare: (quick) =>
    Promise.resolve({
      setting: { processes: quick ? 1 : 7 },
      close: () => Promise.resolve(),
    }),
};
