import type { CallContext, Receipt, RegistrationOrder } from '@registrar-kit/core';
import { personalTextsOf } from '@registrar-kit/provider-kit';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import { toVendorContacts } from '../mapping/contact.js';
import { placeOrder } from './place-order.js';
import { readAfterOrder } from './read-after-order.js';

/**
 * Registers a domain. The order is only queued; what the domain shows right afterwards tells whether it is carried out already,
 * as it mostly is.
 */
export async function registerDomain(
  client: HarbourNamesClient,
  order: RegistrationOrder,
  call: CallContext,
): Promise<Receipt> {
  const { domain, years, contacts, nameservers, lock, privacy, tldAttributes, reading } = order;
  const body = {
    kind: 'registration',
    name: domain,
    years,
    contacts: toVendorContacts(contacts),
    extras: tldAttributes,
    ...(nameservers.length === 0 ? {} : { servers: nameservers }),
    ...(lock === undefined ? {} : { transferLock: lock }),
    ...(privacy === undefined ? {} : { shield: privacy }),
  } as const;
  const personal = [...personalTextsOf(contacts), ...Object.values(tldAttributes)];
  const { completed, ignored, receipt } = await placeOrder(client, body, reading, call, personal);
  const found = await readAfterOrder(client, domain, call);
  const expiresOn = found?.expiresOn;
  return {
    ...receipt,
    status: completed || found?.status === 'active' ? 'done' : 'pending',
    ...(expiresOn === undefined ? {} : { expiresOn }),
    unset: [
      ...(ignored.includes('shield') ? (['privacy'] as const) : []),
      ...(ignored.includes('transferLock') ? (['lock'] as const) : []),
    ],
  };
}
