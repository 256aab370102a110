import type { Contact, InputIssue } from '@registrar-kit/core';
import { fieldEntries } from './contact-words.js';
import { toNamecheapPhone } from './to-namecheap-phone.js';

/** A contact in Namecheap's words, such as `FirstName`, and what Namecheap cannot take of it. */
interface WrittenContact {
  readonly fields: Readonly<Record<string, string>>;
  /** Names fields, never their values. */
  readonly issues: readonly InputIssue[];
}

/**
 * Writes one contact the way Namecheap wants it.
 *
 * @param path - the contact in the caller's own input, such as `contacts.registrant`
 */
export function toNamecheapContact(contact: Contact, path: string): WrittenContact {
  const fields: Record<string, string> = {};
  const issues: InputIssue[] = [];
  for (const [field, [word, limit]] of fieldEntries) {
    const value = contact[field];
    if (value === undefined) continue;
    const written = field === 'phone' ? toNamecheapPhone(value) : value;
    if (written === undefined) {
      const cure = 'write + and the country code first, such as +12125550123';
      const problem = 'starts with no country code that is in use';
      issues.push({ path: `${path}.${field}`, problem, cure });
    } else if (written.length > limit) {
      const problem = `has ${written.length} characters`;
      issues.push({ path: `${path}.${field}`, problem, cure: `shorten it to ${limit} or fewer` });
    } else {
      fields[word] = written;
    }
  }
  return { fields, issues };
}
