import { z } from 'zod';
import type { PaidCallOptions } from '../../operations/call-options.js';
import type { DryRunResult } from '../../operations/paid-result.js';
import type { RestoreDomainInput, RestoreDomainResult } from '../../operations/restore-domain.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { agreedPriceField } from '../price-consent-field.js';
import { assertRestorable } from '../purchase-guards.js';

const inputSchema = z.strictObject({ domain: domainField, price: agreedPriceField });

/** Restores a domain: it must have expired, and the price be agreed. */
export async function restoreDomain(
  context: PortableContext,
  input: RestoreDomainInput,
  options: PaidCallOptions | undefined,
): Promise<RestoreDomainResult | DryRunResult> {
  const { domain, price: consent } = context.parse('restoreDomain', inputSchema, input);
  const restoreDomain = context.method('restoreDomain', domain);
  const getDomain = context.method('getDomain', domain);
  const quote = context.method('quote', domain);
  // A restore has one price and holds one year.
  const years = 1;
  return context.purchase({
    order: context.order('restoreDomain', domain, years),
    consent,
    options,
    wishes: {},
    doubtfulWishes: [],
    guard: async (call) => {
      const found = await getDomain(domain, call);
      assertRestorable(found, call.origin);
      const reading = await quote({ operation: 'restoreDomain', domain, years }, call);
      const { status: statusBefore, expiresOn } = found;
      const date = expiresOn === undefined ? {} : { expiresOn };
      return { reading, guard: { statusBefore, ...date, years } };
    },
    send: ({ reading, guard }, call) =>
      restoreDomain({ domain, expiresOn: guard.expiresOn, reading }, call),
  });
}
