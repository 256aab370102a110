import {
  readDomainName,
  readNameserver,
  toUnicodeDomain,
  type CalendarDate,
  type Domain,
  type DomainName,
  type DomainStatus,
  type DomainSummary,
  type Nameserver,
} from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';
import { fromDomainNameApiDate } from './calendar-date.js';
import { fromDomainNameApiStatus } from './domain-status.js';

const text = wireField(z.string());
const word = wireField(z.union([z.string(), z.number()]));
const flag = wireField(z.boolean());
const hosts = wireField(z.array(z.unknown()));

/**
 * A domain as `domains/info`, the list and the replies to orders give it, each with fewer or other fields. The auth code and
 * the contacts are in it too and are not read.
 */
export const domainObjectSchema = z.object({
  id: word,
  domainName: text,
  status: word,
  statusCode: word,
  lockStatus: flag,
  privacyProtectionStatus: flag,
  startDate: text,
  expirationDate: text,
  renewalMode: word,
  nameservers: hosts,
  nameServers: hosts,
});

export type DomainObject = z.output<typeof domainObjectSchema>;

/** What a domain object says, in our words; what it leaves out is absent. */
export interface DomainFacts {
  readonly domain: DomainName | undefined;
  /** What a row of the list shows. */
  readonly summary: Omit<DomainSummary, 'domain' | 'unicode'>;
  /** What only the whole domain shows. */
  readonly details: Pick<Domain, 'vendorStatus' | 'nameservers'>;
}

/** Reads a domain object and reports the words and forms that have no sourced meaning. */
export function fromDomainObject(object: DomainObject, drift: DriftReport): DomainFacts {
  const { lockStatus: locked, privacyProtectionStatus: privacy } = object;
  const { status, vendorStatus } = readStatus(object, drift);
  const registeredOn = readDate('startDate', object.startDate, drift);
  const expiresOn = readDate('expirationDate', object.expirationDate, drift);
  const autoRenew = readRenewalMode(object.renewalMode, drift);
  const nameservers = readNameservers(object, drift);
  return {
    domain: readName(object, drift),
    summary: {
      status,
      ...(registeredOn === undefined ? {} : { registeredOn }),
      ...(expiresOn === undefined ? {} : { expiresOn }),
      ...(locked === undefined ? {} : { locked }),
      ...(privacy === undefined ? {} : { privacy }),
      ...(autoRenew === undefined ? {} : { autoRenew }),
    },
    details: {
      ...(vendorStatus === undefined ? {} : { vendorStatus }),
      ...(nameservers === undefined ? {} : { nameservers }),
    },
  };
}

/** The same domain for people and programs. */
export function nameFields(domain: DomainName): {
  readonly domain: DomainName;
  readonly unicode: string;
} {
  return { domain, unicode: toUnicodeDomain(domain) };
}

/** The vendor's number of a domain object; lists and older builds give 0 for "none". */
export function numberOf({ id }: Pick<DomainObject, 'id'>): string | undefined {
  const number = String(id ?? '');
  return number === '' || number === '0' ? undefined : number;
}

/** The name of a domain object; an unusable one is reported. */
export function readName(
  { domainName }: Pick<DomainObject, 'domainName'>,
  drift: DriftReport,
): DomainName | undefined {
  if (domainName === undefined) return undefined;
  const reading = readDomainName(domainName);
  if (reading.ok) return reading.domain;
  drift('domainName', 'is not a registrable domain name');
  return undefined;
}

/**
 * In `domains/info` the word stands in `status` and the EPP codes in `statusCode`; in the list `status` is the number and
 * `statusCode` the word. Whichever is known decides, so that either may change sides.
 */
function readStatus(
  object: DomainObject,
  drift: DriftReport,
): { status: DomainStatus; vendorStatus?: string } {
  const given = [object.status, object.statusCode].flatMap((value) =>
    value === undefined || value === '' ? [] : [value],
  );
  const words = [...given].sort((left, right) => Number(isNumber(left)) - Number(isNumber(right)));
  for (const value of words) {
    const known = fromDomainNameApiStatus(value);
    if (known !== undefined) return { status: known.status, vendorStatus: known.label };
  }
  const [first] = given;
  if (first === undefined) {
    drift('status', 'is missing');
    return { status: 'unknown' };
  }
  drift('status', 'is not a known status', String(first));
  return { status: 'unknown', vendorStatus: String(first) };
}

function isNumber(value: string | number): boolean {
  return /^\d+$/.test(String(value));
}

/** A day of a domain object; text that is none is reported. */
export function readDate(
  field: string,
  value: string | undefined,
  drift: DriftReport,
): CalendarDate | undefined {
  const date = fromDomainNameApiDate(value);
  if (date === undefined) drift(field, 'is not a date', value ?? '');
  return date ?? undefined;
}

function readNameservers(
  object: DomainObject,
  drift: DriftReport,
): readonly Nameserver[] | undefined {
  const list = object.nameservers ?? object.nameServers;
  if (list === undefined) return undefined;
  return list.flatMap((item, index) => {
    const name =
      typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : item;
    const nameserver = typeof name === 'string' ? readNameserver(name) : undefined;
    if (nameserver === undefined) drift(`nameservers.${String(index)}`, 'is not a host name');
    return nameserver ?? [];
  });
}

/** 1 renews by itself, 2 lets the domain expire, 3 deletes it. The SOAP numbering starts at 0, so 0 says nothing here. */
function readRenewalMode(
  mode: string | number | undefined,
  drift: DriftReport,
): boolean | undefined {
  if (mode === undefined || mode === '') return undefined;
  const name = String(mode).toLowerCase();
  if (name === '1' || name === 'autorenew') return true;
  if (['2', '3', 'autoexpire', 'autodelete'].includes(name)) return false;
  drift('renewalMode', 'is not a known renewal mode', String(mode));
  return undefined;
}
