import { z } from 'zod';
import type { PaidCallOptions } from '../../operations/call-options.js';
import type { DryRunResult } from '../../operations/paid-result.js';
import type { RenewDomainInput, RenewDomainResult } from '../../operations/renew-domain.js';
import { calendarDateField, domainField, yearsFieldUpTo } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { priceConsentField } from '../price-consent-field.js';
import { assertRenewable } from '../purchase-guards.js';

/** Renews a domain: it must still expire on the day that the caller read, and the price be agreed. */
export async function renewDomain(
  context: PortableContext,
  input: RenewDomainInput,
  options: PaidCallOptions | undefined,
): Promise<RenewDomainResult | DryRunResult> {
  const schema = z.strictObject({
    domain: domainField,
    years: yearsFieldUpTo(context.maxYears('renewDomain')),
    expectedExpiresOn: calendarDateField,
    price: priceConsentField,
  });
  const parsed = context.parse('renewDomain', schema, input);
  const { domain, years, expectedExpiresOn: expiresOn, price: consent } = parsed;
  const renewDomain = context.method('renewDomain', domain);
  const getDomain = context.method('getDomain', domain);
  const quote = context.method('quote', domain);
  return context.purchase({
    order: context.order('renewDomain', domain, years),
    expectedExpiresOn: expiresOn,
    consent,
    options,
    wishes: {},
    doubtfulWishes: [],
    guard: async (call) => {
      const found = await getDomain(domain, call);
      assertRenewable(found, expiresOn, call.origin);
      const reading = await quote({ operation: 'renewDomain', domain, years }, call);
      return { reading, guard: { statusBefore: found.status, expiresOn, years } };
    },
    send: ({ reading }, call) => renewDomain({ domain, years, expiresOn, reading }, call),
  });
}
