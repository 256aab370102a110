import { isRegistrarError, type DomainName, type DriverAvailability } from '@registrar-kit/core';
import { unless, withMethods, without, type Mutant } from './mutant.js';

const inOrder =
  'answers each input in order, with duplicates kept and the names as they were given';
const leftOut =
  'answers a name that the vendor left out with missing_from_answer, never with available';
const requestFailed =
  'answers the names of a request that failed with request_failed, and the others as usual';

/** Mistakes of a search. */
export const searchMutants: readonly Mutant[] = [
  {
    mistake: 'drops the rows of taken names',
    caughtBy: ['checkAvailability tells free names from taken ones'],
    driver: (driver) => ({
      ...driver,
      checkAvailability: async (domains, call) => {
        const rows = await driver.checkAvailability(domains, call);
        return rows.filter(({ availability }) => availability !== 'taken');
      },
    }),
  },
  {
    mistake: 'answers available when the lookup failed',
    caughtBy: ['throws when every request of a search failed', requestFailed],
    driver: (driver) => ({
      ...driver,
      checkAvailability: (domains, call) =>
        unless(driver.checkAvailability(domains, call), () => domains.map(available)),
    }),
  },
  {
    mistake: 'answers available for a name that the vendor left out',
    caughtBy: [leftOut],
    driver: (driver) => ({
      ...driver,
      checkAvailability: async (domains, call) => {
        const rows = await driver.checkAvailability(domains, call);
        return rows.map((row) =>
          row.reason === 'missing_from_answer' ? available(row.domain) : row,
        );
      },
    }),
  },
  {
    mistake: 'sorts the rows',
    caughtBy: [inOrder, 'keeps order and count over several requests'],
    registrar: (registrar) =>
      withMethods(registrar, {
        checkAvailability: async (input, options) => {
          const rows = await registrar.checkAvailability(input, options);
          return rows.toSorted((one, other) =>
            (one.domain ?? '').localeCompare(other.domain ?? ''),
          );
        },
      }),
  },
  {
    mistake: 'answers a name once that was given twice',
    caughtBy: [inOrder],
    registrar: (registrar) =>
      withMethods(registrar, {
        checkAvailability: async (input, options) => {
          const rows = await registrar.checkAvailability(input, options);
          return rows.filter(
            (row, index) => rows.findIndex(({ domain }) => domain === row.domain) === index,
          );
        },
      }),
  },
  {
    mistake: 'matches rows to names by their place in the answer',
    caughtBy: [inOrder],
    driver: (driver) => ({
      ...driver,
      checkAvailability: async (domains, call) => {
        const rows = await driver.checkAvailability(domains.toSorted(), call);
        return rows.map((row, index) => ({ ...row, domain: domains[index] ?? row.domain }));
      },
    }),
  },
  {
    mistake: 'hides a refused key in the rows of a search',
    caughtBy: ['throws 401 and 403 for a whole search, and answers no row'],
    driver: (driver) => ({
      ...driver,
      checkAvailability: (domains, call) =>
        unless(driver.checkAvailability(domains, call), (error) => {
          if (!isRegistrarError(error, 'AUTHENTICATION_FAILED')) throw error;
          return domains.map((domain) => ({
            ...{ domain, availability: 'unknown', reason: 'request_failed', error },
          }));
        }),
    }),
  },
  {
    mistake: 'calls names taken whose ending is not sold',
    caughtBy: ['answers a name under an ending that is not sold with tld_not_sold'],
    driver: (driver) => ({
      ...driver,
      checkAvailability: async (domains, call) => {
        const rows = await driver.checkAvailability(domains, call);
        return rows.map(({ domain, ...row }) =>
          row.reason === 'tld_not_sold' ? { domain, availability: 'taken' } : { domain, ...row },
        );
      },
    }),
  },
  {
    mistake: 'says nothing of premium prices',
    caughtBy: ['tells the price of a premium name, and none of a plain one'],
    driver: (driver) => ({
      ...driver,
      checkAvailability: async (domains, call) => {
        const rows = await driver.checkAvailability(domains, call);
        return rows.map((row) => without(row, 'premium'));
      },
    }),
  },
  {
    mistake: 'throws for a name that is none',
    caughtBy: ['answers a name that is none with invalid_name, beside names that are'],
    registrar: (registrar) =>
      withMethods(registrar, {
        checkAvailability: async (input, options) => {
          const rows = await registrar.checkAvailability(input, options);
          for (const { error } of rows) if (error !== undefined) throw error;
          return rows;
        },
      }),
  },
];

function available(domain: DomainName): DriverAvailability {
  return { domain, availability: 'available' };
}
