import { z } from 'zod';
import { Secret } from '../values/secret.js';
import { addFault } from './parse-input.js';

/** An auth code, open or as a {@link Secret}; kept as one from here on. A fault never shows it. */
export const authCodeField = z.unknown().transform((value, context): Secret => {
  const text = isSecret(value) ? value.reveal() : value;
  if (typeof text === 'string' && text.trim() !== '' && text.length <= 255) {
    if (!/[\p{Cc}\p{Cs}]/u.test(text.trim())) return new Secret(text.trim());
    addFault(context, 'holds a control or a broken character', 'copy the code again, on one line');
    return z.NEVER;
  }
  addFault(
    context,
    value === undefined || text === '' ? 'is missing' : 'is not an auth code',
    'give the code that the losing registrar shows, 1 to 255 characters',
  );
  return z.NEVER;
});

/** Also of another copy of this package. */
function isSecret(value: unknown): value is { reveal(): unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'reveal' in value &&
    typeof value.reveal === 'function'
  );
}
