import {
  asRead,
  InvalidInputError,
  isRegistrarError,
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
  const stated = fromDomainObject(answer.value, () => undefined).summary;
  const read = await readBack(client, order, call);
  const status = read?.status ?? stated.status;
  const expiresOn = read?.expiresOn ?? stated.expiresOn;
  const vendorRef = answer.value.id;
  return {
    status: isAwaited(status) ? 'pending' : 'done',
    ...(expiresOn === undefined ? {} : { expiresOn }),
    // The list and older builds give 0 for "no number".
    ...(vendorRef === undefined || vendorRef === 0 || vendorRef === '0'
      ? {}
      : { vendorRef: String(vendorRef) }),
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
