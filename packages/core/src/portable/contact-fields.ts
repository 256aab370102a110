import { z } from 'zod';
import type { Contact, ContactSet } from '../values/contact.js';
import { addFault } from './parse-input.js';

const emailPattern = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/u;
// Half of a surrogate pair would reach the vendor as another character.
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u;

// A fault names the field and the cure, never the value: contacts are personal data and errors get logged.
function readText(value: unknown, context: z.RefinementCtx): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  if (value !== undefined && typeof value !== 'string')
    addFault(context, 'is not text', 'give it as a string, digits too');
  else if (text.length > 255)
    addFault(context, `has ${String(text.length)} characters`, 'shorten it to 255 or fewer');
  else if (/\p{Cs}/u.test(text))
    addFault(context, 'holds half a character', 'write it again instead of cutting it off');
  else if (unprintable.test(text))
    addFault(context, 'holds a control character', 'write it on one line');
  else return text;
  return undefined;
}

const requiredText = z.unknown().transform((value, context): string => {
  const text = readText(value, context);
  if (text === '')
    addFault(context, 'is missing', 'fill it in; registries refuse contacts without it');
  return text ?? z.NEVER;
});

/** Blank text is the same as none. */
const optionalText = z.unknown().transform((value, context): string | undefined => {
  const text = readText(value, context);
  return text === '' ? undefined : text;
});

/** An e-mail address. */
export const emailField = z.unknown().transform((value, context): string => {
  const text = typeof value === 'string' ? value.trim() : '';
  // The length first: what the pattern costs grows with the square of it.
  if (text.length <= 255 && !unprintable.test(text) && emailPattern.test(text)) return text;
  addFault(
    context,
    text === '' ? 'is missing' : 'is not an e-mail address',
    'give an address such as person@example.com',
  );
  return z.NEVER;
});

const phone = z.unknown().transform((value, context): string => {
  const digits = typeof value === 'string' ? value.replace(/[\s().-]/g, '') : '';
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  addFault(
    context,
    digits === '' ? 'is missing' : 'is not a phone number in E.164 form',
    'write + and country code first, such as +12125550123',
  );
  return z.NEVER;
});

const country = z.unknown().transform((value, context): string => {
  const text = typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (/^[A-Z]{2}$/.test(text)) return text;
  addFault(
    context,
    text === '' ? 'is missing' : 'is not a country code',
    'give the two letters of ISO 3166, such as TR',
  );
  return z.NEVER;
});

const contactSchema = z
  .strictObject({
    firstName: requiredText,
    lastName: requiredText,
    organization: optionalText.optional(),
    email: emailField,
    phone,
    address1: requiredText,
    address2: optionalText.optional(),
    city: requiredText,
    state: requiredText,
    postalCode: requiredText,
    country,
  })
  .transform(({ organization, address2, ...contact }): Contact => ({
    ...contact,
    ...(organization === undefined ? {} : { organization }),
    ...(address2 === undefined ? {} : { address2 }),
  }));

/** Contacts, the registrant at least. */
export const contactsField = z
  .strictObject({
    registrant: contactSchema,
    admin: contactSchema.optional(),
    tech: contactSchema.optional(),
    billing: contactSchema.optional(),
  })
  .transform(({ registrant, admin, tech, billing }): ContactSet => ({
    registrant,
    ...(admin === undefined ? {} : { admin }),
    ...(tech === undefined ? {} : { tech }),
    ...(billing === undefined ? {} : { billing }),
  }));

/** Contacts of some roles, one at least. */
export const changedContactsField = z
  .strictObject({
    registrant: contactSchema.optional(),
    admin: contactSchema.optional(),
    tech: contactSchema.optional(),
    billing: contactSchema.optional(),
  })
  .transform(({ registrant, admin, tech, billing }, context): Partial<ContactSet> => {
    if (!(registrant ?? admin ?? tech ?? billing))
      addFault(context, 'names no role', 'give registrant, admin, tech or billing');
    return {
      ...(registrant === undefined ? {} : { registrant }),
      ...(admin === undefined ? {} : { admin }),
      ...(tech === undefined ? {} : { tech }),
      ...(billing === undefined ? {} : { billing }),
    };
  });
