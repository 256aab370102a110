import { match } from 'ts-pattern';
import { quoteValue } from '../values/quote-value.js';
import { readIpv4Value, readIpv6Value } from './address-value.js';
import { readCaaValue } from './caa-value.js';
import type { DnsRecordType } from './dns-record.js';
import { readHostOrNone, readHostValue } from './host-value.js';
import { readDsValue, readNaptrValue, readTlsaValue } from './numbered-value.js';
import { faulty, type TextReading } from './record-fault.js';
import { readSrvValue } from './srv-value.js';

// What 65,535 bytes of record data hold in texts of 255 bytes with a length byte each.
const mostTextBytes = 65_279;

/** The data of a record in the one form of its type. */
export function readRecordValue(type: DnsRecordType, typed: string): TextReading {
  const reading = readByType(type, typed);
  // Half of a surrogate pair would reach the provider as another character.
  if (!/[\p{Cc}\p{Cs}]/u.test(typed)) return reading;
  return faulty(reading.text, 'holds a control or a broken character', 'write it on one line');
}

function readByType(type: DnsRecordType, typed: string): TextReading {
  return match(type)
    .with('A', 'MXE', () => readIpv4Value(typed))
    .with('AAAA', () => readIpv6Value(typed))
    .with('CNAME', 'NS', 'PTR', 'ALIAS', () => readHostValue(typed))
    .with('MX', () => readMailHost(typed))
    .with('SRV', () => readSrvValue(typed))
    .with('CAA', () => readCaaValue(typed))
    .with('DS', () => readDsValue(typed))
    .with('TLSA', () => readTlsaValue(typed))
    .with('NAPTR', () => readNaptrValue(typed))
    .with('URL', 'URL301', 'FRAME', () => readWebAddress(typed))
    .with('TXT', () => readText(typed))
    .exhaustive();
}

function readMailHost(typed: string): TextReading {
  const words = typed.trim().split(/\s+/u);
  const reading = readHostOrNone(typed);
  if (words.length !== 2 || !/^\d+$/.test(words[0] ?? '')) return reading;
  const cure = 'give the host alone; the priority has a field of its own';
  return faulty(reading.text, `${quoteValue(typed)} is more than a host name`, cure);
}

function readWebAddress(typed: string): TextReading {
  const text = typed.trim();
  if (/^https?:\/\/\S+$/iu.test(text) && URL.canParse(text)) return { text };
  return faulty(
    text,
    text === '' ? 'is missing' : `${quoteValue(text)} is not a web address`,
    'give a whole address that begins with http:// or https://',
  );
}

/** Verbatim: blanks, quotes and letters of any script are part of a text. */
function readText(text: string): TextReading {
  if (text === '') return faulty(text, 'is empty', 'give the text');
  const bytes = Buffer.byteLength(text);
  if (bytes <= mostTextBytes) return { text };
  const cure = `shorten it to ${String(mostTextBytes)} or fewer`;
  return faulty(text, `has ${String(bytes)} bytes`, cure);
}
