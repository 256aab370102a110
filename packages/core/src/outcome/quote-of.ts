import type { PriceReading } from '../driver/registrar-driver.js';
import type { Quote } from '../operations/quote.js';
import type { PricedOrder } from './price-agreement.js';

/** How long a quote stays valid: long enough for a checkout, short against price lists that change overnight. */
const quoteLifeMs = 15 * 60 * 1000;

/** Binds a price that was just read to its order. */
export function quoteOf(order: PricedOrder, reading: PriceReading, now: number): Quote {
  const { price, premium, earlyAccess } = reading;
  return {
    ...order,
    price,
    premium,
    earlyAccess,
    validUntil: new Date(now + quoteLifeMs).toISOString(),
  };
}
