import type { Contact, ContactRole } from '@registrar-kit/core';

/** Namecheap's word for each of our roles. */
export const roleWords = {
  registrant: 'Registrant',
  admin: 'Admin',
  tech: 'Tech',
  billing: 'AuxBilling',
} as const satisfies Record<ContactRole, string>;

/** Namecheap's word and limit for each of our fields. https://www.namecheap.com/support/api/methods/domains/create/ */
export const fieldWords = {
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

/** One of our fields with Namecheap's word and limit for it. */
type FieldEntry = [field: keyof Contact, readonly [word: string, limit: number]];

/** The entries of {@link fieldWords}. */
export const fieldEntries = Object.entries(fieldWords) as readonly FieldEntry[];

/** What Namecheap keeps of a contact beside our fields. */
const otherFieldWords = ['JobTitle', 'StateProvinceChoice', 'PhoneExt', 'Fax'] as const;

/** Every field that Namecheap keeps of a contact, in its own words. */
export const heldFieldWords: readonly string[] = [
  ...fieldEntries.map(([, [word]]) => word),
  ...otherFieldWords,
];

/** Every parameter that one of our contacts can become, such as `RegistrantFirstName`. */
export const contactParameterNames: readonly string[] = parametersOf(
  fieldEntries.map(([, [word]]) => word),
);

/** The same with the fields that only Namecheap knows. */
export const heldParameterNames: readonly string[] = parametersOf(heldFieldWords);

function parametersOf(words: readonly string[]): readonly string[] {
  return Object.values(roleWords).flatMap((prefix) => words.map((word) => `${prefix}${word}`));
}
