import {
  InvalidInputError,
  type CallContext,
  type Receipt,
  type RegistrationOrder,
  type SettingName,
} from '@registrar-kit/core';
import { personalTextsOf } from '@registrar-kit/provider-kit';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { defaultNameservers } from '../mapping/default-nameservers.js';
import { toDomainNameApiContacts } from '../mapping/contact.js';
import {
  domainObjectSchema,
  fromDomainObject,
  numberOf,
  type DomainFacts,
} from '../mapping/domain-object.js';
import { isAwaited } from '../mapping/domain-status.js';
import { trAttributeIssues } from '../mapping/tr-attributes.js';
import { readAfterOrder } from './read-after-order.js';
import { provesNothing } from './wrong-shape.js';

/**
 * Registers a domain. The answer is sparse, often nothing but a date, so the domain is read back; when that fails the
 * registration stands all the same. Whether lock and privacy take effect in the order is not known, so they are looked up
 * afterwards and told where they did not. What was charged is not stated anywhere.
 */
export async function registerDomain(
  client: DomainNameApiClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<Receipt> {
  const { domain, years, nameservers, lock, privacy, tldAttributes } = order;
  const mapped = toDomainNameApiContacts(order.contacts);
  const issues = [...(mapped.ok ? [] : mapped.issues), ...trAttributeIssues(domain, tldAttributes)];
  if (!mapped.ok || issues.length > 0) throw new InvalidInputError({ ...call.origin, issues });
  const body = {
    domainName: domain,
    period: years,
    nameServers: nameservers.length === 0 ? defaultNameservers : nameservers,
    ...(lock === undefined ? {} : { isLocked: lock }),
    ...(privacy === undefined ? {} : { privacyEnabled: privacy }),
    contacts: mapped.contacts,
    tldAttributes,
  };
  const path = 'domains/register-with-contacts';
  const personal = [...personalTextsOf(order.contacts), ...Object.values(tldAttributes)];
  const answer = await client.send(
    { method: 'POST', path, body, personal },
    domainObjectSchema,
    call,
  );
  const { domain: about, summary: stated } = fromDomainObject(answer.value, () => undefined);
  if (about !== undefined && about !== domain)
    throw provesNothing(call, 'the answer to the registration is about another domain');
  const vendorRef = numberOf(answer.value);
  const read = await readAfterOrder(client, domain, call);
  if (vendorRef === undefined && !showsDomain(stated) && !showsDomain(read))
    throw provesNothing(
      call,
      'the answer to the registration names neither number, date nor status',
    );
  const status = read?.status ?? stated.status;
  // Not the answer's own date: it was seen hours away from the domain's, by which the first renewal is guarded.
  const expiresOn = read?.expiresOn;
  return {
    status: isAwaited(status) ? 'pending' : 'done',
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(vendorRef === undefined ? {} : { vendorRef }),
    unset: unmet(order, read),
  };
}

/** The wishes that a reading does not show to have come true with the order. */
function unmet(
  { lock, privacy }: RegistrationOrder,
  read: DomainFacts['summary'] | undefined,
): readonly SettingName[] {
  return [
    ...(privacy === undefined || read?.privacy === privacy ? [] : (['privacy'] as const)),
    ...(lock === undefined || read?.locked === lock ? [] : (['lock'] as const)),
  ];
}

/** Whether a summary says anything of a domain that exists; an empty object does not. */
function showsDomain(summary: DomainFacts['summary'] | undefined): boolean {
  return summary !== undefined && (summary.status !== 'unknown' || summary.expiresOn !== undefined);
}
