import { contactRoles, type Contact, type ContactRole } from '@registrar-kit/core';
import * as z from 'zod';

const text = z.string().min(1);

/** A contact that is sent, whole. */
const contactSchema = z.object({
  givenName: text,
  familyName: text,
  company: z.string().optional(),
  mail: text,
  phone: z.string().regex(/^\+\d{4,15}$/),
  street: z.array(z.string()).min(1).max(2),
  town: text,
  region: text,
  postcode: text,
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** The roles that are sent. */
export const sentContactsSchema = z
  .object({
    registrant: contactSchema,
    admin: contactSchema,
    tech: contactSchema,
    billing: contactSchema,
  })
  .partial();

/** The same as the world keeps them. */
export function toWorldContacts(
  sent: z.output<typeof sentContactsSchema>,
): Partial<Record<ContactRole, Contact>> {
  return Object.fromEntries(
    contactRoles.flatMap((role) => {
      const contact = sent[role];
      return contact === undefined ? [] : [[role, toWorldContact(contact)]];
    }),
  );
}

function toWorldContact({ company, street, ...sent }: z.output<typeof contactSchema>): Contact {
  const [address1 = '', address2] = street;
  return {
    firstName: sent.givenName,
    lastName: sent.familyName,
    ...(company === undefined ? {} : { organization: company }),
    email: sent.mail,
    phone: sent.phone,
    address1,
    ...(address2 === undefined ? {} : { address2 }),
    city: sent.town,
    state: sent.region,
    postalCode: sent.postcode,
    country: sent.country,
  };
}
