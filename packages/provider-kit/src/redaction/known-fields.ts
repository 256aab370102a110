/** Fields that hold a secret at one vendor or another, whatever stands before the name. */
const secretNames = [
  'api[-_]?key',
  'auth[-_]?code',
  'epp[-_]?code',
  'transfer[-_]?(?:code|key|secret)',
  'pass(?:word|wd|phrase)',
  'pwd',
  'secret',
  'token',
  'authori[sz]ation',
];

/** Fields that hold personal data; they have no place in logs either. */
const personalNames = [
  '(?:first|last|full|sur)[-_]?name',
  'address[-_]?(?:line[-_]?)?[1-3]',
  'e?[-_]?mail(?:[-_]?address)?',
  'phone(?:[-_]?number)?',
  'fax(?:[-_]?number)?',
  '(?:postal|zip)[-_]?code',
];

const field = `(?:${[...secretNames, ...personalNames].join('|')})`;
const header = '(?:x-[a-z-]{0,40}key|(?:proxy-)?authori[sz]ation|(?:set-)?cookie)';
/** With a colon in running text; other names are too common there. */
const code = '(?:(?:auth|epp|transfer)[-_]?code|password)';
const scheme = '(?:(?:basic|bearer|digest)\\s+)?';

/** Each piece is bounded by a character that it cannot hold, so a hostile text costs no more than a friendly one. */
const rules: readonly (readonly [RegExp, string])[] = [
  // scheme://user:password@host
  [/(:\/\/)[^\s/?#@"'<>]+@/g, '$1[redacted]@'],
  // "apiKey": "…" and EPPCode="…"
  [new RegExp(`(${field}["']?\\s{0,4}[:=]\\s{0,4}")(?:[^"\\\\]|\\\\.)*`, 'gis'), '$1[redacted]'],
  [new RegExp(`(${field}["']?\\s{0,4}[:=]\\s{0,4}')[^']*`, 'gi'), '$1[redacted]'],
  // \"apiKey\":\"…\" in a document inside a document
  [new RegExp(`(${field}\\\\"\\s{0,4}:\\s{0,4}\\\\")[^"]*`, 'gi'), '$1[redacted]\\'],
  // <AuthCode>…</AuthCode>
  [
    new RegExp(
      `(<(?:[\\w.-]{1,40}:)?[\\w.-]{0,40}${field}(?:\\s[^<>]*)?>)(?:<!\\[CDATA\\[[^\\]]{0,4000}\\]\\]>|[^<]+)`,
      'gi',
    ),
    '$1[redacted]',
  ],
  // ApiKey=…&
  [
    new RegExp(
      `(${field}\\s{0,4}=\\s{0,4})(?![\\s"'\\\\]|\\[redacted)${scheme}[^\\s&"'<>,;]+`,
      'gi',
    ),
    '$1[redacted]',
  ],
  // X-API-KEY: …
  [
    new RegExp(
      `((?:${header}|${code})["']?\\s{0,4}:\\s{0,4})(?!["'\\\\]|\\[redacted)${scheme}[^\\s"'<>,]+`,
      'gi',
    ),
    '$1[redacted]',
  ],
  // Whoever it belongs to.
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, '[redacted]'],
  [/\+\d{1,3}\.\d{4,14}\b/g, '[redacted]'],
];

/** Replaces the values of fields that are known to hold a secret or personal data. */
export function redactKnownFields(text: string): string {
  return rules.reduce(
    (result, [pattern, replacement]) => result.replace(pattern, replacement),
    text,
  );
}
