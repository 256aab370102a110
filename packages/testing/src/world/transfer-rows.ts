import {
  addYears,
  completeContacts,
  parseCalendarDate,
  type CalendarDate,
} from '@registrar-kit/core';
import { aContactSet } from '../builders/a-contact.js';
import { authCodeFor } from './auth-code.js';
import type { WorldDomain } from './world-domain.js';
import type { ForeignDomain, WorldTransfer } from './world-transfer.js';

/** The row of a domain that has come here: a year is part of the transfer. */
export function arrivedRow(
  transfer: WorldTransfer,
  origin: ForeignDomain,
  instant: string,
): WorldDomain {
  const today = parseCalendarDate(instant.slice(0, 10));
  return {
    ...comingRow(transfer, origin, today),
    status: 'active',
    expiresOn: addYears(origin.expiresOn, 1),
    updatedAt: instant,
    transferredOn: today,
  };
}

/** The row of a domain on its way. One that is registered nowhere has no dates; the day stands for them. */
export function comingRow(
  transfer: WorldTransfer,
  origin: ForeignDomain | undefined,
  today: CalendarDate,
): WorldDomain {
  const { domainId: id, domain, account, privacy } = transfer;
  const registeredOn = origin?.registeredOn ?? today;
  return {
    id,
    domain,
    account,
    status: 'transfer_in',
    registeredOn,
    expiresOn: origin?.expiresOn ?? today,
    registeredAt: `${registeredOn}T12:00:00.000Z`,
    updatedAt: transfer.changedAt,
    contacts: transfer.contacts ?? origin?.contacts ?? completeContacts(aContactSet()),
    nameservers: origin?.nameservers ?? [],
    locked: false,
    privacy,
    autoRenew: false,
    premium: false,
    authCode: authCodeFor(domain, id),
    tldAttributes: {},
    verification: 'verified',
    verificationsSent: 0,
    dnssec: [],
  };
}

/** The row of a domain whose transfer has failed. */
export function failedRow(row: WorldDomain): WorldDomain {
  return { ...row, status: 'transfer_failed' };
}
