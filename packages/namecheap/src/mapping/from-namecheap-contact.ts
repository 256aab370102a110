import type { StoredContact } from '@registrar-kit/core';
import { fieldEntries } from './contact-words.js';
import { fromNamecheapPhone } from './from-namecheap-phone.js';

/** A contact as Namecheap keeps it in our words; what it does not state, or states in no form of ours, is absent. */
export function fromNamecheapContact(fields: Readonly<Record<string, string>>): StoredContact {
  const contact: { -readonly [Field in keyof StoredContact]: StoredContact[Field] } = {};
  for (const [field, [word]] of fieldEntries) {
    const held = fields[word];
    if (held === undefined) continue;
    const value = readField(field, held);
    if (value !== undefined) contact[field] = value;
  }
  return contact;
}

function readField(field: keyof StoredContact, held: string): string | undefined {
  if (field === 'phone') return fromNamecheapPhone(held);
  if (field !== 'country') return held;
  const code = held.trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? code : undefined;
}
