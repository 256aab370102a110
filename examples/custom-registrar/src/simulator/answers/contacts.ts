import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { toVendorContacts } from '../../mapping/contact.js';
import type { VendorCall } from '../vendor-call.js';
import { sentContactsSchema, toWorldContacts } from '../vendor-contacts.js';
import { json } from '../vendor-reply.js';
import { withDomain } from './domains.js';

const bodySchema = z.object({
  contacts: sentContactsSchema,
  extras: z.record(z.string(), z.string()),
});

export function answerContacts(call: VendorCall): SimulatorResponse {
  return withDomain(call, ({ contacts, tldAttributes }) =>
    json({ contacts: toVendorContacts(contacts), extras: tldAttributes }),
  );
}

export function answerContactsChanged(call: VendorCall): SimulatorResponse {
  const { world, account, domain, body } = call;
  const { contacts, extras } = bodySchema.parse(body);
  world.setContacts(account.id, domain, toWorldContacts(contacts), extras);
  return answerContacts(call);
}
