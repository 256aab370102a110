import {
  contactRoles,
  toUnicodeDomain,
  type DomainContacts,
  type StoredContact,
} from '@registrar-kit/core';
import type { Field } from './record.js';

/** The contacts of a domain as lines; equal ones are shown once. */
export function contactFields({
  domain,
  contacts,
  tldAttributes = {},
}: DomainContacts): readonly Field[] {
  const { registrant } = contacts;
  const first = registrant === undefined ? undefined : linesOf(registrant).join('\n');
  return [
    ['domain', toUnicodeDomain(domain)],
    ...contactRoles.map((role): Field => {
      const contact = contacts[role];
      const lines = contact === undefined ? [] : linesOf(contact);
      if (lines.length === 0) return [role, 'not stated by the registrar'];
      return [role, role !== 'registrant' && lines.join('\n') === first ? sameText : lines];
    }),
    ['extra fields', Object.entries(tldAttributes).map(([field, value]) => `${field}: ${value}`)],
  ];
}

const sameText = 'as the registrant';

/** As on an envelope; what is not stated takes no line. */
function linesOf(contact: StoredContact): readonly string[] {
  const { firstName, lastName, organization, address1, address2, email, phone } = contact;
  const { postalCode, city, state, country } = contact;
  return [
    joined(' ', firstName, lastName),
    joined('', organization),
    joined('', address1),
    joined('', address2),
    joined(', ', joined(' ', postalCode, city), state, country),
    joined('', phone),
    joined('', email),
  ].filter((line) => line !== '');
}

function joined(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}
