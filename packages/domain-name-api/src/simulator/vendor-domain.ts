import { isIPv4 } from 'node:net';
import {
  toUnicodeDomain,
  daysBetween,
  type CalendarDate,
  type DomainStatus,
  type GlueHost,
} from '@registrar-kit/core';
import type { WorldDomain } from '@registrar-kit/testing';
import type { ContactDesk } from './contact-desk.js';
import { nameserversOf } from './own-nameservers.js';
import { toContactHandles, toStoredContacts } from './vendor-stored-contact.js';

/** The vendor's word and number for a state; some words have no known number. */
const vendorStatuses: Readonly<
  Record<DomainStatus, { readonly label: string; readonly number: number | null }>
> = {
  active: { label: 'Active', number: 0 },
  pending: { label: 'WaitingForDocument', number: 2 },
  transfer_in: { label: 'WaitingForIncomingTransfer', number: 3 },
  transferred_away: { label: 'TransferredOut', number: 4 },
  // The vendor has one word for everything after the renewable time.
  redemption: { label: 'PendingDelete', number: 7 },
  deleting: { label: 'PendingDelete', number: 7 },
  deleted: { label: 'Deleted', number: 8 },
  transfer_out: { label: 'WaitingForOutgoingTransfer', number: 11 },
  on_hold: { label: 'PendingHold', number: 12 },
  disputed: { label: 'InCase', number: 18 },
  restoring: { label: 'PendingRestore', number: 19 },
  transfer_failed: { label: 'TransferCancelledFromClient', number: null },
  expired: { label: 'Expired', number: null },
  unknown: { label: 'Unknown', number: 5 },
};

/** The codes of EPP (RFC 5731, RFC 3915) for the states that have one. */
const eppCodes: Readonly<Partial<Record<DomainStatus, string>>> = {
  transfer_in: 'pendingTransfer',
  transfer_out: 'pendingTransfer',
  on_hold: 'clientHold',
  redemption: 'redemptionPeriod',
  deleting: 'pendingDelete',
  restoring: 'pendingRestore',
};

/** .NET's "no date". */
const minValue = '0001-01-01T00:00:00';

/** What an answer about a domain needs beside its row. */
export interface DomainContext {
  readonly today: CalendarDate;
  readonly hosts: readonly GlueHost[];
  readonly contacts: ContactDesk;
}

/** A domain as `domains/info` gives it: the word in `status`, EPP codes in `statusCode`, dates without a zone. */
export function toDomainInfo(
  row: WorldDomain,
  { today, hosts, contacts }: DomainContext,
): Record<string, unknown> {
  return {
    ...commonFields(row, today),
    ...statusFields(row),
    nameservers: nameserversOf(row),
    hosts: hosts.map(({ host, addresses }) => ({
      name: host,
      ipAddresses: addresses.map((ipAddress) => ({
        ipAddress,
        ipVersion: isIPv4(ipAddress) ? 'v4' : 'v6',
      })),
    })),
    contacts: toStoredContacts(row, contacts),
    additionalAttributes: row.tldAttributes,
  };
}

/** The word of a domain's state, and its EPP codes. */
export function statusFields(row: WorldDomain): {
  readonly status: string;
  readonly statusCode: string;
} {
  const lock = row.locked ? 'clientTransferProhibited' : undefined;
  const codes = [lock, eppCodes[row.status]].flatMap((code) => code ?? []);
  return {
    status: vendorStatuses[row.status].label,
    statusCode: codes.length === 0 ? 'ok' : codes.join(','),
  };
}

/** A domain as a row of the list: the number in `status`, the word in `statusCode`, contacts by handle. */
export function toDomainRow(row: WorldDomain, today: CalendarDate): Record<string, unknown> {
  const { label, number } = vendorStatuses[row.status];
  return {
    ...commonFields(row, today),
    domainNameIdn: toUnicodeDomain(row.domain),
    status: number,
    statusCode: label,
    nameServers: nameserversOf(row).map((name) => ({ name })),
    contacts: toContactHandles(row),
  };
}

/** An answer to an order: little more than the date, with a zone, three hours before what `domains/info` says. */
export function toOrderReply(row: WorldDomain): Record<string, unknown> {
  const instant = new Date(Date.parse(`${row.expiresOn}${timeOf(row)}Z`) - 3 * 3_600_000);
  return { id: row.id, expirationDate: instant.toISOString() };
}

function commonFields(row: WorldDomain, today: CalendarDate): Record<string, unknown> {
  return {
    id: row.id,
    objectId: `obj-${String(row.id)}`,
    domainName: row.domain,
    authCode: row.authCode,
    lockStatus: row.locked,
    privacyProtectionStatus: row.privacy,
    startDate: row.status === 'pending' ? minValue : zoneless(row.registeredOn, row),
    updatedDate: row.updatedAt.replace('Z', ''),
    expirationDate: zoneless(row.expiresOn, row),
    remainingDay: Math.max(0, daysBetween(today, row.expiresOn)),
    transferDate: row.transferredOn === undefined ? minValue : zoneless(row.transferredOn, row),
    renewalMode: row.autoRenew ? 1 : 2,
  };
}

/** Seven digits of a second and no zone, as .NET prints a date of unknown kind. */
function zoneless(day: CalendarDate, row: WorldDomain): string {
  return `${day}${timeOf(row)}4171`;
}

/** The time of day of the registration, to the millisecond. */
function timeOf({ registeredAt }: WorldDomain): string {
  return registeredAt.slice(10, 23);
}
