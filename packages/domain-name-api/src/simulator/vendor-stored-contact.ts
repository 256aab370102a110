import { contactRoles, type ContactRole } from '@registrar-kit/core';
import { splitPhone } from '@registrar-kit/provider-kit';
import type { WorldDomain } from '@registrar-kit/testing';
import type { ContactDesk } from './contact-desk.js';

const contactTypes: Readonly<Record<ContactRole, string>> = {
  registrant: 'Registrant',
  admin: 'Admin',
  tech: 'Tech',
  billing: 'Billing',
};

/** The handle of a contact of a domain, such as `D-R100001`. */
function handleOf({ id }: Pick<WorldDomain, 'id'>, role: ContactRole): string {
  return `D-${contactTypes[role].charAt(0)}${String(id)}`;
}

/** The domain's number and the role that a handle names; `undefined` for another one. */
export function readHandle(
  handle: string,
): { readonly domainId: number; readonly role: ContactRole } | undefined {
  const [, letter, id] = /^D-([RATB])(\d+)$/.exec(handle) ?? [];
  const role = contactRoles.find((candidate) => contactTypes[candidate].startsWith(letter ?? '-'));
  return role === undefined ? undefined : { domainId: Number(id), role };
}

/** The contacts of a domain as lists give them: role and handle. */
export function toContactHandles(row: WorldDomain): Record<string, string> {
  return Object.fromEntries(contactRoles.map((role) => [contactTypes[role], handleOf(row, role)]));
}

/** The contacts of a domain as `domains/info` gives them, whole. */
export function toStoredContacts(row: WorldDomain, desk: ContactDesk): readonly unknown[] {
  return contactRoles.map((role) => {
    const contact = row.contacts[role];
    const phone = splitPhone(contact.phone);
    return {
      handle: handleOf(row, role),
      contactType: contactTypes[role],
      status: 'Active',
      firstName: contact.firstName,
      lastName: contact.lastName,
      companyName: contact.organization ?? '',
      eMail: contact.email,
      address: [contact.address1, contact.address2].filter(Boolean).join(' '),
      city: contact.city,
      state: contact.state,
      country: contact.country,
      postalCode: contact.postalCode,
      phoneCountryCode: phone?.countryCode ?? '',
      phone: phone?.nationalNumber ?? '',
      ...desk.besidesOf(row.id, role),
      isEmailVerified: role !== 'registrant' || row.verification === 'verified',
    };
  });
}
