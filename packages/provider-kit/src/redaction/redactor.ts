import type { Secret } from '@registrar-kit/core';
import { formsOf } from './secret-forms.js';
import { redactKnownFields } from './known-fields.js';

/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** A shorter value would tear holes into every text, and the holes would tell the value. */
const SHORTEST_SECRET = 4;
/** Enough to fill a snippet, and no work for a whole body. */
const READ_FOR_SNIPPET = 4000;
const SNIPPET_LENGTH = 200;

/**
 * A function that replaces every given secret, as it is and URL-encoded, in base64, JSON- or XML-escaped, by `[redacted]`, and
 * also the value of every parameter, header or field that is known to hold one. Secrets of fewer than four characters are found
 * by their field only.
 */
export function createRedactor(secrets: readonly (Secret | string)[]): Redact {
  const forms = new Set<string>();
  for (const secret of secrets) {
    const value = typeof secret === 'string' ? secret : secret.reveal();
    if (value.length >= SHORTEST_SECRET) for (const form of formsOf(value)) forms.add(form);
  }
  if (forms.size === 0) return redactKnownFields;
  // The longest form first, so that no part of it is left beside a replaced piece.
  const longestFirst = [...forms].sort((left, right) => right.length - left.length);
  // In any case: registries write names in capitals.
  const pattern = new RegExp(longestFirst.map(escapePattern).join('|'), 'gi');
  return (text) => redactKnownFields(text.replace(pattern, '[redacted]'));
}

/** The beginning of a body without secrets and line breaks, at most 200 characters; `undefined` for an empty one. */
export function snippetOf(body: string, redact: Redact): string | undefined {
  // Secrets go before the cut: half a key is no longer recognised.
  const text = redact(body.slice(0, READ_FOR_SNIPPET)).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text.slice(0, SNIPPET_LENGTH);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
