import {
  addMoney,
  DomainUnavailableError,
  InvalidInputError,
  multiplyMoney,
  ProviderError,
  splitDomainName,
  UnsupportedOperationError,
  type CallContext,
  type Money,
  type PremiumPrices,
  type PricedOperation,
  type PriceReading,
  type PriceRequest,
} from '@registrar-kit/core';
import type { NamecheapClient } from '../namecheap-client.js';
import { checkNames, type CheckedName } from './check-names.js';
import { getPrices } from './get-prices.js';

const premiumPriceOf = {
  registerDomain: 'registration',
  renewDomain: 'renewal',
  transferDomain: 'transfer',
  restoreDomain: 'restore',
} as const satisfies Record<PricedOperation, keyof PremiumPrices>;

/**
 * The price of one order, read now: whether the name is premium or in early access from domains.check, the standard price
 * from users.getPricing.
 */
export async function quote(
  client: NamecheapClient,
  request: PriceRequest,
  call: CallContext,
): Promise<PriceReading> {
  const [checked] = await checkNames(client, [request.domain], call);
  if (checked === undefined || checked.answer.availability === 'unknown')
    throw unreadable(checked, request, call);
  const earlyAccessFee =
    request.operation === 'registerDomain' ? checked.answer.premium?.earlyAccess : undefined;
  if (checked.isPremium && earlyAccessFee !== undefined) {
    throw new DomainUnavailableError({
      ...call.origin,
      detail:
        'a premium name in early access cannot be ordered through the Namecheap API; order it in the panel',
      causes: ['operation_unsupported'],
    });
  }
  const price = checked.isPremium
    ? premiumPrice(checked, request, call)
    : await standardPrice(client, checked, request, call);
  return {
    price: earlyAccessFee === undefined ? price : addMoney(price, earlyAccessFee),
    premium: checked.isPremium,
    earlyAccess: earlyAccessFee !== undefined,
    availability: checked.answer,
  };
}

function premiumPrice(
  checked: CheckedName,
  { operation, years }: PriceRequest,
  call: CallContext,
): Money {
  if (years !== 1) {
    throw new InvalidInputError({
      ...call.origin,
      issues: [
        {
          path: 'years',
          problem: `is ${years}, and Namecheap states the price of a premium name for one year only`,
          cure: 'order one year',
        },
      ],
    });
  }
  const price = checked.answer.premium?.[premiumPriceOf[operation]];
  if (price !== undefined) return withIcannFee(price, checked, { operation, years });
  throw new ProviderError({
    ...call.origin,
    detail: 'the name is premium, and Namecheap states no price for this order; ask its support',
  });
}

async function standardPrice(
  client: NamecheapClient,
  checked: CheckedName,
  { operation, domain, years }: PriceRequest,
  call: CallContext,
): Promise<Money> {
  const { tld } = splitDomainName(domain);
  const prices = await getPrices(client, { tlds: [tld], operations: [operation] }, call);
  const found = prices.find((price) => price.years === years);
  if (found === undefined) {
    const choices = prices.map((price) => price.years);
    throw choices.length === 0 ? notSold(operation, tld, call) : wrongYears(years, choices, call);
  }
  // The fee stands in the price list or in the answer to the check; never both are added.
  return found.fee === undefined
    ? withIcannFee(found.price, checked, { operation, years })
    : found.price;
}

/** ICANN takes its fee for every year added to a name; a restore adds none. */
function withIcannFee(
  price: Money,
  { icannFee }: CheckedName,
  { operation, years }: Pick<PriceRequest, 'operation' | 'years'>,
): Money {
  return icannFee === undefined || operation === 'restoreDomain'
    ? price
    : addMoney(price, multiplyMoney(icannFee, years));
}

function notSold(operation: PricedOperation, tld: string, call: CallContext): Error {
  if (operation === 'registerDomain') {
    const detail = `Namecheap lists no price for registering .${tld}, so it cannot be ordered here`;
    return new DomainUnavailableError({ ...call.origin, detail, causes: ['tld_not_sold'] });
  }
  return new UnsupportedOperationError({
    ...call.origin,
    reason: `Namecheap lists no price for this operation with .${tld}`,
    alternative: 'do it in the Namecheap panel',
  });
}

function wrongYears(
  years: number,
  choices: readonly number[],
  call: CallContext,
): InvalidInputError {
  const cure = `choose from ${[...choices].sort((left, right) => left - right).join(', ')}`;
  const problem = `is ${years}, for which Namecheap lists no price`;
  return new InvalidInputError({ ...call.origin, issues: [{ path: 'years', problem, cure }] });
}

/** Without knowing whether the name is premium there is no price that could be relied on. */
function unreadable(
  checked: CheckedName | undefined,
  { operation }: PriceRequest,
  call: CallContext,
): Error {
  if (checked?.answer.error !== undefined) return checked.answer.error;
  if (checked?.answer.reason === 'tld_not_sold') {
    const detail = 'the ending is not sold through the Namecheap API';
    return operation === 'registerDomain'
      ? new DomainUnavailableError({ ...call.origin, detail, causes: ['tld_not_sold'] })
      : new UnsupportedOperationError({
          ...call.origin,
          reason: detail,
          alternative: 'do it in the Namecheap panel',
        });
  }
  const detail =
    'Namecheap did not say whether the name is premium, so there is no price to rely on; try again later';
  return new ProviderError({ ...call.origin, detail, transient: true });
}
