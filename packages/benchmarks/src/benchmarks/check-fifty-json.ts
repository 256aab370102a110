import { domainNameApiCheckers } from '../availability/domain-name-api-checkers.js';
import { checkBenchmark, type CheckSetting } from '../availability/measure-checks.js';
import type { Benchmark } from '../benchmark.js';

export const benchmark: Benchmark<CheckSetting> = {
  ...checkBenchmark(
    'fifty names checked at Domain Name API in five requests over a local connection',
    50,
  ),
  contenders: domainNameApiCheckers,
};
