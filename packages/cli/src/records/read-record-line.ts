import type { DnsRecord, DnsRecordType, RecordSelector } from '@registrar-kit/core';
import { UsageError } from '../usage-error.js';
import { readQuotedText } from './read-quoted-text.js';

/** A record as zone files write it: name, TTL, class, type, and what is left is its data. */
const line =
  /^(?<name>\S+)(?:\s+IN)?(?:\s+(?<ttl>\d{1,10}))?(?:\s+IN)?\s+(?<type>[a-z]\w*)(?:\s+(?<data>.+))?$/is;

/** Reads `--add`. Whether the registrar can hold such a record is its answer. @throws UsageError */
export function readRecordLine(text: string): DnsRecord {
  const { ttlSeconds, value, ...record } = readParts(text, '--add');
  if (value === undefined)
    throw new UsageError(`--add is "${text}", which has no value`, 'write "name [ttl] type value"');
  return { ...record, value, ...(ttlSeconds === undefined ? {} : { ttlSeconds }) };
}

/** Reads `--remove`; the TTL plays no part. @throws UsageError */
export function readSelectorLine(text: string): RecordSelector {
  const { name, type, value, priority } = readParts(text, '--remove');
  return {
    name,
    type,
    ...(value === undefined ? {} : { value }),
    ...(priority === undefined ? {} : { priority }),
  };
}

interface Parts {
  readonly name: string;
  readonly type: DnsRecordType;
  readonly ttlSeconds: number | undefined;
  readonly value?: string;
  readonly priority?: number;
}

function readParts(text: string, option: string): Parts {
  const { name, ttl, type, data } = line.exec(text.trim())?.groups ?? {};
  if (name === undefined || type === undefined)
    throw new UsageError(
      `${option} is "${text}"`,
      `write it as in a zone file, such as ${option} "www 300 A 192.0.2.1" or ${option} "@ MX 10 mail.example.net"`,
    );
  return {
    name,
    // The library names the types there are.
    type: type.toUpperCase() as DnsRecordType,
    ttlSeconds: ttl === undefined ? undefined : Number(ttl),
    ...(data === undefined ? {} : readData(type.toUpperCase(), data)),
  };
}

function readData(
  type: string,
  data: string,
): Pick<Parts, 'priority'> & { readonly value: string } {
  if (type === 'TXT') return { value: readQuotedText(data) ?? data };
  const [first = '', ...others] = data.split(/\s+/);
  // Without a priority they have one word less.
  const words = type === 'MX' ? 2 : type === 'SRV' ? 4 : undefined;
  return others.length + 1 === words && /^\d{1,9}$/.test(first)
    ? { priority: Number(first), value: others.join(' ') }
    : { value: data };
}
