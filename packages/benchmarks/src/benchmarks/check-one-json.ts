import { domainNameApiCheckers } from '../availability/domain-name-api-checkers.js';
import { checkBenchmark, type CheckSetting } from '../availability/measure-checks.js';
import type { Benchmark } from '../benchmark.js';

export const benchmark: Benchmark<CheckSetting> = {
  ...checkBenchmark('one name checked at Domain Name API over a local connection', 1),
  contenders: domainNameApiCheckers,
};
