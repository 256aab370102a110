import { addMoney, multiplyMoney, type Money, type PricedOperation } from '@registrar-kit/core';
import { amountIn } from './amounts.js';
import { refuse } from './world-refusal.js';
import type { WorldPrice } from './world-orders.js';
import type { EarlyAccessName, PremiumName } from './world-names.js';
import type { WorldTld } from './world-tld.js';

interface PricedName {
  readonly domain: string;
  readonly tld: WorldTld;
  readonly premium: PremiumName | undefined;
  readonly earlyAccess: EarlyAccessName | undefined;
}

/** What an order for a name costs. @throws WorldRefusal `currency_not_sold` */
export function priceOfName(
  name: PricedName,
  operation: PricedOperation,
  years: number,
  currency: string,
): WorldPrice {
  const notSold = (): never => refuse({ kind: 'currency_not_sold', domain: name.domain, currency });
  const times = operation === 'restoreDomain' ? 1 : years;
  const perYear = amountIn((name.premium ?? name.tld).prices[operation], currency) ?? notSold();
  let total = multiplyMoney(perYear, times);
  let feePerYear: Money | undefined;
  if (operation !== 'restoreDomain' && name.tld.fee.length > 0) {
    feePerYear = amountIn(name.tld.fee, currency) ?? notSold();
    total = addMoney(total, multiplyMoney(feePerYear, times));
  }
  let earlyAccessFee: Money | undefined;
  if (operation === 'registerDomain' && name.earlyAccess !== undefined) {
    earlyAccessFee = amountIn(name.earlyAccess.fee, currency) ?? notSold();
    total = addMoney(total, earlyAccessFee);
  }
  return {
    total,
    perYear,
    ...(feePerYear === undefined ? {} : { feePerYear }),
    ...(earlyAccessFee === undefined ? {} : { earlyAccessFee }),
    premium: name.premium !== undefined,
  };
}
