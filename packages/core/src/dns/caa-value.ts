import { quoteValue } from '../values/quote-value.js';
import { faulty, type TextReading } from './record-fault.js';

// The tags that IANA lists and that are in use: RFC 8659, RFC 9495, and those of the CA/Browser Forum.
const tags: readonly string[] = [
  'issue',
  'issuewild',
  'iodef',
  'issuemail',
  'issuevmc',
  'contactemail',
  'contactphone',
];
const form = 'write it as flags, tag and quoted value, such as 0 issue "ca.example"';

/** The data of a CAA record (RFC 8659): flags, tag and quoted value with one space between. */
export function readCaaValue(typed: string): TextReading {
  const given = typed.trim();
  const [, digits = '', word = '', rest = ''] =
    /^(\d{1,9})\s+([a-z0-9]+)\s+(.*)$/isu.exec(given) ?? [];
  const inner = /^"([^"]*)"$/su.exec(rest)?.[1] ?? rest;
  if (digits === '' || inner.includes('"'))
    return faulty(given, `${quoteValue(given)} is not the data of a CAA record`, form);
  const flags = Number(digits);
  const tag = word.toLowerCase();
  const text = `${String(flags)} ${tag} "${inner}"`;
  if (flags > 255) return faulty(text, `has the flags ${digits}`, 'give flags from 0 to 255');
  if (!tags.includes(tag))
    return faulty(
      text,
      `has an unknown tag ${quoteValue(word)}`,
      `give one of: ${tags.join(', ')}`,
    );
  if (tag === 'iodef' && !/^(?:mailto:|https?:\/\/)\S+$/iu.test(inner))
    return faulty(text, 'has an iodef that is no address', 'give a mailto:, http: or https: URL');
  if (tag.startsWith('issue') && !/^\s*(?:[a-z0-9.-]+\s*)?(?:;.*)?$/iu.test(inner))
    return faulty(text, 'names no certificate authority', 'give its domain, or ; to permit none');
  return { text };
}
