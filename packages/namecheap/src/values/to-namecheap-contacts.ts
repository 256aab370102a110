import {
  InvalidInputError,
  type CompleteContactSet,
  type Contact,
  type ErrorOrigin,
  type InputIssue,
} from '@registrar-kit/core';
import { toNamecheapPhone } from './to-namecheap-phone.js';

/** Namecheap's word for each of our roles. */
const roles = {
  registrant: 'Registrant',
  admin: 'Admin',
  tech: 'Tech',
  billing: 'AuxBilling',
} as const satisfies Record<keyof CompleteContactSet, string>;

/** Namecheap's word and limit for each of our fields. https://www.namecheap.com/support/api/methods/domains/create/ */
const fields = {
  organization: ['OrganizationName', 255],
  firstName: ['FirstName', 255],
  lastName: ['LastName', 255],
  address1: ['Address1', 255],
  address2: ['Address2', 255],
  city: ['City', 50],
  state: ['StateProvince', 50],
  postalCode: ['PostalCode', 50],
  country: ['Country', 50],
  phone: ['Phone', 50],
  email: ['EmailAddress', 255],
} as const satisfies Record<keyof Contact, readonly [string, number]>;

/**
 * The parameters of all four contact sets, such as `RegistrantFirstName`.
 *
 * @throws InvalidInputError for a value that Namecheap cannot take; it names fields, never their values.
 */
export function toNamecheapContacts(
  contacts: CompleteContactSet,
  origin: ErrorOrigin,
): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  const issues: InputIssue[] = [];
  for (const [role, prefix] of Object.entries(roles) as [keyof typeof roles, string][]) {
    const contact = contacts[role];
    for (const [field, [name, limit]] of Object.entries(fields) as FieldEntry[]) {
      const value = contact[field];
      if (value === undefined) continue;
      const written = field === 'phone' ? toNamecheapPhone(value) : value;
      const path = `contacts.${role}.${field}`;
      if (written === undefined) {
        const cure = 'write + and the country code first, such as +12125550123';
        issues.push({ path, problem: 'starts with no country code that is in use', cure });
      } else if (written.length > limit) {
        const problem = `has ${written.length} characters`;
        issues.push({ path, problem, cure: `shorten it to ${limit} or fewer` });
      } else {
        parameters[`${prefix}${name}`] = written;
      }
    }
  }
  if (issues.length > 0) throw new InvalidInputError({ ...origin, issues });
  return parameters;
}

type FieldEntry = [keyof Contact, readonly [string, number]];

/** The values that must not come back in a message: whatever tells who somebody is or where. */
export function personalTexts(contacts: CompleteContactSet): readonly string[] {
  return Object.values(contacts).flatMap((contact: Contact) => {
    const { firstName, lastName, organization, address1, address2, postalCode, phone, email } =
      contact;
    const phones = [phone, toNamecheapPhone(phone)];
    const texts = [
      firstName,
      lastName,
      organization,
      address1,
      address2,
      postalCode,
      email,
      ...phones,
    ];
    return texts.filter((text) => text !== undefined);
  });
}

/** Every parameter name that a contact can become. */
export const contactParameterNames: readonly string[] = Object.values(roles).flatMap((prefix) =>
  Object.values(fields).map(([name]) => `${prefix}${name}`),
);
