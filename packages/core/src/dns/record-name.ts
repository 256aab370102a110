import type { DomainName } from '../values/domain-name.js';
import { quoteValue } from '../values/quote-value.js';
import { endsInDot, toAsciiLabels } from './ascii-labels.js';
import { faulty, type TextReading } from './record-fault.js';

/**
 * How a name without trailing dot is meant: as `typed` by people, who write `www` and `www.example.com` for the same, or
 * `relative` as drivers give it. Taken for the same there, a record entered as `www.example.com` by mistake, and so standing at
 * www.example.com.example.com, would move to `www` at the next write.
 */
export type NameMeaning = 'typed' | 'relative';

// Underscores as in _dmarc and _acme-challenge.
const labelPattern = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;
const cure = 'give it relative to the zone, such as www, *.shop or @ for the domain itself';

/** The name of a record relative to its zone: `@` for the apex. */
export function readRecordName(
  typed: string,
  domain: DomainName,
  meaning: NameMeaning,
): TextReading {
  const given = typed.trim();
  if (given === '' || given === '@') return { text: '@' };
  const full = endsInDot(given);
  const labels = toAsciiLabels(full ? given.slice(0, -1) : given);
  if (labels === undefined)
    return faulty(given, `${quoteValue(given)} is not the name of a record`, cure);
  const ascii = labels.join('.');
  if (full || meaning === 'typed') {
    if (ascii === domain) return { text: '@' };
    const below = ascii.endsWith(`.${domain}`) ? ascii.slice(0, -domain.length - 1) : '';
    // What is no label would be read as something else the next time.
    if (below !== '' && below !== '@' && below === below.trim()) return checkName(below, domain);
  }
  if (full) return faulty(`${ascii}.`, `${quoteValue(given)} does not lie in ${domain}`, cure);
  return checkName(ascii, domain);
}

/** A relative name in the form that people read in one way only. */
export function showRecordName(name: string, domain: DomainName): string {
  const ambiguous = name === domain || name.endsWith(`.${domain}`);
  return ambiguous && toAsciiLabels(name) !== undefined ? `${name}.${domain}.` : name;
}

function checkName(name: string, domain: DomainName): TextReading {
  const labels = name.split('.');
  const long = labels.find((label) => label.length > 63);
  if (long !== undefined)
    return faulty(
      name,
      `has a label of ${String(long.length)} characters`,
      'shorten each label to 63 or fewer',
    );
  const length = name.length + 1 + domain.length;
  if (length > 253)
    return faulty(
      name,
      `has ${String(length)} characters with the domain`,
      'shorten it to 253 or fewer',
    );
  const wrong = labels.findIndex(
    (label, index) => !labelPattern.test(label) && !(label === '*' && index === 0),
  );
  if (wrong === -1) return { text: name };
  const label = labels[wrong];
  if (label === '') return faulty(name, 'has an empty label', 'remove the doubled or leading dot');
  if (label === '*') return faulty(name, 'has a * that is not the first label', cure);
  return faulty(name, `has an invalid label ${quoteValue(label)}`, cure);
}
