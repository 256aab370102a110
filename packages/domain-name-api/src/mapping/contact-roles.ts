import type { ContactRole } from '@registrar-kit/core';

/** The vendor's word for each role, in the order in which contacts are sent. */
export const contactTypes = {
  registrant: 'Registrant',
  admin: 'Admin',
  tech: 'Tech',
  billing: 'Billing',
} as const satisfies Record<ContactRole, string>;

export type ContactType = (typeof contactTypes)[ContactRole];

/** The roles in the order in which they are sent: refusals name a contact by its place. */
export const sentRoles = Object.keys(contactTypes) as readonly ContactRole[];

const byWord: Readonly<Record<string, ContactRole>> = {
  registrant: 'registrant',
  admin: 'admin',
  administrative: 'admin',
  tech: 'tech',
  technical: 'tech',
  billing: 'billing',
};

/** The role that the vendor's word means, in any case; `undefined` for another word. */
export function fromContactType(word: string | undefined): ContactRole | undefined {
  const key = (word ?? '').trim().toLowerCase();
  return Object.hasOwn(byWord, key) ? byWord[key] : undefined;
}
