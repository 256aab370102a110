import { namecheapCheckers } from '../availability/namecheap-checkers.js';
import { checkBenchmark, type CheckSetting } from '../availability/measure-checks.js';
import type { Benchmark } from '../benchmark.js';

export const benchmark: Benchmark<CheckSetting> = {
  ...checkBenchmark('fifty names checked at Namecheap in one request over a local connection', 50),
  contenders: namecheapCheckers,
};
