import type { ContactRole, StoredContact, StoredContactSet } from '@registrar-kit/core';
import { readTolerantly, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';
import { fromContactType } from './contact-roles.js';
import { fromDomainNameApiPhone } from './phone.js';

const text = wireField(z.string());

/** A contact as `domains/info` gives it. Its handle and its own auth code are not read: nothing that is sent has them. */
const storedContactSchema = z.object({
  contactType: text,
  firstName: text,
  lastName: text,
  companyName: text,
  eMail: text,
  address: text,
  city: text,
  state: text,
  country: text,
  postalCode: text,
  phoneCountryCode: text,
  phone: text,
  faxCountryCode: text,
  fax: text,
  isHidden: wireField(z.boolean()),
});

/** A contact in the vendor's fields, as far as they are there. */
export type VendorStoredContact = z.output<typeof storedContactSchema>;
export type VendorStoredContacts = ReadonlyMap<ContactRole, VendorStoredContact>;

/**
 * The contacts by role. Lists name them by their handles only (`{ Registrant: "D-1" }`); such an answer holds no contact, which
 * is `undefined` and not "no contacts".
 */
export function readStoredContacts(
  contacts: unknown,
  drift: DriftReport,
): VendorStoredContacts | undefined {
  if (!Array.isArray(contacts)) return undefined;
  const found = new Map<ContactRole, VendorStoredContact>();
  for (const [index, item] of (contacts as unknown[]).entries()) {
    const path = `contacts.${String(index)}`;
    const reading = readTolerantly(storedContactSchema, item);
    for (const { path: field, note } of reading.drifts)
      drift([path, field].filter(Boolean).join('.'), note);
    if (!reading.ok) continue;
    const role = fromContactType(reading.value.contactType);
    if (role === undefined) drift(`${path}.contactType`, 'is not a known role');
    else if (found.has(role)) drift(path, 'is a second contact of its role');
    else found.set(role, reading.value);
  }
  return found;
}

/** The same in our words; what is blank, no phone number or no code of a country is absent. */
export function fromStoredContacts(contacts: VendorStoredContacts): StoredContactSet {
  return Object.fromEntries(
    [...contacts].map(([role, contact]) => [role, fromStoredContact(contact)]),
  );
}

function countryOf(text = ''): string | undefined {
  const code = text.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}

function fromStoredContact(contact: VendorStoredContact): StoredContact {
  const fields: StoredContact = {
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    organization: contact.companyName ?? '',
    email: contact.eMail ?? '',
    phone: fromDomainNameApiPhone(contact.phoneCountryCode, contact.phone) ?? '',
    address1: contact.address ?? '',
    city: contact.city ?? '',
    state: contact.state ?? '',
    postalCode: contact.postalCode ?? '',
    country: countryOf(contact.country) ?? '',
  };
  return Object.fromEntries(
    Object.entries(fields as Record<string, string>).flatMap(([field, value]) =>
      value.trim() === '' ? [] : [[field, value.trim()]],
    ),
  );
}
