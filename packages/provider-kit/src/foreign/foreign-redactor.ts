import { redactKnownFields } from '../redaction/known-fields.js';
import type { Redact } from '../redaction/redactor.js';
import { formsOf } from '../redaction/secret-forms.js';
import type { ReadForeignRequest } from './read-foreign-request.js';
import { decodedOnce, hideKeyLike, namesSecret, secretsBehindNames } from './secrets-in-text.js';

/** A shorter value would tear holes into every text; it is hidden where its field names it. */
const SHORTEST_SECRET = 4;
/** Nobody sends more; a hostile request must not cost a hostile time. */
const MOST_SECRETS = 200;
/** A log encodes what was encoded, and a redirect does it once more. */
const LAYERS = 3;
/** Long enough to be found by its letters alone, with the line breaks that a terminal or a mail puts between them. */
const LONG_SECRET = 12;

/**
 * Takes everything secret in a request of another program out of any text: the values of fields that are known to hold a
 * secret wherever they come back, in other letters, over several lines or encoded, and credentials that stand in the wrong
 * place. A long run of letters and digits goes too, since a key may be called anything.
 *
 * @param credentials - values that the adapter knows to be credentials, whatever their field is called
 */
export function foreignRedactor(
  request: ReadForeignRequest | undefined,
  credentials: readonly (string | undefined)[] = [],
): Redact {
  const values = [...credentials, ...(request === undefined ? [] : secretValues(request))];
  const secrets = [
    ...new Set(values.flatMap((value) => (value === undefined ? [] : [value, unbroken(value)]))),
  ].filter((value) => value.length >= SHORTEST_SECRET);
  const patterns = secrets.slice(0, MOST_SECRETS).flatMap(patternsOf);
  // The longest first, so that no part of it is left beside a replaced piece.
  patterns.sort((left, right) => right.length - left.length);
  const known = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'gi');
  const hide = (text: string): string => {
    const behindNames = secretsBehindNames(text, true);
    const without = known === undefined ? text : text.replace(known, '[redacted]');
    const named = behindNames.reduce(
      (rest, secret) => rest.replaceAll(secret, '[redacted]'),
      without,
    );
    return hideKeyLike(redactKnownFields(named));
  };
  return (text) => {
    let shown = hide(text);
    let plain = shown;
    for (let layer = 0; layer < LAYERS; layer += 1) {
      const next = decodedOnce(plain);
      if (next === plain) break;
      plain = hide(next);
      // What the encoding covered stands there no longer; where it covered nothing, the text stays as it was.
      if (plain !== next) shown = plain;
    }
    return shown;
  };
}

function secretValues({ url, headers, query, fields, raw }: ReadForeignRequest): string[] {
  const pairs = [...headers, ...query, ...fields];
  const named = pairs.filter(([name]) => namesSecret(name)).flatMap(([, value]) => partsOf(value));
  const inUrl = url === undefined ? [] : [decodedOnce(url.password), decodedOnce(url.username)];
  // A name that was typed into the wrong field is personal.
  const personal = pairs
    .map(([, value]) => value.trim())
    .filter((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value));
  const behindNames: string[] = [];
  let text = raw;
  for (let layer = 0; layer <= LAYERS; layer += 1) {
    behindNames.push(...secretsBehindNames(text, false));
    text = decodedOnce(text);
  }
  return [...named, ...inUrl, ...personal, ...behindNames];
}

/** A value as a whole, what follows a scheme, the pieces of a cookie, and what HTTP Basic or `base64:` holds. */
function partsOf(value: string): string[] {
  const text = value.trim();
  const [, scheme = '', rest = ''] = /^([\w-]+)(?:\s+|:)(.+)$/s.exec(text) ?? [];
  const encoded = /^(?:basic|base64)$/i.test(scheme)
    ? Buffer.from(rest, 'base64').toString('utf8')
    : '';
  const pieces = text.split(/[\s,;="'/]+/).filter((piece) => piece.length >= LONG_SECRET);
  return [text, rest.trim(), encoded, ...encoded.split(':'), ...pieces, decodedOnce(text)];
}

function unbroken(value: string): string {
  return value.replace(/\s+/g, '');
}

function patternsOf(secret: string): string[] {
  const forms = formsOf(secret).map(escapePattern);
  if (secret.length < LONG_SECRET) return forms;
  const loose = Array.from(secret, escapePattern).join('[\\s\\0]{0,8}');
  return [...forms, loose, Buffer.from(secret, 'utf8').toString('hex')];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
