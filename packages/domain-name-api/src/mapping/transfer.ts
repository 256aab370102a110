import type { DomainName, DomainStatus, Transfer } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DriftReport } from '../domain-name-api-client.js';
import { domainObjectSchema, fromDomainObject, readDate } from './domain-object.js';

/** A domain with the day of its transfer: a field of third-party code only. Without a transfer it is missing, or the year 1. */
export const transferObjectSchema = domainObjectSchema.extend({
  transferDate: wireField(z.string()),
});

/** The states of a domain that this account holds, however it came here. */
const held: ReadonlySet<DomainStatus> = new Set([
  'active',
  'on_hold',
  'disputed',
  'expired',
  'redemption',
  'restoring',
]);

/** Words for something that is awaited and that the vendor may use for registrations and transfers alike; nobody says. */
const ambiguous: ReadonlySet<string> = new Set([
  'ConfirmationEmailSend',
  'WaitingForDocument',
  'MigrationPending',
]);

/**
 * The transfer that a domain object shows; `undefined` when it shows none. There is no other trace of a transfer than the status
 * of its domain: a domain that is simply there came by a transfer only if it has the day of one.
 */
export function fromTransferObject(
  domain: DomainName,
  object: z.output<typeof transferObjectSchema>,
  drift: DriftReport,
): Transfer | undefined {
  const { summary, details } = fromDomainObject(object, drift);
  const { status } = summary;
  const { vendorStatus } = details;
  const base = { domain, ...(vendorStatus === undefined ? {} : { vendorStatus }) };
  if (status === 'transfer_in') return { ...base, status: 'pending' };
  if (status === 'transfer_failed') {
    const reason = 'the transfer was cancelled before it was complete';
    return { ...base, status: 'failed', cause: 'cancelled', reason };
  }
  if (status === 'unknown' || (vendorStatus !== undefined && ambiguous.has(vendorStatus))) {
    const reason = 'the registrar does not say whether this word is about a transfer';
    return { ...base, status: 'unknown', reason };
  }
  const changedOn = readDate('transferDate', object.transferDate, drift);
  return held.has(status) && changedOn !== undefined
    ? { ...base, status: 'done', changedOn }
    : undefined;
}
