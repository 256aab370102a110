import type { CredentialOddity, OddCredential } from '@registrar-kit/core';
import { findOddCharacter } from '../config/odd-character.js';

/** What a credential must look like. */
export interface CredentialShape {
  readonly kind: 'key' | 'account_id';
  /** The shape that the vendor gives out. */
  readonly pattern?: RegExp;
  /** What the values of this kind consist of, where only their length varies: a value of these alone has a wrong length. */
  readonly alphabet?: RegExp;
}

/**
 * What is odd about a credential that somebody uses, without asking the vendor. Never its value; of an e-mail address the first
 * letter and the host.
 *
 * @param field - how the vendor or the configuration calls it
 */
export function oddCredentials(
  field: string,
  value: string | undefined,
  shape: CredentialShape,
): readonly OddCredential[] {
  if (value === undefined || value === '') return [];
  const { kind } = shape;
  const odd = (oddity: CredentialOddity, shown?: string): OddCredential => ({
    field,
    oddity,
    kind,
    ...(shown === undefined ? {} : { shown }),
  });
  const character = findOddCharacter(value);
  if (character !== undefined) {
    const shown = `position ${String(character.position)}, ${character.codePoint}`;
    if (character.kind === 'white_space') return [odd('white_space', shown)];
    if (character.kind === 'invisible') return [odd('invisible_character', shown)];
    if (character.kind === 'full_width') return [odd('full_width_character', shown)];
    return [odd('wrong_shape', shown)];
  }
  if (isEmailAddress(value))
    return kind === 'account_id'
      ? [odd('email_address', maskedEmail(value))]
      : [odd('wrong_shape')];
  if (isPlaceholder(value)) return [odd('placeholder')];
  if (shape.pattern === undefined || shape.pattern.test(value)) return [];
  if (shape.alphabet?.test(value) === true)
    return [odd('wrong_length', `${String(value.length)} characters`)];
  return [odd('wrong_shape', kind === 'key' ? `${String(value.length)} characters` : undefined)];
}

export function isEmailAddress(value: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);
}

/** `j…@example.com`. */
function maskedEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return `${value.slice(0, 1)}…${value.slice(at)}`;
}

/** What examples say where a credential belongs. */
function isPlaceholder(value: string): boolean {
  return (
    /^<.+>$|^\{.+\}$|^x{4,}$|\.{3}|…/i.test(value) ||
    /^(?:your|my)[-_ ]?\w*(?:key|id|user|name|token|secret|password|username)\w*$/i.test(value) ||
    /^(?:changeme|example|placeholder|api[-_]?key|reseller[-_]?id|username|password)$/i.test(value)
  );
}
