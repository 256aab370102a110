import { z } from 'zod';
import type { PaidCallOptions } from '../../operations/call-options.js';
import type { DryRunResult } from '../../operations/paid-result.js';
import type {
  RegisterDomainInput,
  RegisterDomainResult,
} from '../../operations/register-domain.js';
import { completeContacts } from '../../values/contact.js';
import { contactsField } from '../contact-fields.js';
import { attributeField, domainField, nameserversField, yearsField } from '../input-fields.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';
import { priceConsentField } from '../price-consent-field.js';
import { assertAvailable } from '../purchase-guards.js';

/** Registers a domain: the name must be free and the price agreed, both read just before. */
export async function registerDomain(
  context: PortableContext,
  input: RegisterDomainInput,
  options: PaidCallOptions | undefined,
): Promise<RegisterDomainResult | DryRunResult> {
  const schema = z.strictObject({
    domain: domainField,
    years: yearsField,
    contacts: contactsField,
    price: priceConsentField,
    nameservers: nameserversField(context.nameserverLimits).optional(),
    privacy: z.boolean().optional(),
    lock: z.boolean().optional(),
    tldAttributes: z.record(z.string(), attributeField).optional(),
  });
  const parsed = parseInput(schema, input, context.originFor('registerDomain', input));
  const { domain, years, privacy, lock } = parsed;
  const registerDomain = context.method('registerDomain', domain);
  const quote = context.method('quote', domain);
  const order = context.order('registerDomain', domain, years);
  const wishes = {
    contacts: completeContacts(parsed.contacts),
    nameservers: parsed.nameservers ?? [],
    privacy,
    lock,
    tldAttributes: parsed.tldAttributes ?? {},
  };
  return context.purchase({
    order,
    consent: parsed.price,
    options,
    guard: async (call) => {
      const reading = await quote({ operation: 'registerDomain', domain, years }, call);
      assertAvailable(reading.availability, call.origin);
      return { reading, guard: { ownedBefore: false, years } };
    },
    send: (reading, call) => registerDomain({ domain, years, ...wishes, reading }, call),
  });
}
