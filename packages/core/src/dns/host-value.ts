import { quoteValue } from '../values/quote-value.js';
import { endsInDot, toAsciiLabels } from './ascii-labels.js';
import { faulty, type TextReading } from './record-fault.js';

const labelPattern = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const cure = 'give a full host name such as host.example.net';

/** The host name that a record points to: lower case, A-labels, no trailing dot. Underscores are names too. */
export function readHostValue(typed: string): TextReading {
  const given = typed.trim();
  const labels = toAsciiLabels(endsInDot(given) ? given.slice(0, -1) : given);
  if (labels === undefined) return faulty(given, `${quoteValue(given)} is not a host name`, cure);
  const host = labels.join('.').replace(/[.\s]+$/u, '');
  if (host === '') return faulty(host, given === '' ? 'is missing' : 'names no host', cure);
  if (/^\d+$/.test(labels.at(-1) ?? ''))
    return faulty(host, `${quoteValue(given)} is not a host name but an address`, cure);
  if (labels.length < 2) return faulty(host, `${quoteValue(given)} is not a full host name`, cure);
  if (host.length > 253)
    return faulty(host, `has ${String(host.length)} characters`, 'shorten it to 253 or fewer');
  if (labels.every((label) => labelPattern.test(label))) return { text: host };
  return faulty(host, `${quoteValue(given)} is not a host name`, cure);
}

/** A host name, or the `.` with which MX and SRV records say that there is no such service. */
export function readHostOrNone(typed: string): TextReading {
  return typed.trim() === '.' ? { text: '.' } : readHostValue(typed);
}
