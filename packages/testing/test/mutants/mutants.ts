import { callMutants } from './call-mutants.js';
import { failureMutants } from './failure-mutants.js';
import { leakMutants } from './leak-mutants.js';
import { listMutants } from './list-mutants.js';
import { moneyMutants } from './money-mutants.js';
import type { Mutant } from './mutant.js';
import { searchMutants } from './search-mutants.js';
import { settingMutants } from './setting-mutants.js';
import { shapeMutants } from './shape-mutants.js';

/** Everything that the contract must notice. */
export const mutants: readonly Mutant[] = [
  ...searchMutants,
  ...failureMutants,
  ...moneyMutants,
  ...listMutants,
  ...settingMutants,
  ...callMutants,
  ...leakMutants,
  ...shapeMutants,
];
