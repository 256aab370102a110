import { quoteValue } from '../values/quote-value.js';
import { readHostOrNone } from './host-value.js';
import { faulty, type TextReading } from './record-fault.js';

/** The data of a DS record (RFC 4034): key tag, algorithm, digest type and digest. */
export function readDsValue(typed: string): TextReading {
  return readNumbersAndHex(typed, [65_535, 255, 255], 'DS', '12345 13 2 and 64 digits');
}

/** The data of a TLSA record (RFC 6698): usage, selector, matching type and the hexadecimal data. */
export function readTlsaValue(typed: string): TextReading {
  return readNumbersAndHex(typed, [255, 255, 255], 'TLSA', '3 1 1 and 64 digits');
}

/** The data of a NAPTR record (RFC 3403): order, preference, three quoted texts and a replacement. */
export function readNaptrValue(typed: string): TextReading {
  const given = typed.trim();
  const quoted = /"(?:[^"\\]|\\.)*"/.source;
  const pattern = new RegExp(
    `^(\\d{1,9})\\s+(\\d{1,9})\\s+(${quoted})\\s+(${quoted})\\s+(${quoted})\\s+(\\S+)$`,
    'su',
  );
  const parts = pattern.exec(given);
  const cure = 'write it as order, preference, "flags", "service", "regexp" and replacement';
  if (parts === null)
    return faulty(given, `${quoteValue(given)} is not the data of a NAPTR record`, cure);
  const [, order = '', preference = '', flags = '', service = '', regexp = '', host = ''] = parts;
  const numbers = [Number(order), Number(preference)];
  const replacement = readHostOrNone(host);
  const text = [...numbers, flags, service, regexp, replacement.text].join(' ').trim();
  if (numbers.some((number) => number > 65_535))
    return faulty(text, 'has an order or preference above 65535', cure);
  return replacement.fault === undefined ? { text } : { text, fault: replacement.fault };
}

function readNumbersAndHex(
  typed: string,
  most: readonly [number, number, number],
  type: string,
  example: string,
): TextReading {
  const given = typed.trim();
  // The digits begin with one, so that blanks before them can be taken in one way only.
  const parts = /^(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s+([\da-f][\da-f\s]*)$/iu.exec(given);
  const cure = `write it as three numbers and hexadecimal digits, such as ${example}`;
  if (parts === null)
    return faulty(given, `${quoteValue(given)} is not the data of a ${type} record`, cure);
  const numbers = parts.slice(1, 4).map(Number);
  const hex = (parts[4] ?? '').replace(/\s+/gu, '').toUpperCase();
  const text = `${numbers.join(' ')} ${hex}`;
  if (numbers.some((number, index) => number > (most[index] ?? 0)))
    return faulty(text, 'has a number that is too large', cure);
  if (hex.length % 2 !== 0) return faulty(text, 'has half a byte', cure);
  return { text };
}
