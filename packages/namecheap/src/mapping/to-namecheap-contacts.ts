import {
  contactRoles,
  InvalidInputError,
  type CompleteContactSet,
  type ErrorOrigin,
} from '@registrar-kit/core';
import { roleWords } from './contact-words.js';
import { toNamecheapContact } from './to-namecheap-contact.js';

/**
 * The parameters of all four contact sets, such as `RegistrantFirstName`.
 *
 * @throws InvalidInputError for a value that Namecheap cannot take; it names fields, never their values.
 */
export function toNamecheapContacts(
  contacts: CompleteContactSet,
  origin: ErrorOrigin,
): Readonly<Record<string, string>> {
  const written = contactRoles.map((role) => ({
    ...toNamecheapContact(contacts[role], `contacts.${role}`),
    prefix: roleWords[role],
  }));
  const issues = written.flatMap((contact) => contact.issues);
  if (issues.length > 0) throw new InvalidInputError({ ...origin, issues });
  return Object.assign(
    {},
    ...written.map(({ fields, prefix }) => prefixed(prefix, fields)),
  ) as Record<string, string>;
}

/** The parameters of one role. */
export function prefixed(
  prefix: string,
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([word, value]) => [prefix + word, value]));
}
