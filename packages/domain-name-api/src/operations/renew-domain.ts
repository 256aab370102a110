import {
  asRead,
  daysBetween,
  isRegistrarError,
  type CalendarDate,
  type CallContext,
  type Receipt,
  type RenewalOrder,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { domainObjectSchema, fromDomainObject } from '../mapping/domain-object.js';
import { readDomain } from './get-domain.js';
import { provesNothing } from './wrong-shape.js';

/**
 * Renews a domain. The vendor's own modules take an answer without the new date for a failure; whether it was charged is then
 * unknown, and reading the domain must tell.
 */
export async function renewDomain(
  client: DomainNameApiClient,
  order: RenewalOrder,
  call: CallContext,
): Promise<Receipt> {
  const body = { domainName: order.domain, period: order.years };
  const request = { method: 'POST', path: 'domains/renew', body, aboutDomain: true } as const;
  const { value } = await client.send(request, domainObjectSchema, call);
  // A renewal is answered with little more than the date; a status that is missing there is no news.
  const { domain: about, summary } = fromDomainObject(value, () => undefined);
  const stated = about === undefined || about === order.domain ? summary.expiresOn : undefined;
  const read = stated === undefined ? undefined : await newDateOf(client, order, call);
  // The answer's date only has to make sense, with a day more of room: it comes from another source than the one before, and
  // is no date to compare others with.
  if (stated !== undefined && (read !== undefined || daysMoved(order, stated) >= -3))
    return { status: 'done', ...(read === undefined ? {} : { expiresOn: read }) };
  throw provesNothing(call, 'the answer to the renewal names no new expirationDate');
}

/**
 * The date as `domains/info` gives it. Answers to orders were seen hours apart from it, maybe for another time zone, and a
 * date is only comparable with one of the same source: the next renewal is guarded by it. `undefined` where it cannot be read
 * or has not moved yet.
 */
async function newDateOf(
  client: DomainNameApiClient,
  order: RenewalOrder,
  call: CallContext,
): Promise<CalendarDate | undefined> {
  try {
    const { expiresOn } = (await readDomain(client, order.domain, asRead(call))).summary;
    return expiresOn !== undefined && daysMoved(order, expiresOn) >= -2 ? expiresOn : undefined;
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}

/** How many days a date lies beyond the years ordered; leap days and time zones make it -2 to 3. */
function daysMoved({ expiresOn: before, years }: RenewalOrder, date: CalendarDate): number {
  return daysBetween(before, date) - years * 365;
}
