import type { DriverAvailability, TldAttribute } from '@registrar-kit/core';
import { checkYears } from '../world/order-checks.js';
import { refuse } from '../world/world-refusal.js';
import type { WorldTldAttribute } from '../world/world-tld.js';
import { withoutMissing } from './fake-gate.js';
import type { FakeOperations } from './fake-operation.js';
import { listedPrices } from './fake-prices.js';
import { toTld } from './from-world.js';

/** What can be had, and for how much. */
export const fakeCatalogue: FakeOperations<
  'listTlds' | 'getPrices' | 'getTldRequirements' | 'checkAvailability' | 'quote'
> = {
  listTlds: (_, { world }, { missing }) => ({
    items: withoutMissing(world.tlds().map(toTld), missing, (row) => row.tld),
  }),

  getPrices: ({ tlds, operations }, { world, currency }, { missing }) => {
    const wanted = world.tlds().filter(({ tld }) => tlds?.includes(tld) ?? true);
    const rows = wanted.flatMap((tld) => listedPrices(tld, operations, currency));
    return withoutMissing(rows, missing, (row) => row.tld);
  },

  getTldRequirements: (tld, { world }) => {
    const known = world.tld(tld);
    const attributes = (known?.attributes ?? []).map(toTldAttribute);
    return { tld, stated: known !== undefined, attributes };
  },

  checkAvailability: (domains, desk, { missing }) => {
    const answered = new Set(withoutMissing(domains, missing, (domain) => domain));
    return domains.map((domain) =>
      answered.has(domain) ? desk.availability(domain) : leftOut(domain),
    );
  },

  quote: (request, desk, { missing }) => {
    const { operation, domain, years } = request;
    const { world, currency } = desk;
    const tld = world.tldOf(domain) ?? refuse({ kind: 'tld_not_sold', domain });
    if (operation === 'registerDomain') checkYears(domain, years, tld.registrationYears);
    if (operation === 'renewDomain') checkYears(domain, years, tld.renewalYears);
    const { total, premium, earlyAccessFee } = world.priceOf({ ...request, currency });
    const reading = { price: total, premium, earlyAccess: earlyAccessFee !== undefined };
    if (operation !== 'registerDomain') return reading;
    const availability = missing === undefined ? desk.availability(domain) : leftOut(domain);
    return { ...reading, availability };
  },
};

function leftOut(domain: DriverAvailability['domain']): DriverAvailability {
  return { domain, availability: 'unknown', reason: 'missing_from_answer' };
}

function toTldAttribute({ requiredWhen, ...attribute }: WorldTldAttribute): TldAttribute {
  if (requiredWhen === undefined) return attribute;
  const condition = `required where ${requiredWhen.key} is ${requiredWhen.value}`;
  const { description } = attribute;
  return {
    ...attribute,
    description: description === undefined ? condition : `${description} (${condition})`,
  };
}
