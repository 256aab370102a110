import {
  isRegistrarError,
  type OperationHandle,
  type PaidCallOptions,
  type PaidResult,
  type PriceConsent,
  type PricedOperation,
  type Quote,
  type QuoteInput,
  type Registrar,
} from '@registrar-kit/core';
import { aContactSet } from '../../builders/a-contact.js';
import { personalCanary } from './lasting-promises.js';
import type { Situation } from './situation.js';
import type { Stage } from './stage.js';

/** Contacts whose data must turn up in no error, event or journal row. */
export const someContacts = aContactSet({
  lastName: 'Canarydotter',
  email: `${personalCanary}@example.com`,
});

/** One order, ready to be placed as often as a scenario likes. */
export interface Order {
  readonly domain: string;
  readonly place: (registrar: Registrar, options?: PaidCallOptions) => Promise<PaidResult>;
}

/** The situation that an order of each kind starts from. */
export const startOf = {
  registerDomain: 'name-free',
  renewDomain: 'domain-ours',
  restoreDomain: 'domain-in-redemption',
  transferDomain: 'domain-elsewhere',
} as const satisfies Record<PricedOperation, Situation>;

type Start = (typeof startOf)[PricedOperation];

/** What is agreed to, or how that comes out of the quote. */
type Agreement = PriceConsent | ((quote: Quote) => PriceConsent);

/** Prepares an order of one kind. The price is a quote, read before; `price` replaces it. */
export async function anOrder(
  stage: Stage<Start>,
  kind: PricedOperation,
  label: string,
  price?: Agreement,
): Promise<Order> {
  const { registrar } = stage;
  const years = 1;
  switch (kind) {
    case 'registerDomain': {
      const { domain } = await stage.bring('name-free', { label });
      const input = { domain, years, contacts: someContacts };
      const agreed = await agreedOn(registrar, { operation: kind, domain }, price);
      return {
        domain,
        place: (shop, options) => placed(shop.registerDomain({ ...input, price: agreed }, options)),
      };
    }
    case 'renewDomain': {
      const { domain } = await stage.bring('domain-ours', { label });
      const { expiresOn = '' } = await registrar.getDomain({ domain });
      const agreed = await agreedOn(registrar, { operation: kind, domain }, price);
      const input = { domain, years, expectedExpiresOn: expiresOn, price: agreed };
      return { domain, place: (shop, options) => placed(shop.renewDomain(input, options)) };
    }
    case 'restoreDomain': {
      const { domain } = await stage.bring('domain-in-redemption', { label });
      const agreed = await agreedOn(registrar, { operation: kind, domain }, price);
      // A caller without types may well ask for the listed price.
      const input = { domain, price: agreed as Exclude<PriceConsent, 'listed'> };
      return { domain, place: (shop, options) => placed(shop.restoreDomain(input, options)) };
    }
    case 'transferDomain': {
      const { domain, authCode } = await stage.bring('domain-elsewhere', { label });
      stage.witness.secrets.push(authCode);
      const agreed = await agreedOn(registrar, { operation: kind, domain }, price);
      const input = { domain, authCode, price: agreed };
      return { domain, place: (shop, options) => placed(shop.transferDomain(input, options)) };
    }
  }
}

async function agreedOn(
  registrar: Registrar,
  request: QuoteInput,
  price: Agreement = (quote) => quote,
): Promise<PriceConsent> {
  return typeof price === 'function' ? price(await registrar.quote(request)) : price;
}

/** What an order came to. */
export type Verdict =
  | { readonly outcome: 'bought'; readonly result: PaidResult }
  /** Nothing was bought, says the error. */
  | { readonly outcome: 'refused'; readonly error: unknown }
  | { readonly outcome: 'unknown'; readonly handle: OperationHandle };

/** Judges an order by what the caller is told. */
export async function verdictOf(order: Promise<PaidResult>): Promise<Verdict> {
  try {
    return { outcome: 'bought', result: await order };
  } catch (error) {
    if (isRegistrarError(error, 'OUTCOME_UNKNOWN'))
      return { outcome: 'unknown', handle: error.handle };
    return { outcome: 'refused', error };
  }
}

/** Orders of the suite are never dry runs, of which the types of the options know nothing. */
async function placed(order: Promise<unknown>): Promise<PaidResult> {
  return (await order) as PaidResult;
}
