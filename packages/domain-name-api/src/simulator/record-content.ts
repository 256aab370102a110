import { isIPv4, isIPv6 } from 'node:net';
import type { DnsRecordType } from '@registrar-kit/core';
import type { RecordData } from '@registrar-kit/testing';

/** The types that the vendor probed and found accepted. */
const zoneTypes = [
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

export type ZoneType = (typeof zoneTypes)[number];

export function isZoneType(type: string): type is ZoneType {
  return (zoneTypes as readonly string[]).includes(type);
}

/** Texts are cut into pieces of this many bytes. */
const mostBytes = 255;

/** What a record holds, as the gateway reads it out: texts in quotes, hosts with a dot behind them, the priority in front. */
export function toContent(type: ZoneType, { value, priority }: RecordData): string {
  switch (type) {
    case 'TXT':
      return piecesOf(value)
        .map((piece) => `"${piece.replace(/["\\]/g, String.raw`\$&`)}"`)
        .join(' ');
    case 'MX':
    case 'SRV':
      return `${String(priority ?? 0)} ${withDot(value)}`;
    case 'ALIAS':
    case 'CNAME':
    case 'NAPTR':
    case 'PTR':
      return withDot(value);
    case 'A':
    case 'AAAA':
    case 'CAA':
    case 'DS':
    case 'TLSA':
      return value;
  }
}

/** Reads what is sent; with or without quotes and dots. `undefined` where it is not of its type. */
export function fromContent(type: ZoneType, content: string): RecordData | undefined {
  switch (type) {
    case 'A':
      return isIPv4(content) ? { value: content } : undefined;
    case 'AAAA':
      return isIPv6(content) ? { value: content } : undefined;
    case 'TXT':
      return { value: unquoted(content) };
    case 'MX':
    case 'SRV': {
      const pattern = type === 'MX' ? /^(\d{1,5})\s+(\S+)$/ : /^(\d{1,5})\s+(\d+\s+\d+\s+\S+)$/;
      const [, priority, rest] = pattern.exec(content.trim()) ?? [];
      if (priority === undefined || rest === undefined) return undefined;
      return { value: withoutDot(rest), priority: Number(priority) };
    }
    case 'ALIAS':
    case 'CNAME':
    case 'NAPTR':
    case 'PTR':
      return { value: withoutDot(content.trim()) };
    case 'CAA':
    case 'DS':
    case 'TLSA':
      return { value: content.trim() };
  }
}

function withDot(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

/** A dot alone is the root, and stays. */
function withoutDot(text: string): string {
  return text.replace(/([^.\s])\.$/, '$1');
}

function piecesOf(text: string): readonly string[] {
  const pieces = [''];
  for (const character of text) {
    const last = pieces.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > mostBytes) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}

const quotedPiece = /"(?:[^"\\]|\\.)*"/gsu;

/** Only what is quoted throughout is a quoted text. */
function unquoted(content: string): string {
  const text = content.trim();
  if (text.replace(quotedPiece, '').trim() !== '') return content;
  const pieces = text.match(quotedPiece) ?? [];
  if (pieces.length === 0) return content;
  return pieces.map((piece) => piece.slice(1, -1).replace(/\\(.)/gsu, '$1')).join('');
}
