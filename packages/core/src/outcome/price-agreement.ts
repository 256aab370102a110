import type { PriceReading } from '../driver/registrar-driver.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { PriceChangedError } from '../errors/price-changed-error.js';
import type { PricedOperation } from '../operations/get-prices.js';
import type { PriceConsent } from '../operations/price-consent.js';
import type { Quote } from '../operations/quote.js';
import type { DomainName } from '../values/domain-name.js';
import type { Environment } from '../values/environment.js';
import { compareMoney, formatMoney, isMoney, subtractMoney, type Money } from '../values/money.js';

/** The order that a price is for. */
export interface PricedOrder {
  readonly provider: string;
  readonly environment: Environment;
  readonly operation: PricedOperation;
  readonly domain: DomainName;
  readonly years: number;
}

/**
 * Checks that a quote belongs to this very order and is still valid; nothing needs to be asked for that.
 * @throws InvalidInputError
 */
export function checkQuoteFits(
  consent: PriceConsent,
  order: PricedOrder,
  now: number,
  origin: ErrorOrigin,
): void {
  if (consent === 'listed' || 'atMost' in consent) return;
  const fields = ['provider', 'environment', 'operation', 'domain', 'years'] as const;
  const issues = fields
    .filter((field) => consent[field] !== order[field])
    .map((field) => ({
      path: `price.${field}`,
      problem: `the quote is for ${String(consent[field])}, the order for ${String(order[field])}`,
      cure: 'ask for a quote for this order',
    }));
  if (Date.parse(consent.validUntil) < now) {
    issues.push({
      path: 'price.validUntil',
      problem: `the quote was valid until ${consent.validUntil}`,
      cure: 'ask for a new quote',
    });
  }
  if (issues.length > 0) throw new InvalidInputError({ ...origin, issues });
}

/**
 * Checks the price that was just read against what the caller agreed to.
 * @throws PriceChangedError before money moves; InvalidInputError when the currencies differ.
 */
export function checkAgreed(
  consent: PriceConsent,
  reading: PriceReading,
  origin: ErrorOrigin,
): void {
  if (consent === 'listed') {
    if (!reading.premium && !reading.earlyAccess) return;
    const kind = reading.premium ? 'premium' : 'early-access';
    const current = formatMoney(reading.price);
    throw new PriceChangedError({
      ...origin,
      detail: `the name has a ${kind} price of ${current}, which "listed" does not cover; agree to it with a quote or { atMost }`,
      current: reading.price,
    });
  }
  const agreed = agreedAmount(consent);
  if (agreed.currency !== reading.price.currency) {
    throw new InvalidInputError({
      ...origin,
      issues: [
        {
          path: 'atMost' in consent ? 'price.atMost.currency' : 'price.price.currency',
          problem: `is ${agreed.currency}, the provider charges in ${reading.price.currency}`,
          cure: `agree to an amount in ${reading.price.currency}`,
        },
      ],
    });
  }
  const difference = compareMoney(reading.price, agreed);
  // A quote is one exact price; whoever accepts any price up to an amount says so with atMost.
  if ('atMost' in consent ? difference <= 0 : difference === 0) return;
  throw new PriceChangedError({
    ...origin,
    detail: `the price is ${formatMoney(reading.price)}, agreed was ${'atMost' in consent ? 'at most ' : ''}${formatMoney(agreed)}; ask for a new quote`,
    agreed,
    current: reading.price,
  });
}

/** By how much a charge exceeds what was agreed, if it does. */
export function excessOf(
  charged: Money | undefined,
  consent: PriceConsent,
  reading: PriceReading,
): Money | undefined {
  const agreed = consent === 'listed' ? reading.price : agreedAmount(consent);
  if (
    !isMoney(charged) ||
    charged.currency !== agreed.currency ||
    compareMoney(charged, agreed) <= 0
  )
    return undefined;
  return subtractMoney(charged, agreed);
}

function agreedAmount(consent: Quote | { readonly atMost: Money }): Money {
  return 'atMost' in consent ? consent.atMost : consent.price;
}
