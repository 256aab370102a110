import type { CallContext, DomainContacts, DomainName } from '@registrar-kit/core';
import { wireField } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import {
  fromStoredContacts,
  readStoredContacts,
  type VendorStoredContacts,
} from '../mapping/stored-contacts.js';
import { readInfo } from './read-info.js';
import { wrongShape } from './wrong-shape.js';

const schema = z.object({
  domainName: wireField(z.string()),
  contacts: z.unknown().optional(),
  additionalAttributes: z.unknown().optional(),
});

/** The contacts in the vendor's own fields, and the extra fields of the registry. */
export async function readContacts(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<{
  readonly stored: VendorStoredContacts;
  readonly tldAttributes: Readonly<Record<string, string>>;
}> {
  const { value, drift } = await readInfo(client, domain, schema, call);
  const stored = readStoredContacts(value.contacts, drift);
  if (stored !== undefined)
    return { stored, tldAttributes: readAttributes(value.additionalAttributes) };
  throw wrongShape(call, 'the answer names no contacts, or only their handles');
}

/** They come with the domain. */
export async function getContacts(
  client: DomainNameApiClient,
  domain: DomainName,
  call: CallContext,
): Promise<DomainContacts> {
  const { stored, tldAttributes } = await readContacts(client, domain, call);
  return {
    domain,
    contacts: fromStoredContacts(stored),
    ...(Object.keys(tldAttributes).length === 0 ? {} : { tldAttributes }),
  };
}

/** An empty one may come as a list, and a value that is no text is left out. */
function readAttributes(attributes: unknown): Readonly<Record<string, string>> {
  if (typeof attributes !== 'object' || attributes === null || Array.isArray(attributes)) return {};
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' && value !== '' ? [[key, value]] : [],
    ),
  );
}
