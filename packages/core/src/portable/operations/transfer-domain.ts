import { z } from 'zod';
import type { PaidCallOptions } from '../../operations/call-options.js';
import type { DryRunResult } from '../../operations/paid-result.js';
import type {
  TransferDomainInput,
  TransferDomainResult,
} from '../../operations/transfer-domain.js';
import { completeContacts } from '../../values/contact.js';
import { contactsField } from '../contact-fields.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { priceConsentField } from '../price-consent-field.js';
import { authCodeField } from '../secret-field.js';
import { wishedOf, wishesOf } from '../setting-wishes.js';
import { guardTransfer } from '../transfer-guard.js';

const inputSchema = z.strictObject({
  domain: domainField,
  authCode: authCodeField,
  price: priceConsentField,
  contacts: contactsField.optional(),
  privacy: z.boolean().optional(),
});

/** Starts a transfer: the domain must not be here or on its way, and the price be agreed. */
export async function transferDomain(
  context: PortableContext,
  input: TransferDomainInput,
  options: PaidCallOptions | undefined,
): Promise<TransferDomainResult | DryRunResult> {
  const parsed = context.parse('transferDomain', inputSchema, input);
  const { domain, authCode, privacy, price: consent } = parsed;
  const transferDomain = context.method('transferDomain', domain);
  const quote = context.method('quote', domain);
  const contacts = parsed.contacts && completeContacts(parsed.contacts);
  const wishes = wishesOf(context, domain, { contacts, privacy });
  // A transfer holds one year.
  const years = 1;
  return context.purchase({
    order: context.order('transferDomain', domain, years),
    consent,
    options,
    wishes,
    doubtfulWishes: wishedOf(wishes, 'contacts', 'privacy'),
    guard: async (call) => {
      const before = await guardTransfer(context.driver, domain, call);
      const reading = await quote({ operation: 'transferDomain', domain, years }, call);
      return { reading, guard: { ...before, years } };
    },
    send: ({ reading }, call) =>
      transferDomain({ domain, authCode, contacts, privacy, reading }, call),
  });
}
