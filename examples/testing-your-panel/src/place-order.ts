import {
  isRegistrarError,
  type Contact,
  type Money,
  type OperationHandle,
  type Registrar,
} from '@registrar-kit/core';

/** What a customer has ordered and paid here. */
export interface PanelOrder {
  readonly id: string;
  readonly domain: string;
  readonly years: number;
  readonly owner: Contact;
  /** What the panel can spend on it. */
  readonly budget: Money;
}

/** How an order stands at the registrar. */
export type OrderStanding =
  | { readonly status: 'registered' | 'pending'; readonly operation: OperationHandle }
  /** The answer was lost: do not order again, ask later with `operation`. */
  | { readonly status: 'unclear'; readonly operation: OperationHandle }
  | { readonly status: 'refused'; readonly because: 'taken' | 'price' | 'funds' };

export async function placeOrder(registrar: Registrar, order: PanelOrder): Promise<OrderStanding> {
  const { id, domain, years, owner, budget } = order;
  try {
    const { status, operation } = await registrar.registerDomain(
      { domain, years, contacts: { registrant: owner }, price: { atMost: budget } },
      // However often the panel repeats it, it is bought once.
      { idempotencyKey: id },
    );
    return { status: status === 'done' ? 'registered' : 'pending', operation };
  } catch (error) {
    if (isRegistrarError(error, 'OUTCOME_UNKNOWN'))
      return { status: 'unclear', operation: error.handle };
    if (isRegistrarError(error, 'DOMAIN_UNAVAILABLE'))
      return { status: 'refused', because: 'taken' };
    if (isRegistrarError(error, 'PRICE_CHANGED')) return { status: 'refused', because: 'price' };
    if (isRegistrarError(error, 'INSUFFICIENT_FUNDS'))
      return { status: 'refused', because: 'funds' };
    throw error;
  }
}
