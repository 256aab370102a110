import {
  toUnicodeDomain,
  daysBetween,
  type CalendarDate,
  type DomainStatus,
} from '@registrar-kit/core';
import type { WorldDomain } from '@registrar-kit/testing';
import { defaultNameservers } from '../mapping/default-nameservers.js';

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

/** .NET's "no date". */
const minValue = '0001-01-01T00:00:00';

/** A domain as `domains/info` gives it: the word in `status`, EPP codes in `statusCode`, dates without a zone. */
export function toDomainInfo(row: WorldDomain, today: CalendarDate): Record<string, unknown> {
  return {
    ...commonFields(row, today),
    status: vendorStatuses[row.status].label,
    statusCode: row.locked ? 'clientTransferProhibited' : 'ok',
    nameservers: nameserversOf(row),
    hosts: [],
    contacts: toContacts(row),
    transferDate: minValue,
    additionalAttributes: row.tldAttributes,
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
    contacts: { Registrant: 'D-1', Admin: 'D-1', Tech: 'D-1', Billing: 'D-1' },
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
    renewalMode: row.autoRenew ? 1 : 2,
  };
}

function nameserversOf({ nameservers }: WorldDomain): readonly string[] {
  return nameservers.length === 0 ? defaultNameservers : nameservers;
}

/** Seven digits of a second and no zone, as .NET prints a date of unknown kind. */
function zoneless(day: CalendarDate, row: WorldDomain): string {
  return `${day}${timeOf(row)}4171`;
}

/** The time of day of the registration, to the millisecond. */
function timeOf({ registeredAt }: WorldDomain): string {
  return registeredAt.slice(10, 23);
}

function toContacts({ contacts, id }: WorldDomain): unknown[] {
  const types = {
    registrant: 'Registrant',
    admin: 'Admin',
    tech: 'Tech',
    billing: 'Billing',
  } as const;
  return Object.entries(types).map(([role, contactType]) => {
    const contact = contacts[role as keyof typeof types];
    return {
      handle: `D-${contactType.charAt(0)}${String(id)}`,
      contactType,
      firstName: contact.firstName,
      lastName: contact.lastName,
      companyName: contact.organization ?? '',
      eMail: contact.email,
      address: [contact.address1, contact.address2].filter(Boolean).join(' '),
      city: contact.city,
      state: contact.state,
      country: contact.country,
      postalCode: contact.postalCode,
    };
  });
}
