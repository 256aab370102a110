import type { CompleteContactSet, Contact } from '@registrar-kit/core';
import { aContactSet } from '@registrar-kit/testing';

// Well-formed secrets and contacts that must turn up nowhere. CANARY stands in what the caller gives: the library knows it and
// hides it whatever comes back. SPARROW stands in what the vendor holds: the library does not know it, but knows which answers
// hold such things, and quotes nothing of them.

export const canaryKey = '0ca9a4c0ffee4f1d7b90ca9a40000001';
export const canaryAuthCode = 'CANARY-code!9';
/** What the account's own domains leave with. */
export const sparrowCode = 'SPARROW-own!7';
const canaryPhone = '+12025550147';
const sparrowPhone = '+12025550188';

export const canaryContacts = contactsOf('CANARY', canaryPhone);
export const sparrowContacts = contactsOf('SPARROW', sparrowPhone);

function contactsOf(word: string, phone: string): CompleteContactSet {
  return aContactSet({ ...personOf(word), phone });
}

function personOf(word: string): Partial<Contact> {
  return {
    firstName: `${word}na`,
    lastName: `${word}son`,
    organization: `${word} Harbour Books`,
    email: `${word}@example.com`,
    address1: `7 ${word} Quay`,
    city: `${word}ton`,
  };
}

const encoded = (code: string): string => Buffer.from(code).toString('base64').slice(0, 12);

/** In any case. */
const given = [canaryKey, 'CANARY', canaryPhone.slice(2), encoded(canaryAuthCode)];
const held = ['SPARROW', sparrowPhone.slice(2), encoded(sparrowCode)];

/** The first secret that a text holds, in the clear or as vendors encode it; of those that the vendor holds where `all`. */
export function canaryIn(text: string, all: boolean): string | undefined {
  const lower = text.toLowerCase();
  return [...given, ...(all ? held : [])].find((canary) => lower.includes(canary.toLowerCase()));
}

/** A text without what a caller gave: in another call nobody gave it. */
export function withoutGiven(text: string): string {
  return text
    .replace(/CANARY/gi, 'SPARROW')
    .replaceAll(canaryPhone.slice(2), sparrowPhone.slice(2));
}
