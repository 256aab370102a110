import type { Money, PricedOperation } from '@registrar-kit/core';
import { amountIn, type WorldTld } from '@registrar-kit/testing';
import type { CommandRequest, SimulatedCommand } from '../command.js';
import { fail, failWith, succeed, type CommandAnswer } from '../command-answer.js';
import { twoDecimals } from '../vendor-text.js';
import { node, type XmlNode } from '../xml-writer.js';
import { promotionFault } from './price-claim.js';

export const usersGetPricing: SimulatedCommand = {
  name: 'namecheap.users.getPricing',
  operations: ['getPrices', 'quote'],
  domains: () => [],
  run,
};

/** The vendor answers these words in lower case although its pages write capitals. */
const actions = {
  register: 'registerDomain',
  renew: 'renewDomain',
  reactivate: 'restoreDomain',
  transfer: 'transferDomain',
} as const satisfies Record<string, PricedOperation>;

/** Nothing but names is sold in the simulated world. */
const otherProducts: ReadonlySet<string> = new Set(['SSLCERTIFICATE', 'WHOISGUARD']);

function run({ world, parameters, quirks }: CommandRequest): CommandAnswer {
  const type = parameters.get('ProductType').toUpperCase();
  const skeleton = node('UserGetPricingResult');
  const promotion = promotionFault(parameters);
  if (promotion !== undefined) return failWith([promotion], skeleton);
  if (otherProducts.has(type)) return succeed(skeleton);
  if (type !== 'DOMAIN') return fail('2011298', 'Parameter ProductType is Invalid', skeleton);
  const wanted =
    quirks.pricingFilter === 'honoured' ? parameters.get('ActionName').toLowerCase() : '';
  const product = parameters.get('ProductName').toLowerCase();
  const tlds = world.tlds().filter(({ tld }) => product === '' || tld === product);
  const categories = Object.entries(actions)
    .filter(([action]) => wanted === '' || action === wanted)
    .map(([action, operation]) =>
      node(
        'ProductCategory',
        { Name: action },
        tlds.map((tld) => toProduct(tld, operation)),
      ),
    );
  return succeed(
    node('UserGetPricingResult', {}, [node('ProductType', { Name: 'domains' }, categories)]),
  );
}

function toProduct(tld: WorldTld, operation: PricedOperation): XmlNode | undefined {
  const price = amountIn(tld.prices[operation], 'USD');
  const years = yearsOf(tld, operation);
  if (price === undefined || years.length === 0) return undefined;
  const fee = operation === 'restoreDomain' ? undefined : amountIn(tld.fee, 'USD');
  return node(
    'Product',
    { Name: tld.tld },
    years.map((duration) => toPrice(duration, price, fee)),
  );
}

/** For one year, whatever the duration: that is what MULTIPLE says. */
function toPrice(duration: number, price: Money, fee: Money | undefined): XmlNode {
  const additional = fee === undefined ? '0.0' : twoDecimals(fee);
  return node('Price', {
    Duration: String(duration),
    DurationType: 'YEAR',
    Price: twoDecimals(price),
    PricingType: 'MULTIPLE',
    AdditionalCost: additional,
    RegularPrice: twoDecimals(price),
    RegularPriceType: 'MULTIPLE',
    RegularAdditionalCost: additional,
    RegularAdditionalCostType: 'MULTIPLE',
    YourPrice: twoDecimals(price),
    YourPriceType: 'MULTIPLE',
    YourAdditonalCost: additional,
    YourAdditonalCostType: 'MULTIPLE',
    PromotionPrice: '0.0',
    Currency: 'USD',
  });
}

function yearsOf(tld: WorldTld, operation: PricedOperation): readonly number[] {
  switch (operation) {
    case 'registerDomain':
      return tld.registrable ? between(tld.registrationYears) : [];
    case 'renewDomain':
      return tld.renewable ? between(tld.renewalYears) : [];
    case 'transferDomain':
      return tld.transferable ? [1] : [];
    case 'restoreDomain':
      return [1];
  }
}

function between({ min, max }: { readonly min: number; readonly max: number }): readonly number[] {
  return Array.from({ length: max - min + 1 }, (_, index) => min + index);
}
