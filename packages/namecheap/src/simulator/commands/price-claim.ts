import { compareMoney, money, type Money, type PricedOperation } from '@registrar-kit/core';
import type { CommandRequest } from '../command.js';
import type { CommandError } from '../command-answer.js';
import type { CommandParameters } from '../command-parameters.js';

/** What an order says of its price must be true: premium names and early access want it repeated to the cent. */
export function checkPriceClaim(
  { world, parameters }: CommandRequest,
  operation: PricedOperation,
  domain: string,
): CommandError | undefined {
  const claimed = parameters.get('IsPremiumDomain').toLowerCase() === 'true';
  const premium = world.premiumOf(domain) !== undefined;
  if (claimed !== premium) {
    return premium
      ? { number: '2515623', text: 'Domain is premium. Expecting a regular domain' }
      : { number: '2515623', text: 'Domain is regular. Expecting a premium domain' };
  }
  const price = world.priceOf({ operation, domain, currency: 'USD' });
  if (premium && operation !== 'registerDomain' && /^0*\.?0*$/.test(parameters.get('PremiumPrice')))
    return { number: '2015610', text: 'Premium price must not be zero' };
  if (premium && !says(parameters.get('PremiumPrice'), price.perYear)) return mismatch;
  const { earlyAccessFee } = price;
  if (earlyAccessFee !== undefined && !says(parameters.get('EapFee'), earlyAccessFee))
    return mismatch;
  return undefined;
}

/** The total that a claim which was found true accepts, so that the order is refused when the price changes on its way. */
export function acceptedTotal(
  { world }: CommandRequest,
  operation: PricedOperation,
  domain: string,
  years: number,
): { readonly acceptedTotal?: Money } {
  // A number of years that there is not is refused for itself.
  if (world.premiumOf(domain) === undefined || !Number.isSafeInteger(years)) return {};
  return { acceptedTotal: world.priceOf({ operation, domain, years, currency: 'USD' }).total };
}

const mismatch: CommandError = {
  number: '2515610',
  text: 'Prices do not match. The price that was sent is not the current one',
};

function says(claim: string, price: Money): boolean {
  return (
    /^\d{1,12}(?:\.\d{1,8})?$/.test(claim) &&
    compareMoney(money(claim, price.currency), price) === 0
  );
}

/** There are no promotions in the simulated world, so that every code is a wrong one. */
export function promotionFault(parameters: CommandParameters): CommandError | undefined {
  return parameters.has('PromotionCode')
    ? { number: '2011170', text: 'PromotionCode is invalid' }
    : undefined;
}
