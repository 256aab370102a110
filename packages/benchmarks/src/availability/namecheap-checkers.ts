import type { Benchmark } from '../benchmark.js';
import { measureChecks, type CheckSetting } from './measure-checks.js';

type Checkers = Benchmark<CheckSetting>['contenders'];

/** Each loads its own code in its own process, and nobody else's. */
export const namecheapCheckers: Checkers = {
  'registrar-kit': {
    title: 'registrar-kit',
    measure: async (setting) => {
      const { checkByNamecheap } = await import('./check-by-registrar.js');
      return measureChecks(setting, checkByNamecheap(setting.url));
    },
  },
  'by-hand': {
    title: 'by hand',
    measure: async (setting) => {
      const { checkNamecheapByHand } = await import('./check-by-hand.js');
      return measureChecks(setting, checkNamecheapByHand(setting.url));
    },
  },
  rqt: {
    title: '@rqt/namecheap',
    measure: async (setting) => {
      const { checkByRqt } = await import('./published-clients.js');
      return measureChecks(setting, checkByRqt(setting.url));
    },
  },
  'namecheap-api': {
    title: 'namecheap-api',
    measure: async (setting) => {
      const { checkByNamecheapApi } = await import('./published-clients.js');
      return measureChecks(setting, checkByNamecheapApi(setting.url));
    },
  },
  afo: {
    title: 'afo-namecheap-api',
    measure: async (setting) => {
      const { checkByAfo } = await import('./published-clients.js');
      return measureChecks(setting, checkByAfo(setting.url));
    },
  },
  floor: {
    title: 'floor',
    measure: async (setting) => {
      const { checkNamecheapOnTheFloor } = await import('./check-on-the-floor.js');
      return measureChecks(setting, checkNamecheapOnTheFloor(setting.url));
    },
  },
};
