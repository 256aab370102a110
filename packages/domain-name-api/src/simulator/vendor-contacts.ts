import type { Contact, ContactSet } from '@registrar-kit/core';
import * as z from 'zod';
import type { InvalidMember } from './vendor-reply.js';

/** The paths of the vendor's own types, which differ from the fields that are sent. */
const members = {
  Registrant: 'registrantContact',
  Admin: 'administrativeContact',
  Administrative: 'administrativeContact',
  Tech: 'technicalContact',
  Technical: 'technicalContact',
  Billing: 'billingContact',
} as const;
const roles = {
  registrantContact: 'registrant',
  administrativeContact: 'admin',
  technicalContact: 'tech',
  billingContact: 'billing',
} as const;

const text = z.string().nullish();
const contactSchema = z.object({
  contactType: z.enum(Object.keys(members) as (keyof typeof members)[]),
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
  isHidden: z.boolean(),
});
type VendorContact = z.output<typeof contactSchema>;

export type ContactsReading =
  | { readonly ok: true; readonly contacts: ContactSet }
  | { readonly ok: false; readonly members: readonly InvalidMember[] };

/** Reads the contacts of an order by the rules of the gateway: every role, with everything filled in. */
export function readContacts(given: readonly unknown[]): ContactsReading {
  const found = new Map<string, Contact>();
  const faults: InvalidMember[] = [];
  for (const [index, item] of given.entries()) {
    const parsed = contactSchema.safeParse(item);
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        const member = `$.contacts[${String(index)}].${issue.path.join('.')}`;
        faults.push({ member, message: 'The JSON value could not be converted.' });
      }
      continue;
    }
    const member = members[parsed.data.contactType];
    faults.push(...faultsOf(parsed.data, member));
    found.set(roles[member], toContact(parsed.data));
  }
  for (const [member, role] of Object.entries(roles)) {
    if (faults.length === 0 && !found.has(role)) {
      faults.push({ member: `$.${member}`, message: `'${member}' is required` });
    }
  }
  const registrant = found.get('registrant');
  if (faults.length > 0 || registrant === undefined) return { ok: false, members: faults };
  const { admin = registrant, tech = registrant, billing = registrant } = Object.fromEntries(found);
  return { ok: true, contacts: { registrant, admin, tech, billing } };
}

const required = {
  firstName: 'FirstName',
  lastName: 'LastName',
  eMail: 'EMail',
  address: 'Address',
  city: 'City',
  postalCode: 'PostalCode',
} as const;

function faultsOf(contact: VendorContact, member: string): InvalidMember[] {
  const faults: InvalidMember[] = [];
  const fault = (field: keyof VendorContact, message: string): void => {
    faults.push({ member: `$.${member}.${field}`, message });
  };
  for (const [field, name] of Object.entries(required) as [keyof typeof required, string][]) {
    if (!contact[field]) fault(field, `'${name}' is required`);
  }
  if (!contact.state) fault('state', 'State is required');
  for (const field of ['firstName', 'lastName'] as const) {
    if (contact[field] && !/^[\p{L}\p{M}\s'’-]+$/u.test(contact[field])) {
      fault(field, `${required[field]} cannot contain numeric or special characters`);
    }
  }
  if (!/^[A-Z]{2}$/.test(contact.country ?? '')) {
    fault('country', 'Country must be a 2-character ISO code');
  }
  if (!/^\d{1,3}$/.test(contact.phoneCountryCode ?? '')) {
    fault('phoneCountryCode', 'PhoneCountryCode must be 1 to 3 digits');
  }
  if (!/^\d{1,16}$/.test(contact.phone ?? '')) fault('phone', 'Phone must be 1 to 16 digits');
  return faults;
}

function toContact(contact: VendorContact): Contact {
  const { companyName } = contact;
  return {
    firstName: contact.firstName ?? '',
    lastName: contact.lastName ?? '',
    ...(companyName ? { organization: companyName } : {}),
    email: contact.eMail ?? '',
    phone: `+${contact.phoneCountryCode ?? ''}${contact.phone ?? ''}`,
    address1: contact.address ?? '',
    city: contact.city ?? '',
    state: contact.state ?? '',
    postalCode: contact.postalCode ?? '',
    country: contact.country ?? '',
  };
}
