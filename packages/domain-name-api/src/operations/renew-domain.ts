import {
  asRead,
  daysBetween,
  isRegistrarError,
  UnexpectedResponseError,
  type CalendarDate,
  type CallContext,
  type Receipt,
  type RenewalOrder,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { domainObjectSchema, fromDomainObject } from '../mapping/domain-object.js';
import { readDomain } from './get-domain.js';

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
  const { expiresOn } = fromDomainObject(value, () => undefined).summary;
  if (expiresOn !== undefined) {
    return { status: 'done', expiresOn: (await newDateOf(client, order, call)) ?? expiresOn };
  }
  throw new UnexpectedResponseError({
    ...call.origin,
    kind: 'wrong_shape',
    detail: 'the answer to the renewal names no expirationDate, so that it proves nothing',
    effect: 'unknown',
  });
}

/**
 * The date as `domains/info` gives it. Answers to orders were seen hours apart from it, maybe for another time zone, and a
 * date is only comparable with one of the same source: the next renewal is guarded by it. `undefined` where it cannot be read
 * or has not moved yet.
 */
async function newDateOf(
  client: DomainNameApiClient,
  { domain, years, expiresOn: before }: RenewalOrder,
  call: CallContext,
): Promise<CalendarDate | undefined> {
  try {
    const { expiresOn } = (await readDomain(client, domain, asRead(call))).summary;
    const moved = expiresOn !== undefined && daysBetween(before, expiresOn) >= years * 365 - 2;
    return moved ? expiresOn : undefined;
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}
