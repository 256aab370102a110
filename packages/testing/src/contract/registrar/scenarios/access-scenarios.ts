import { compareMoney, isMoney, operationNames, readCalendarDate } from '@registrar-kit/core';
import { scenario } from '../registrar-scenario.js';
import { wants, wantsSame } from '../wants.js';
import type { RoundTrips } from './round-trips.js';

/** Access, catalogue, search and money: one call each, as a panel makes it first. */
export const accessScenarios: RoundTrips<
  | 'verifyAccess'
  | 'getBalance'
  | 'getCapabilities'
  | 'listTlds'
  | 'getPrices'
  | 'getTldRequirements'
  | 'checkAvailability'
  | 'streamAvailability'
  | 'quote'
> = {
  verifyAccess: scenario(
    'verifyAccess proves the access and names the account',
    { operations: ['verifyAccess'] },
    async ({ registrar }) => {
      const report = await registrar.verifyAccess();
      wants(report.account !== '', 'the account that the provider took us for', report);
      wantsSame(report.environment, registrar.environment, 'the environment of the registrar');
    },
  ),
  getBalance: scenario(
    'getBalance answers exact amounts, each currency once',
    { operations: ['getBalance'] },
    async ({ registrar }) => {
      const { available } = await registrar.getBalance();
      wants(available.length > 0, 'one currency at least', available);
      for (const amount of available)
        wants(isMoney(amount), 'the decimal string of the vendor and a currency', amount);
      const currencies = available.map(({ currency }) => currency);
      wantsSame(currencies.length, new Set(currencies).size, 'each currency once');
    },
  ),
  getCapabilities: scenario(
    'getCapabilities answers a whole table, for an ending as well',
    { operations: ['getCapabilities'], situations: ['name-free'] },
    async (stage) => {
      const { registrar } = stage;
      const whole = await registrar.getCapabilities();
      wantsSame(
        whole,
        registrar.capabilities,
        'the table of the provider where no ending is given',
      );
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const tld = domain.slice(domain.indexOf('.') + 1);
      const table = await registrar.getCapabilities({ tld });
      wantsSame(
        Object.keys(table).sort(),
        [...operationNames].sort(),
        'an entry for each operation',
      );
      wants(
        table.registerDomain.support !== 'unsupported',
        `registerDomain to be possible under .${tld}, where a name is free`,
        table.registerDomain,
      );
    },
  ),
  listTlds: scenario(
    'listTlds gives each ending once, in A-label form without a dot in front',
    { operations: ['listTlds'], situations: ['name-free'] },
    async (stage) => {
      const seen: string[] = [];
      for await (const { tld, registrable } of stage.registrar.listTlds()) {
        wants(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(tld), 'an ending such as co.uk', tld);
        wants(typeof registrable === 'boolean', 'whether names can be registered', registrable);
        seen.push(tld);
      }
      wantsSame(seen.length, new Set(seen).size, 'each ending once');
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const tld = domain.slice(domain.indexOf('.') + 1);
      wants(seen.includes(tld), `.${tld} among the endings, since names can be had under it`, seen);
    },
  ),
  getPrices: scenario(
    'getPrices answers what was asked for, and names what has no price',
    { operations: ['getPrices', 'quote'], situations: ['name-free', 'name-not-sold'] },
    async (stage) => {
      const { registrar } = stage;
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const { domain: unsold } = await stage.bring('name-not-sold');
      const [sold = '', missing = ''] = [domain, unsold].map((name) =>
        name.slice(name.indexOf('.') + 1),
      );
      const list = await registrar.getPrices({
        tlds: [sold, missing],
        operations: ['registerDomain'],
      });
      wantsSame(list.missing, [missing], 'the ending that is not sold, among the missing ones');
      for (const { tld, operation, price } of list.prices)
        wantsSame(
          [tld, operation, isMoney(price)],
          [sold, 'registerDomain', true],
          'such prices only',
        );
      const oneYear = list.prices.find(({ years }) => years === 1);
      const quote = await registrar.quote({ operation: 'registerDomain', domain });
      wants(oneYear !== undefined, 'the price of one year', list.prices);
      wantsSame(
        [Number(oneYear.price.amount), oneYear.price.currency],
        [Number(quote.price.amount), quote.price.currency],
        'the listed price of a plain name to be what a quote says, fees included',
      );
      wants(!Number.isNaN(Date.parse(list.readAt)), 'the instant of the reading', list.readAt);
    },
  ),
  getTldRequirements: scenario(
    'getTldRequirements says whether the fields of an ending are known',
    { operations: ['getTldRequirements'], situations: ['name-free'] },
    async (stage) => {
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const asked = domain.slice(domain.indexOf('.'));
      const { tld, stated, attributes } = await stage.registrar.getTldRequirements({ tld: asked });
      wantsSame(tld, asked.slice(1), 'the ending without the dot that was given in front');
      wants(stated || attributes.length === 0, 'no fields where none are stated', attributes);
      for (const { key, required } of attributes)
        wants(key !== '' && !required, 'no required fields for a name that is free without', key);
    },
  ),
  checkAvailability: scenario(
    'checkAvailability tells free names from taken ones',
    { operations: ['checkAvailability'], situations: ['name-free', 'name-taken'] },
    async (stage) => {
      const free = await stage.bring('name-free', { label: 'harbour' });
      const taken = await stage.bring('name-taken');
      const rows = await stage.registrar.checkAvailability({
        domains: [free.domain, taken.domain],
      });
      wantsSame(
        rows.map(({ domain, availability }) => [domain, availability]),
        [
          [free.domain, 'available'],
          [taken.domain, 'taken'],
        ],
        'what the registry says of each name',
      );
    },
  ),
  streamAvailability: scenario(
    'streamAvailability gives the rows of checkAvailability, one by one in order',
    {
      operations: ['streamAvailability', 'checkAvailability'],
      situations: ['name-free', 'name-taken'],
    },
    async (stage) => {
      const { registrar } = stage;
      const free = await stage.bring('name-free', { label: 'harbour' });
      const taken = await stage.bring('name-taken');
      const domains = [free.domain, 'not a name', taken.domain, free.domain];
      const streamed: unknown[] = [];
      for await (const { input, domain, availability, reason } of registrar.streamAvailability({
        domains,
      }))
        streamed.push([input, domain, availability, reason]);
      const rows = await registrar.checkAvailability({ domains });
      wantsSame(
        streamed,
        rows.map(({ input, domain, availability, reason }) => [
          input,
          domain,
          availability,
          reason,
        ]),
        'the same rows as checkAvailability gives',
      );
    },
  ),
  quote: scenario(
    'quote answers the exact price of one order, bound to that order',
    { operations: ['quote'], situations: ['name-free', 'name-taken'] },
    async (stage) => {
      const { registrar } = stage;
      const { provider, environment } = registrar;
      const { domain } = await stage.bring('name-free', { label: 'harbour' });
      const quote = await registrar.quote({ operation: 'registerDomain', domain });
      wantsSame(
        [quote.provider, quote.environment, quote.operation, quote.domain, quote.years],
        [provider, environment, 'registerDomain', domain, 1],
        'the order that the quote is for',
      );
      wants(isMoney(quote.price), 'an exact price', quote.price);
      wantsSame([quote.premium, quote.earlyAccess], [false, false], 'a plain name');
      const validFor = Date.parse(quote.validUntil) - Date.now();
      wants(validFor > 0, 'an instant until which it is valid', quote.validUntil);
      wants(readCalendarDate(quote.validUntil.slice(0, 10)) !== undefined, 'an ISO instant', quote);
    },
  ),
};

/** The point that a number on the way to an amount would move. */
export const exactBalanceScenario = scenario(
  'getBalance keeps every digit of an amount that a float would round',
  { operations: ['getBalance'], situations: ['balance-beyond-floats'] },
  async (stage) => {
    const { balance } = await stage.bring('balance-beyond-floats');
    const { available } = await stage.registrar.getBalance();
    const held = available.find(({ currency }) => currency === balance.currency);
    wants(
      held !== undefined && compareMoney(held, balance) === 0,
      `all digits of ${balance.amount} ${balance.currency}`,
      available,
    );
  },
);
