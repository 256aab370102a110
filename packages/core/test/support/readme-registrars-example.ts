import type { ContactSet, Quote, RegisterDomainResult, Registrars } from '@registrar-kit/core';

/** Keep it with the order: whoever tries the order again must ask the same account. */
export interface Offer {
  readonly registrar: string;
  readonly quote: Quote;
}

export async function bestOffer(registrars: Registrars, domain: string): Promise<Offer> {
  const { rows, cheapest } = await registrars.quote({ operation: 'registerDomain', domain });
  // Two currencies have no order: whoever sells in several has to choose one.
  const best = cheapest.find(({ currency }) => currency === 'USD')?.registrars[0];
  const offer = rows.find(({ registrar }) => registrar === best);
  if (offer?.quote !== undefined) return offer;
  const reasons = rows.map(({ error }) => error?.message);
  throw new Error(`nobody sells ${domain} in USD now`, { cause: reasons });
}

export function accept(
  registrars: Registrars,
  { registrar, quote: price }: Offer,
  contacts: ContactSet,
  orderId: string,
): Promise<RegisterDomainResult> {
  const { domain, years } = price;
  const order = { domain, years, contacts, price };
  return registrars.get(registrar).registerDomain(order, { idempotencyKey: orderId });
}
