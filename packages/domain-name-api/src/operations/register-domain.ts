import {
  asRead,
  InvalidInputError,
  isRegistrarError,
  UnexpectedResponseError,
  type CallContext,
  type RegistrationOrder,
  type RegistrationReceipt,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { defaultNameservers } from '../mapping/default-nameservers.js';
import { personalTexts, toDomainNameApiContacts } from '../mapping/contact.js';
import {
  domainObjectSchema,
  fromDomainObject,
  type DomainFacts,
} from '../mapping/domain-object.js';
import { isAwaited } from '../mapping/domain-status.js';
import { readDomain } from './get-domain.js';
import { settingFollowUps } from './setting-follow-ups.js';

/**
 * Registers a domain. The answer is sparse, often nothing but a date, so the domain is read back; when that fails the
 * registration stands all the same. Whether lock and privacy take effect in the order is not known, so they are looked up
 * afterwards and set where they did not. What was charged is not stated anywhere.
 */
export async function registerDomain(
  client: DomainNameApiClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<RegistrationReceipt> {
  const { domain, years, nameservers, lock, privacy, tldAttributes } = order;
  const mapped = toDomainNameApiContacts(order.contacts);
  if (!mapped.ok) throw new InvalidInputError({ ...call.origin, issues: mapped.issues });
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
  const personal = [...personalTexts(order.contacts), ...Object.values(tldAttributes)];
  const answer = await client.send(
    { method: 'POST', path, body, personal },
    domainObjectSchema,
    call,
  );
  const { domain: about, summary: stated } = fromDomainObject(answer.value, () => undefined);
  if (about !== undefined && about !== domain) throw provesNothing('is about another domain', call);
  // The list and older builds give 0 for "no number".
  const vendorRef = ['', '0'].includes(String(answer.value.id ?? '')) ? undefined : answer.value.id;
  const read = await readBack(client, order, call);
  if (vendorRef === undefined && !showsDomain(stated) && !showsDomain(read))
    throw provesNothing('names neither number, date nor status', call);
  const status = read?.status ?? stated.status;
  const expiresOn = read?.expiresOn ?? stated.expiresOn;
  return {
    status: isAwaited(status) ? 'pending' : 'done',
    ...(expiresOn === undefined ? {} : { expiresOn }),
    ...(vendorRef === undefined ? {} : { vendorRef: String(vendorRef) }),
    followUps: settingFollowUps(client, order, read),
  };
}

/** The domain as it stands after the order; `undefined` when it cannot be read, which must not spoil the purchase. */
async function readBack(
  client: DomainNameApiClient,
  { domain }: RegistrationOrder,
  call: CallContext,
): Promise<DomainFacts['summary'] | undefined> {
  try {
    return (await readDomain(client, domain, asRead(call))).summary;
  } catch (error) {
    if (isRegistrarError(error)) return undefined;
    throw error;
  }
}

/** Whether a summary says anything of a domain that exists; an empty object does not. */
function showsDomain(summary: DomainFacts['summary'] | undefined): boolean {
  return summary !== undefined && (summary.status !== 'unknown' || summary.expiresOn !== undefined);
}

/** The order may have been carried out or not; reading the domain must tell. */
function provesNothing(what: string, call: CallContext): UnexpectedResponseError {
  return new UnexpectedResponseError({
    ...call.origin,
    kind: 'wrong_shape',
    detail: `the answer to the registration ${what}, so that it proves nothing`,
    effect: 'unknown',
  });
}
