import { isRegistrarError } from '@registrar-kit/core';
import type { FakeDriver } from '../../src/fake/fake-driver.js';
import { unless, without, type Mutant } from './mutant.js';

const visits = 'visits every domain of all pages once, and reads anew each time';
const pages = 'goes page by page with the cursors that it gave';

/** Mistakes of lists. */
export const listMutants: readonly Mutant[] = [
  {
    mistake: 'loses all pages but the first',
    caughtBy: [visits, pages],
    driver: (driver) => ({
      ...driver,
      listDomains: async (request, call) => {
        return without(await driver.listDomains(request, call), 'next');
      },
    }),
  },
  {
    mistake: 'begins a page with the last row of the page before',
    caughtBy: [pages],
    driver: (driver) => ({
      ...driver,
      listDomains: ({ cursor, ...request }, call) =>
        driver.listDomains(
          cursor === undefined ? request : { ...request, cursor: String(Number(cursor) - 1) },
          call,
        ),
    }),
  },
  {
    mistake: 'gives the pages of an earlier reading',
    caughtBy: [visits],
    driver: keepingPages,
  },
  {
    mistake: 'takes a cursor that it does not know for none',
    caughtBy: ['refuses a cursor that it did not give'],
    driver: (driver) => ({
      ...driver,
      listDomains: (request, call) =>
        unless(driver.listDomains(request, call), (error) => {
          if (!isRegistrarError(error, 'INVALID_INPUT')) throw error;
          return driver.listDomains({}, call);
        }),
    }),
  },
  {
    mistake: 'gives all rows, whichever were asked for',
    caughtBy: ['listTransfers gives each transfer once'],
    driver: (driver) => ({
      ...driver,
      listTransfers: (request, call) => driver.listTransfers(without(request, 'status'), call),
    }),
  },
];

function keepingPages(driver: FakeDriver): FakeDriver {
  const kept = new Map<string | undefined, ReturnType<FakeDriver['listDomains']>>();
  return {
    ...driver,
    listDomains: (request, call) => {
      const page = kept.get(request.cursor) ?? driver.listDomains(request, call);
      kept.set(request.cursor, page);
      return page;
    },
  };
}
