import {
  contactRoles,
  type Contact,
  type StoredContact,
  type StoredContactSet,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';

const text = wireField(z.string());

const contactSchema = z.object({
  givenName: text,
  familyName: text,
  company: text,
  mail: text,
  phone: text,
  street: wireField(z.array(z.string())),
  town: text,
  region: text,
  postcode: text,
  country: text,
});

/** The contacts of a domain, by the same four roles as ours. */
export const contactsSchema = z.object({
  registrant: wireField(contactSchema),
  admin: wireField(contactSchema),
  tech: wireField(contactSchema),
  billing: wireField(contactSchema),
});

type VendorContact = z.output<typeof contactSchema>;

/** A contact in the vendor's fields. */
function toVendorContact(contact: Contact): VendorContact {
  const { address1, address2 } = contact;
  return {
    givenName: contact.firstName,
    familyName: contact.lastName,
    company: contact.organization,
    mail: contact.email,
    phone: contact.phone,
    street: address2 === undefined ? [address1] : [address1, address2],
    town: contact.city,
    region: contact.state,
    postcode: contact.postalCode,
    country: contact.country,
  };
}

/** The roles that are given, in the vendor's fields. */
export function toVendorContacts(
  contacts: Readonly<Partial<Record<(typeof contactRoles)[number], Contact>>>,
): Readonly<Record<string, VendorContact>> {
  return Object.fromEntries(
    contactRoles.flatMap((role) => {
      const contact = contacts[role];
      return contact === undefined ? [] : [[role, toVendorContact(contact)]];
    }),
  );
}

/** The contacts as the vendor keeps them; what is blank there is absent. */
export function fromVendorContacts(contacts: z.output<typeof contactsSchema>): StoredContactSet {
  return Object.fromEntries(
    contactRoles.flatMap((role) => {
      const contact = contacts[role];
      return contact === undefined ? [] : [[role, fromVendorContact(contact)]];
    }),
  );
}

function fromVendorContact({ street = [], ...contact }: VendorContact): StoredContact {
  const fields: Readonly<Record<keyof Contact, string | undefined>> = {
    firstName: contact.givenName,
    lastName: contact.familyName,
    organization: contact.company,
    email: contact.mail,
    phone: contact.phone,
    address1: street[0],
    address2: street[1],
    city: contact.town,
    state: contact.region,
    postalCode: contact.postcode,
    country: contact.country,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
