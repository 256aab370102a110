import { createRedactor, type Redact } from '../redaction/redactor.js';
import type { ReadForeignRequest } from './read-foreign-request.js';

/** Names of fields, parameters and headers whose values are secret, whoever sent them. */
const secretName =
  /(?:api[-_]?key|auth[-_]?code|epp[-_]?code|transfer[-_]?(?:code|key|secret)|pass(?:word|wd|phrase)|^pwd$|secret|token|authori[sz]ation|^cookie$|^x-.*key$)/;

/**
 * Takes everything secret in a request of another program out of any text: the values of fields that are known to hold a
 * secret wherever they come back, and credentials that stand in the wrong place.
 *
 * @param credentials - values that the adapter knows to be credentials, whatever their field is called
 */
export function foreignRedactor(
  request: ReadForeignRequest | undefined,
  credentials: readonly (string | undefined)[] = [],
): Redact {
  const values = request === undefined ? [] : secretValues(request);
  return createRedactor(
    [...values, ...credentials].filter(
      (value): value is string => value !== undefined && value !== '',
    ),
  );
}

function secretValues({ url, headers, query, fields }: ReadForeignRequest): string[] {
  const named = [...headers, ...query, ...fields]
    .filter(([name]) => secretName.test(name))
    .flatMap(([, value]) => partsOf(value));
  const inUrl = url === undefined ? [] : [decoded(url.password), decoded(url.username)];
  // A name that was typed into the wrong field is personal.
  const personal = [...headers, ...query, ...fields]
    .map(([, value]) => value.trim())
    .filter((value) => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value));
  return [...named, ...inUrl, ...personal];
}

/** A header as a whole, what follows its scheme, and what HTTP Basic holds in base64. */
function partsOf(value: string): string[] {
  const text = value.trim();
  const [, scheme = '', rest = ''] = /^(basic|bearer|digest|token)\s+(.+)$/i.exec(text) ?? [];
  const basic =
    scheme.toLowerCase() === 'basic' ? Buffer.from(rest, 'base64').toString('utf8').split(':') : [];
  return [text, rest, ...basic];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
