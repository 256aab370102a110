import type { Contact, ContactRole, ContactSet } from '@registrar-kit/core';
import { splitPhone } from '@registrar-kit/provider-kit';
import type { WorldDomain } from '@registrar-kit/testing';
import type { CommandError } from './command-answer.js';
import type { CommandParameters } from './command-parameters.js';

/** The four sets of contacts in the vendor's words and order. */
export const contactSets = [
  { prefix: 'Registrant', role: 'registrant', missing: '2010324' },
  { prefix: 'Tech', role: 'tech', missing: '2010325' },
  { prefix: 'Admin', role: 'admin', missing: '2010326' },
  { prefix: 'AuxBilling', role: 'billing', missing: '2010327' },
] as const satisfies readonly { prefix: string; role: ContactRole; missing: string }[];

const requiredFields = [
  ...['FirstName', 'LastName', 'Address1', 'City', 'StateProvince', 'PostalCode'],
  ...['Country', 'Phone', 'EmailAddress'],
];

/** What the vendor keeps of a contact and the world does not, as parameters: `RegistrantJobTitle` and so on. */
export const otherContactParameters: readonly string[] = contactSets.flatMap(({ prefix }) =>
  ['JobTitle', 'StateProvinceChoice', 'PhoneExt', 'Fax'].map((field) => `${prefix}${field}`),
);

/** The first required field that a set lacks. */
export function missingFieldOf(prefix: string, parameters: CommandParameters): string | undefined {
  const field = requiredFields.find((name) => !parameters.has(`${prefix}${name}`));
  return field === undefined ? undefined : `${prefix}${field}`;
}

/** What is wrong with a set that has all its fields. */
export function faultOfSet(
  prefix: string,
  parameters: CommandParameters,
): CommandError | undefined {
  if (!/^\+\d{1,3}\.\d{1,40}$/.test(parameters.get(`${prefix}Phone`))) {
    return {
      number: '2015182',
      text: `${prefix} phone is invalid. The phone number format is +NNN.NNNNNNNNNN`,
    };
  }
  return /^[A-Za-z]{2}$/.test(parameters.get(`${prefix}Country`))
    ? undefined
    : { number: '2005', text: 'Country name is not valid' };
}

/** The contacts in a request whose sets are complete. */
export function contactsIn(parameters: CommandParameters): Required<ContactSet> {
  const of = (prefix: string): Contact => {
    const field = (name: string): string => parameters.get(`${prefix}${name}`);
    return {
      firstName: field('FirstName'),
      lastName: field('LastName'),
      ...(field('OrganizationName') === '' ? {} : { organization: field('OrganizationName') }),
      email: field('EmailAddress'),
      phone: field('Phone').replace('.', ''),
      address1: field('Address1'),
      ...(field('Address2') === '' ? {} : { address2: field('Address2') }),
      city: field('City'),
      state: field('StateProvince'),
      postalCode: field('PostalCode'),
      country: field('Country').toUpperCase(),
    };
  };
  return {
    registrant: of('Registrant'),
    tech: of('Tech'),
    admin: of('Admin'),
    billing: of('AuxBilling'),
  };
}

/** What the vendor keeps of the contacts in a request beside that; empty where it was not sent. */
export function otherFieldsIn(parameters: CommandParameters): Readonly<Record<string, string>> {
  return Object.fromEntries(otherContactParameters.map((name) => [name, parameters.get(name)]));
}

/** The fields of one contact of a domain, in the order in which the vendor writes them. */
export function vendorFieldsOf(
  { contacts, tldAttributes }: WorldDomain,
  { prefix, role }: { readonly prefix: string; readonly role: ContactRole },
): Readonly<Record<string, string>> {
  const contact = contacts[role];
  const other = (field: string): string => tldAttributes[`${prefix}${field}`] ?? '';
  return {
    OrganizationName: contact.organization ?? '',
    JobTitle: other('JobTitle'),
    FirstName: contact.firstName,
    LastName: contact.lastName,
    Address1: contact.address1,
    Address2: contact.address2 ?? '',
    City: contact.city,
    StateProvince: contact.state,
    StateProvinceChoice: other('StateProvinceChoice'),
    PostalCode: contact.postalCode,
    Country: contact.country,
    Phone: withDot(contact.phone),
    Fax: other('Fax'),
    EmailAddress: contact.email,
    PhoneExt: other('PhoneExt'),
  };
}

function withDot(phone: string): string {
  const parts = splitPhone(phone);
  return parts === undefined ? phone : `+${parts.countryCode}.${parts.nationalNumber}`;
}
