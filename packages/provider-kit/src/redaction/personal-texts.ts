import type { Contact } from '@registrar-kit/core';
import { splitPhone } from '../phone/split-phone.js';

/**
 * What of contacts must not come back in a message: whatever tells who somebody is or how to reach them. State and country do
 * not, and would tear holes into every text. Phone numbers also as vendors divide them, with and without a trunk zero.
 *
 * Give it to the redactor together with what the adapter makes of the contacts itself.
 */
export function personalTextsOf(
  contacts: Readonly<Partial<Record<string, Contact>>>,
): readonly string[] {
  const texts = Object.values(contacts).flatMap((contact) =>
    contact === undefined ? [] : textsOf(contact),
  );
  return [...new Set(texts.flatMap((text) => text ?? []))];
}

function textsOf(contact: Contact): readonly (string | undefined)[] {
  const { firstName, lastName, organization, email, phone } = contact;
  const { address1, address2, city, postalCode } = contact;
  const number = splitPhone(phone)?.nationalNumber;
  const phones = [phone, number, number?.replace(/^0+/, '')];
  const lines = address2 === undefined ? [] : [`${address1} ${address2}`];
  const who = [firstName, lastName, organization, email];
  return [...who, ...phones, ...lines, address1, address2, city, postalCode];
}
