import type { Benchmark } from '../benchmark.js';
import { measureChecks, type CheckSetting } from './measure-checks.js';

type Checkers = Benchmark<CheckSetting>['contenders'];

/** Each loads its own code in its own process, and nobody else's. */
export const domainNameApiCheckers: Checkers = {
  'registrar-kit': {
    title: 'registrar-kit',
    measure: async (setting) => {
      const { checkByDomainNameApi } = await import('./check-by-registrar.js');
      return measureChecks(setting, checkByDomainNameApi(setting.url));
    },
  },
  'by-hand': {
    title: 'by hand',
    measure: async (setting) => {
      const { checkDomainNameApiByHand } = await import('./check-by-hand.js');
      return measureChecks(setting, checkDomainNameApiByHand(setting.url));
    },
  },
  floor: {
    title: 'floor',
    measure: async (setting) => {
      const { checkDomainNameApiOnTheFloor } = await import('./check-on-the-floor.js');
      return measureChecks(setting, checkDomainNameApiOnTheFloor(setting.url));
    },
  },
};
