import { z } from 'zod';
import type { PaidCallOptions } from '../../operations/call-options.js';
import type { DryRunResult } from '../../operations/paid-result.js';
import type {
  RegisterDomainInput,
  RegisterDomainResult,
} from '../../operations/register-domain.js';
import { completeContacts } from '../../values/contact.js';
import { contactsField } from '../contact-fields.js';
import { attributesField, domainField, nameserversField, yearsFieldUpTo } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';
import { priceConsentField } from '../price-consent-field.js';
import { assertAvailable } from '../purchase-guards.js';
import { wishedOf, wishesOf } from '../setting-wishes.js';

/** Registers a domain: the name must be free and the price agreed, both read just before. */
export async function registerDomain(
  context: PortableContext,
  input: RegisterDomainInput,
  options: PaidCallOptions | undefined,
): Promise<RegisterDomainResult | DryRunResult> {
  const schema = z.strictObject({
    domain: domainField,
    years: yearsFieldUpTo(context.maxYears('registerDomain')),
    contacts: contactsField,
    price: priceConsentField,
    nameservers: nameserversField(context.nameserverLimits).optional(),
    privacy: z.boolean().optional(),
    lock: z.boolean().optional(),
    tldAttributes: attributesField.optional(),
  });
  const parsed = context.parse('registerDomain', schema, input);
  const { domain, years, privacy, lock } = parsed;
  const registerDomain = context.method('registerDomain', domain);
  const quote = context.method('quote', domain);
  const settings = {
    contacts: completeContacts(parsed.contacts),
    nameservers: parsed.nameservers ?? [],
    privacy,
    lock,
    tldAttributes: parsed.tldAttributes ?? {},
  };
  const wishes = wishesOf(context, domain, settings);
  return context.purchase({
    order: context.order('registerDomain', domain, years),
    consent: parsed.price,
    options,
    wishes,
    // Contacts and name servers go with every registration.
    doubtfulWishes: wishedOf(wishes, 'privacy', 'lock'),
    guard: async (call) => {
      const reading = await quote({ operation: 'registerDomain', domain, years }, call);
      assertAvailable(reading.availability, call.origin);
      return { reading, guard: { ownedBefore: false, years } };
    },
    send: ({ reading }, call) => registerDomain({ domain, years, ...settings, reading }, call),
  });
}
