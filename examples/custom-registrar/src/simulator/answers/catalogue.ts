import type { Money, PricedOperation } from '@registrar-kit/core';
import type { SimulatorResponse, WorldAvailability } from '@registrar-kit/testing';
import * as z from 'zod';
import { toMinorUnits } from '../../mapping/minor-units.js';
import { orderKinds } from '../../mapping/order-kind.js';
import { namesIn } from '../vendor-body.js';
import type { VendorCall } from '../vendor-call.js';
import { json } from '../vendor-reply.js';
import { refusalOf } from '../vendor-refusals.js';

/** The currency that an account is billed in. */
export function currencyOf({ account }: VendorCall): string {
  return account.balances[0]?.currency ?? 'USD';
}

/** Which names can be had. */
export function answerAvailability(call: VendorCall): SimulatorResponse {
  return json({
    names: namesIn(call).map((name) => {
      const found = call.world.availabilityOf(name);
      const special = specialOf(found, currencyOf(call));
      return { name, state: stateOf(found), ...(special === undefined ? {} : { special }) };
    }),
  });
}

const orderSchema = z.object({
  kind: z.enum(['registration', 'renewal', 'rescue']),
  name: z.string(),
  years: z.int(),
});

/** The price of one order. A registration is quoted only for a name that can be had. */
export function answerQuote(call: VendorCall): SimulatorResponse {
  const { kind, name: domain, years } = orderSchema.parse(call.body);
  const found = call.world.availabilityOf(domain);
  if (kind === 'registration' && found.status === 'taken')
    return refusalOf({ kind: 'name_taken', domain });
  if (found.status === 'not_sold') return refusalOf({ kind: 'tld_not_sold', domain });
  const { total, premium, earlyAccessFee } = call.world.priceOf({
    operation: operationOf(kind),
    domain,
    years,
    currency: currencyOf(call),
  });
  return json({ total: toMinorUnits(total), premium, early: earlyAccessFee !== undefined });
}

function operationOf(kind: string): PricedOperation {
  const known = Object.entries(orderKinds) as readonly [PricedOperation, string][];
  return known.find(([, word]) => word === kind)?.[0] ?? 'registerDomain';
}

function stateOf({ status }: WorldAvailability): string {
  switch (status) {
    case 'available':
      return 'free';
    case 'taken':
      return 'taken';
    case 'not_sold':
      return 'not-sold';
    case 'invalid':
      return 'invalid';
  }
}

/** The prices of a name that has its own. */
function specialOf(found: WorldAvailability, currency: string): object | undefined {
  if (found.status !== 'available' && found.status !== 'taken') return undefined;
  const amount = (amounts: readonly Money[] | undefined): object | undefined => {
    const own = amounts?.find((each) => each.currency === currency);
    return own === undefined ? undefined : toMinorUnits(own);
  };
  const prices = found.premium?.prices;
  const early = found.status === 'available' ? found.earlyAccessFee : undefined;
  if (prices === undefined && early === undefined) return undefined;
  return {
    registration: amount(prices?.registerDomain),
    renewal: amount(prices?.renewDomain),
    transfer: amount(prices?.transferDomain),
    rescue: amount(prices?.restoreDomain),
    early: amount(early),
  };
}
