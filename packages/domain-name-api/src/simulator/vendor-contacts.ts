import type { CompleteContactSet, Contact, ContactRole } from '@registrar-kit/core';
import * as z from 'zod';
import type { InvalidMember } from './vendor-reply.js';

/** The role that each word means; two have a longer form that was seen to be accepted. */
const roles = {
  Registrant: 'registrant',
  Admin: 'admin',
  Administrative: 'admin',
  Tech: 'tech',
  Technical: 'tech',
  Billing: 'billing',
} as const satisfies Record<string, ContactRole>;

/** The paths of the vendor's own types, which differ from the fields that are sent. */
const members: Readonly<Record<ContactRole, string>> = {
  registrant: 'registrantContact',
  admin: 'administrativeContact',
  tech: 'technicalContact',
  billing: 'billingContact',
};

const text = z.string().nullish();
const looseSchema = z.object({
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
  isHidden: z.boolean(),
});
const roleSchema = z.object({
  contactType: z.enum(Object.keys(roles) as (keyof typeof roles)[]),
});
type VendorContact = z.output<typeof looseSchema>;

/** What the gateway keeps of a contact beside the fields that every registrar has. */
export interface ContactBesides {
  readonly faxCountryCode: string;
  readonly fax: string;
  readonly isHidden: boolean;
}

/** A contact that was sent. */
export interface ReadContact {
  readonly contact: Contact;
  readonly besides: ContactBesides;
}

export type ReadContacts = Readonly<Record<ContactRole, ReadContact>>;

type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly members: readonly InvalidMember[] };

/** Reads the contacts of an order by the rules of the gateway: every role, with everything filled in. */
export function readContacts(
  given: readonly unknown[],
  readOne: (item: unknown, path: string, member: string) => Reading<ReadContact> = readSent,
): Reading<ReadContacts> {
  const found = new Map<ContactRole, ReadContact>();
  const faults: InvalidMember[] = [];
  for (const [index, item] of given.entries()) {
    const path = `$.contacts[${String(index)}]`;
    const typed = roleSchema.safeParse(item);
    if (!typed.success) {
      faults.push(...notConvertible(typed.error, path));
      continue;
    }
    const role = roles[typed.data.contactType];
    const reading = readOne(item, path, `$.${members[role]}`);
    if (reading.ok) found.set(role, reading.value);
    else faults.push(...reading.members);
  }
  for (const [role, member] of Object.entries(members)) {
    if (faults.length === 0 && !found.has(role as ContactRole))
      faults.push({ member: `$.${member}`, message: `'${member}' is required` });
  }
  if (faults.length > 0) return { ok: false, members: faults };
  return { ok: true, value: Object.fromEntries(found) as ReadContacts };
}

/** Reads one contact. @param path - of the field in the body; @param member - of the vendor's own type */
export function readSent(item: unknown, path: string, member: string): Reading<ReadContact> {
  const parsed = looseSchema.safeParse(item);
  if (!parsed.success) return { ok: false, members: notConvertible(parsed.error, path) };
  const faults = faultsOf(parsed.data, member);
  if (faults.length > 0) return { ok: false, members: faults };
  const { faxCountryCode, fax, isHidden } = parsed.data;
  const besides = { faxCountryCode: faxCountryCode ?? '', fax: fax ?? '', isHidden };
  return { ok: true, value: { contact: toContact(parsed.data), besides } };
}

/** The contacts as the world keeps them. */
export function contactsOf(contacts: ReadContacts): CompleteContactSet {
  const { registrant, admin, tech, billing } = contacts;
  return {
    registrant: registrant.contact,
    admin: admin.contact,
    tech: tech.contact,
    billing: billing.contact,
  };
}

const required = {
  firstName: 'FirstName',
  lastName: 'LastName',
  eMail: 'EMail',
  address: 'Address',
  city: 'City',
  postalCode: 'PostalCode',
} as const;

/** As somebody reports who read the Swagger file; the postal code's limit was given as 10 or 15. */
const longest = {
  firstName: 80,
  lastName: 80,
  companyName: 256,
  eMail: 256,
  address: 256,
  city: 80,
  state: 80,
  postalCode: 15,
} as const;

function faultsOf(contact: VendorContact, member: string): readonly InvalidMember[] {
  const faults: InvalidMember[] = [];
  const fault = (field: keyof VendorContact, message: string): void => {
    faults.push({ member: `${member}.${field}`, message });
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
  for (const [field, most] of Object.entries(longest) as [keyof typeof longest, number][]) {
    if ((contact[field] ?? '').length > most)
      fault(field, `The field must not have more than ${String(most)} characters`);
  }
  if (!/^[A-Z]{2}$/.test(contact.country ?? '')) {
    fault('country', 'Country must be a 2-character ISO code');
  }
  if (!/^\d{1,3}$/.test(contact.phoneCountryCode ?? '')) {
    fault('phoneCountryCode', 'PhoneCountryCode must be 1 to 3 digits');
  }
  if (!/^\d{1,16}$/.test(contact.phone ?? '')) fault('phone', 'Phone must be 1 to 16 digits');
  if (contact.fax) {
    if (!/^\d{1,3}$/.test(contact.faxCountryCode ?? ''))
      fault('faxCountryCode', 'FaxCountryCode must be 1 to 3 digits');
    if (!/^\d{1,16}$/.test(contact.fax)) fault('fax', 'Fax must be 1 to 16 digits');
  } else if (contact.faxCountryCode) {
    fault('fax', 'Fax is required where a FaxCountryCode is given');
  }
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

function notConvertible(error: z.ZodError, path: string): readonly InvalidMember[] {
  return error.issues.map((issue) => ({
    member: [path, ...issue.path.map(String)].join('.'),
    message: 'The JSON value could not be converted.',
  }));
}
