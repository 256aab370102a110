import { z } from 'zod';
import type { PriceConsent } from '../operations/price-consent.js';
import { readDomainName } from '../values/domain-name.js';
import { isMoney } from '../values/money.js';
import { addFault } from './parse-input.js';

const quoteSchema = z.object({
  provider: z.string(),
  environment: z.enum(['test', 'live']),
  operation: z.enum(['registerDomain', 'renewDomain', 'transferDomain', 'restoreDomain']),
  domain: z.string().transform((text, context) => {
    const reading = readDomainName(text);
    if (reading.ok) return reading.domain;
    context.addIssue({ code: 'custom', message: reading.problem });
    return z.NEVER;
  }),
  years: z.number().int(),
  price: z.custom<{ amount: string; currency: string }>(isMoney),
  premium: z.boolean(),
  earlyAccess: z.boolean(),
  validUntil: z.iso.datetime(),
});

/** What the caller agrees to pay. */
export const priceConsentField = z.unknown().transform((value, context): PriceConsent => {
  if (value === 'listed') return 'listed';
  if (typeof value === 'object' && value !== null) {
    const { atMost } = value as { atMost?: unknown };
    if (isMoney(atMost)) return { atMost: { amount: atMost.amount, currency: atMost.currency } };
    const quote = quoteSchema.safeParse(value);
    if (quote.success) return quote.data;
  }
  addFault(
    context,
    value === undefined ? 'is missing' : 'is not a price to agree to',
    'give a quote, { atMost: { amount: "10.87", currency: "USD" } } or "listed"',
  );
  return z.NEVER;
});

/** The same where there is no listed price. */
export const agreedPriceField = priceConsentField.transform((consent, context) => {
  if (consent !== 'listed') return consent;
  addFault(
    context,
    'is "listed", and a restore has no listed price',
    'ask for a quote and give it, or { atMost: { amount: "90.00", currency: "USD" } }',
  );
  return z.NEVER;
});
