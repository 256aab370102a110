import type { CallContext, ContactSet, DomainContacts, DomainName } from '@registrar-kit/core';
import { personalTextsOf, wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { HarbourNamesClient } from '../harbour-names-client.js';
import type { HarbourNamesRequest } from '../harbour-names-request.js';
import { contactsSchema, fromVendorContacts, toVendorContacts } from '../mapping/contact.js';

const path = 'domains/{domain}/contacts';
const replySchema = z.object({
  contacts: contactsSchema,
  extras: wireField(z.record(z.string(), z.string())),
});

export function getContacts(
  client: HarbourNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainContacts> {
  return exchange(client, { method: 'GET', path, domain }, domain, call);
}

/** Roles that are not sent stay as they are (manual §8). */
export function setContacts(
  client: HarbourNamesClient,
  {
    domain,
    contacts,
    tldAttributes,
  }: {
    readonly domain: DomainName;
    readonly contacts: Partial<ContactSet>;
    readonly tldAttributes: Readonly<Record<string, string>>;
  },
  call: CallContext,
): Promise<DomainContacts> {
  const personal = [...personalTextsOf(contacts), ...Object.values(tldAttributes)];
  const body = { contacts: toVendorContacts(contacts), extras: tldAttributes };
  return exchange(client, { method: 'PUT', path, domain, body, personal }, domain, call);
}

async function exchange(
  client: HarbourNamesClient,
  request: HarbourNamesRequest,
  domain: DomainName,
  call: CallContext,
): Promise<DomainContacts> {
  const sent = { ...request, confidential: true };
  const { contacts, extras } = await client.send(sent, replySchema, call);
  const tldAttributes = extras === undefined ? {} : { tldAttributes: extras };
  return { domain, contacts: fromVendorContacts(contacts), ...tldAttributes };
}
