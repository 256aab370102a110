import type { DnsRecordType } from '@registrar-kit/core';
import type { NewWorldRecord, WorldZone } from '@registrar-kit/testing';
import type { CommandError } from './command-answer.js';
import type { CommandParameters } from './command-parameters.js';
import { emailTypeOf, emailTypes, hostTypeOf, withoutDot } from './vendor-zone.js';

/** What a parameter that is missing or makes no sense becomes. */
export const objectReference: CommandError = {
  number: '5050900',
  text: 'Object reference not set to an instance of an object.',
};

export const invalidAddress: CommandError = { number: '2050900', text: 'Invalid Address' };

const maxHosts = 150;
const usualTtl = 1800;

/** The zone that a setHosts request asks for. */
export interface SentZone {
  readonly records: readonly NewWorldRecord[];
  readonly emailType: string;
}

/** Reads a setHosts request. Rows behind a missing number are not looked at. */
export function readSentZone(
  parameters: CommandParameters,
  zone: WorldZone,
): SentZone | 'too_many' | CommandError {
  const rows = parameters.rows('HostName', 'RecordType', 'Address', 'MXPref', 'TTL');
  if (rows.length === 0) return objectReference;
  if (rows.length > maxHosts) return 'too_many';
  const emailType = sentEmailType(parameters, zone);
  if (emailType === undefined) return objectReference;
  const records: NewWorldRecord[] = [];
  for (const row of rows) {
    const record = readRow(row, zone);
    if ('number' in record) return record;
    records.push(record);
  }
  return {
    // Without the word that goes with them they vanish, and nobody is told.
    records: records
      .filter(({ type }) => type !== 'MX' || emailType === 'MX')
      .filter(({ type }) => type !== 'MXE' || emailType === 'MXE'),
    emailType,
  };
}

/** Left out, a setting stays unless it is about records of the zone. */
function sentEmailType(parameters: CommandParameters, zone: WorldZone): string | undefined {
  if (!parameters.has('EmailType')) {
    const before = emailTypeOf(zone);
    return before === 'MX' || before === 'MXE' ? 'NONE' : before;
  }
  const word = parameters.get('EmailType').toUpperCase();
  return emailTypes.has(word) ? word : undefined;
}

type SentRow = Readonly<Record<'HostName' | 'RecordType' | 'Address' | 'MXPref' | 'TTL', string>>;

function readRow(row: SentRow, { domain }: WorldZone): NewWorldRecord | CommandError {
  const type = hostTypeOf(row.RecordType);
  const ttlSeconds = row.TTL === '' ? usualTtl : wholeNumber(row.TTL, 60, 60_000);
  const priority = type === 'MX' ? wholeNumber(row.MXPref, 0, 255) : undefined;
  const isComplete = row.HostName !== '' && row.Address !== '' && ttlSeconds !== undefined;
  if (type === undefined || !isComplete || (type === 'MX' && priority === undefined))
    return objectReference;
  const value = withoutDot(row.Address, type);
  if (!isAddress[type]?.test(value)) return invalidAddress;
  const isApex = type === 'MXE' && row.HostName.toLowerCase() === domain;
  return {
    type,
    name: isApex ? '@' : row.HostName,
    value,
    ttlSeconds,
    ...(priority === undefined ? {} : { priority }),
  };
}

const hostName = /^(?:[\w-]+\.)*[\w-]+$/;
const webAddress = /^[a-z][a-z\d+.-]*:\/\/\S+$/i;
const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** How an address must look; A and AAAA are looked at closer by the world. */
const isAddress: Readonly<Partial<Record<DnsRecordType, RegExp>>> = {
  A: ipv4,
  AAAA: /^[\da-f:.]+$/i,
  ALIAS: hostName,
  CAA: /^\d{1,3} (?:issue|issuewild) "[^"]*"$|^\d{1,3} iodef "(?:mailto:|https?:\/\/)[^"]+"$/,
  CNAME: hostName,
  MX: hostName,
  MXE: ipv4,
  NS: hostName,
  TXT: /./s,
  URL: webAddress,
  URL301: webAddress,
  FRAME: webAddress,
};

function wholeNumber(text: string, min: number, max: number): number | undefined {
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
