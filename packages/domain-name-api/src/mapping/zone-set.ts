import { domainToASCII } from 'node:url';
import type { DnsRecord, DnsRecordType, DomainName } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** The types that the gateway was seen to accept; NS belongs to the system, and some others end in an internal error. */
export const zoneRecordTypes = [
  'A',
  'AAAA',
  'ALIAS',
  'CAA',
  'CNAME',
  'DS',
  'MX',
  'NAPTR',
  'PTR',
  'SRV',
  'TLSA',
  'TXT',
] as const satisfies readonly DnsRecordType[];

/** A TTL that nobody stated. */
export const defaultTtlSeconds = 3600;

const word = wireField(z.union([z.string(), z.number()]).transform(String));

/** A set of records as the gateway gives it: all of one name and type. What decides about a write must be there. */
export const zoneSetSchema = z.object({
  name: z.string().min(1),
  type: z.string().min(1),
  ttl: z.number().int(),
  records: z.array(
    z.object({
      content: z.string(),
      disabled: wireField(z.boolean()).transform((disabled) => disabled === true),
    }),
  ),
  changeType: word,
});

/** A set in our words. */
export interface ZoneSet {
  /** Relative to the zone, `@` for the apex. */
  readonly name: string;
  readonly type: string;
  readonly ttlSeconds: number;
  readonly values: readonly ZoneValue[];
  /** Whether a change of it is staged and not applied yet. */
  readonly staged: boolean;
}

/** One value of a set. */
interface ZoneValue {
  readonly content: string;
  readonly disabled: boolean;
}

// Words by which a set is told to be as it stands; any other says that a change of it waits.
const unchanged: ReadonlySet<string> = new Set(['', '0', 'none', 'unchanged']);

/** Reads a set; `undefined` for one that lies outside the zone. */
export function fromZoneSet(
  set: z.output<typeof zoneSetSchema>,
  domain: DomainName,
): ZoneSet | undefined {
  const name = relativeName(set.name, domain);
  if (name === undefined) return undefined;
  return {
    name,
    type: set.type.toUpperCase(),
    ttlSeconds: set.ttl,
    values: set.records.map(({ content, disabled }) => ({ content, disabled })),
    staged: !unchanged.has((set.changeType ?? '').toLowerCase()),
  };
}

/** What a set is called, in settings and issues. */
export function setName({
  name,
  type,
}: Pick<DnsRecord, 'name'> & { readonly type: string }): string {
  return `${name} ${type}`;
}

/** Whether callers see the set: the gateway keeps SOA and NS itself, and takes no writes of other types. */
export function isShown({ type }: ZoneSet): boolean {
  return (zoneRecordTypes as readonly string[]).includes(type);
}

/** Whether a value of a set is the proof of a forward; it belongs to the system. */
export function isSystemValue({ name, type }: ZoneSet, { content }: ZoneValue): boolean {
  return isProof({ name, type, value: content });
}

/** The text with which the gateway proves to itself that a forward may be set. */
export function isProof(record: {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}): boolean {
  const { name, type, value } = record;
  return type === 'TXT' && name === '@' && value.includes('forward-verification');
}

/** The records of a set that callers see. */
export function toRecords(set: ZoneSet): readonly DnsRecord[] {
  if (!isShown(set)) return [];
  const type = set.type as DnsRecordType;
  const { name, ttlSeconds } = set;
  return set.values
    .filter((value) => !value.disabled && !isSystemValue(set, value))
    .map(({ content }) => ({ type, name, ttlSeconds, ...fromContent(type, content) }));
}

/** The value as the gateway takes it. */
export function toContent({ type, value, priority }: DnsRecord): string {
  return type === 'MX' || type === 'SRV' ? `${String(priority ?? 0)} ${value}` : value;
}

/** The name as a write takes it: relative, and empty for the apex, where `@` is refused. */
export function writtenName(name: string): string {
  return name === '@' ? '' : name;
}

/** The name as it is read, which a removal wants: in full and with a dot at its end. */
export function fullName(name: string, domain: DomainName): string {
  return name === '@' ? `${domain}.` : `${name}.${domain}.`;
}

function relativeName(name: string, domain: DomainName): string | undefined {
  const plain = toAscii(name.toLowerCase().replace(/\.$/, ''));
  if (plain === domain || plain === '' || plain === '@') return '@';
  if (plain.endsWith(`.${domain}`)) return plain.slice(0, -domain.length - 1);
  // A full name outside the zone: then the answer is about another one.
  return name.endsWith('.') ? undefined : plain;
}

/** The zone is asked for by its A-labels; that they also come back so is assumed. */
function toAscii(name: string): string {
  return /^[\x20-\x7e]*$/.test(name) ? name : domainToASCII(name) || name;
}

function fromContent(
  type: DnsRecordType,
  content: string,
): Pick<DnsRecord, 'value'> & Partial<Pick<DnsRecord, 'priority'>> {
  if (type === 'TXT') return { value: unquote(content) };
  if (type === 'MX' || type === 'SRV') {
    const [, priority, rest] = /^\s*(\d+)\s+(.+)$/s.exec(content) ?? [];
    // Left as it is, it is shown as what it is: a value without a priority.
    if (priority === undefined || rest === undefined) return { value: content };
    return { value: rest, priority: Number(priority) };
  }
  return { value: content };
}

/** The text itself: it comes in quotes, a long one in several pieces that belong together. */
export function unquote(content: string): string {
  const text = content.trim();
  if (!/^"(?:[^"\\]|\\.)*"(?:\s+"(?:[^"\\]|\\.)*")*$/su.test(text)) return content;
  const pieces = text.match(/"(?:[^"\\]|\\.)*"/gsu) ?? [];
  return withoutEscapes(pieces.map((piece) => piece.slice(1, -1)).join(''));
}

/** As in a zone file (RFC 1035 §5.1), a backslash stands before a character or the three digits of a byte of UTF-8. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  const parts = text.match(/\\(?:\d{3}|.)|[^\\]+/gsu) ?? [];
  const bytes = parts.map((part) =>
    /^\\\d{3}$/.test(part)
      ? Buffer.of(Number(part.slice(1)))
      : Buffer.from(part.replace(/^\\/, '')),
  );
  const read = Buffer.concat(bytes).toString('utf8');
  // Bytes that are no text: better shown with their escapes than as something else.
  return read.includes('\ufffd') ? text.replace(/\\(["\\])/g, '$1') : read;
}
