import { isRegistrarError, type CapabilityTable, type Registrar } from '@registrar-kit/core';
import { scenario } from '../registrar-scenario.js';
import { refusalOf, wants, wantsSame } from '../wants.js';

const operations = ['checkAvailability'] as const;

/** Order, count and honesty of a search. */
export const searchScenarios = [
  scenario(
    'answers each input in order, with duplicates kept and the names as they were given',
    { operations, situations: ['name-free', 'name-taken'] },
    async (stage) => {
      const { domain: free } = await stage.bring('name-free', { label: 'harbour' });
      const { domain: taken } = await stage.bring('name-taken');
      const given = [taken, free, ` ${free.toUpperCase()}.`, taken, free];
      const domains = [...given];
      const rows = await stage.registrar.checkAvailability({ domains });
      wantsSame(
        rows.map(({ input, domain, availability }) => [input, domain, availability]),
        [
          [given[0], taken, 'taken'],
          [given[1], free, 'available'],
          [given[2], free, 'available'],
          [given[3], taken, 'taken'],
          [given[4], free, 'available'],
        ],
        'one row for each input, in order',
      );
      wantsSame(domains, given, 'the caller’s list as it was');
    },
  ),
  scenario(
    'keeps order and count over several requests',
    { operations, situations: ['name-free', 'name-taken'] },
    async (stage) => {
      const { domain: taken } = await stage.bring('name-taken');
      const count = namesPerRequest(stage.capabilities) * 2 + 1;
      const domains: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const { domain } = await stage.bring('name-free', { label: `harbour-${String(index)}` });
        domains.push(domain);
      }
      domains.splice(Math.floor(count / 2), 0, taken);
      const rows = await stage.registrar.checkAvailability({ domains });
      wantsSame(
        rows.map(({ domain, availability }) => `${String(domain)} ${availability}`),
        domains.map((domain) => `${domain} ${domain === taken ? 'taken' : 'available'}`),
        'the rows of all requests in the order of the names',
      );
    },
  ),
  scenario(
    'answers a name that is none with invalid_name, beside names that are',
    { operations, situations: ['name-free'] },
    async (stage) => {
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const domains = ['not a name', domain, '', `${'a'.repeat(64)}.com`];
      const rows = await stage.registrar.checkAvailability({ domains });
      wantsSame(
        rows.map(({ input, domain: name, availability, reason }) => [
          input,
          name,
          availability,
          reason,
        ]),
        [
          ['not a name', null, 'unknown', 'invalid_name'],
          [domain, domain, 'available', undefined],
          ['', null, 'unknown', 'invalid_name'],
          [domains[3], null, 'unknown', 'invalid_name'],
        ],
        'an answer for each input',
      );
      wants(isRegistrarError(rows[0]?.error, 'INVALID_INPUT'), 'what is wrong with the name', rows);
    },
  ),
  scenario(
    'answers a name under an ending that is not sold with tld_not_sold',
    { operations, situations: ['name-not-sold', 'name-free'] },
    async (stage) => {
      const { domain: unsold } = await stage.bring('name-not-sold');
      const { domain: free } = await stage.bring('name-free', { label: 'harbour' });
      const rows = await stage.registrar.checkAvailability({ domains: [unsold, free] });
      wantsSame(
        rows.map(({ availability, reason }) => [availability, reason]),
        [
          ['unknown', 'tld_not_sold'],
          ['available', undefined],
        ],
        'unknown for one name and an answer for the other',
      );
    },
  ),
  scenario(
    'tells the price of a premium name, and none of a plain one',
    { operations, situations: ['name-premium', 'name-free'] },
    async (stage) => {
      const premium = await stage.bring('name-premium');
      const plain = await stage.bring('name-free', { label: 'harbour' });
      const rows = await stage.registrar.checkAvailability({
        domains: [premium.domain, plain.domain],
      });
      wants(rows[0]?.premium?.registration !== undefined, 'the price of a premium name', rows[0]);
      wantsSame(rows[1]?.premium, undefined, 'nothing special about a plain name');
    },
  ),
  scenario(
    'answers a name that the vendor left out with missing_from_answer, never with available',
    { operations, situations: ['missing-row', 'name-free'] },
    async (stage) => {
      const { domain: first } = await stage.bring('name-free', { label: 'harbour' });
      const { domain: second } = await stage.bring('name-free', { label: 'bakery' });
      await stage.bring('missing-row', { operation: 'checkAvailability', domain: first });
      const rows = await stage.registrar.checkAvailability({ domains: [first, second] });
      wantsSame(
        rows.map(({ domain, availability, reason }) => [domain, availability, reason]),
        [
          [first, 'unknown', 'missing_from_answer'],
          [second, 'available', undefined],
        ],
        'no guess about the name that was left out',
      );
    },
  ),
  scenario(
    'answers the names of a request that failed with request_failed, and the others as usual',
    { operations, situations: ['html-page', 'name-free'] },
    async (stage) => {
      const count = namesPerRequest(stage.capabilities) + 1;
      const domains: string[] = [];
      for (let index = 0; index < count; index += 1) {
        const { domain } = await stage.bring('name-free', { label: `harbour-${String(index)}` });
        domains.push(domain);
      }
      const last = domains.at(-1) ?? '';
      await stage.bring('html-page', { operation: 'checkAvailability', domain: last, times: 5 });
      const rows = await stage.registrar.checkAvailability({ domains });
      wantsSame(
        rows.map(({ domain }) => domain),
        domains,
        'a row for each name, in order',
      );
      const row = rows.at(-1);
      wantsSame([row?.availability, row?.reason], ['unknown', 'request_failed'], 'an honest row');
      wants(isRegistrarError(row?.error, 'UNEXPECTED_RESPONSE'), 'what went wrong', row);
      const others = rows.slice(0, -1).filter(({ availability }) => availability !== 'available');
      wantsSame(others, [], 'the other names answered');
    },
  ),
  scenario(
    'throws when every request of a search failed',
    { operations, situations: ['html-page', 'name-free'] },
    async (stage) => {
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      await stage.bring('html-page', { operation: 'checkAvailability', times: 5 });
      const search = stage.registrar.checkAvailability({ domains: [domain] });
      await refusalOf(search, 'UNEXPECTED_RESPONSE', 'no name at all could be told');
    },
  ),
  scenario(
    'throws 401 and 403 for a whole search, and answers no row',
    { operations, situations: ['key-rejected', 'ip-not-allowed', 'name-free'] },
    async (stage) => {
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const search = (registrar: Registrar) => registrar.checkAvailability({ domains: [domain] });
      await stage.bring('key-rejected', { operation: 'checkAvailability' });
      await refusalOf(search(stage.registrar), 'AUTHENTICATION_FAILED', 'the key is refused');
      await stage.bring('ip-not-allowed', { operation: 'checkAvailability' });
      await refusalOf(search(stage.registrar), 'ACCESS_DENIED', 'the address is refused');
    },
  ),
  scenario('refuses an empty search, and sends nothing', { operations }, async (stage) => {
    const before = stage.requests();
    const search = stage.registrar.checkAvailability({ domains: [] });
    await refusalOf(search, 'INVALID_INPUT', 'there is no name in it');
    wantsSame(stage.requests(), before, 'no request');
  }),
];

function namesPerRequest({ checkAvailability }: CapabilityTable): number {
  return checkAvailability.support === 'unsupported' ? 1 : checkAvailability.namesPerRequest;
}
