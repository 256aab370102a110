import type { SimulatorResponse, WorldDomain } from '@registrar-kit/testing';
import * as z from 'zod';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { contactsOf, readContacts, readSent, type ReadContact } from '../vendor-contacts.js';
import { readHandle } from '../vendor-stored-contact.js';
import { empty, failure, invalid, json } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const updateSchema = z.object({ domainName: z.string().min(1), contacts: z.array(z.unknown()) });

/** Replaces the contacts of a domain, all four of them. */
export function answerContactsUpdate(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, updateSchema, ({ domainName, contacts }) => {
    const given = readContacts(contacts);
    if (!given.ok) return invalid(given.members);
    const { id } = world.setContacts(account.id, domainName, contactsOf(given.value));
    call.contacts.keep(id, given.value);
    return empty(204);
  });
}

/** Makes a contact that belongs to no domain yet. */
export function answerNewContact(call: VendorCall): SimulatorResponse {
  const given = readSent(call.body, '$', '$');
  if (!given.ok) return invalid(given.members);
  return made(call.contacts.add(call.account.id, given.value));
}

/** Changes a contact by its handle, one of a domain or one of its own. */
export function answerContactChange(call: VendorCall): SimulatorResponse {
  const { world, account, behaviour, parameters } = call;
  const handle = parameters.get('handle') ?? '';
  const given = readSent(call.body, '$', '$');
  if (!given.ok) return invalid(given.members);
  if (call.contacts.find(account.id, handle) !== undefined) {
    call.contacts.replace(account.id, handle, given.value);
    return made(handle);
  }
  const named = readHandle(handle);
  const row = named === undefined ? undefined : domainOf(call, named.domainId);
  if (named === undefined || row === undefined) return unknownContact();
  return answering(behaviour.refusalForm, () => {
    const { contact } = given.value;
    world.setContacts(account.id, row.domain, { [named.role]: contact });
    call.contacts.keep(row.id, { [named.role]: given.value });
    return made(handle);
  });
}

/** The contact that a handle names in an account, of its own or of a domain. */
export function contactOf(call: VendorCall, handle: string): ReadContact | undefined {
  const loose = call.contacts.find(call.account.id, handle);
  const named = readHandle(handle);
  if (loose !== undefined || named === undefined) return loose;
  const row = domainOf(call, named.domainId);
  if (row === undefined) return undefined;
  const besides = call.contacts.besidesOf(row.id, named.role);
  return { contact: row.contacts[named.role], besides };
}

function unknownContact(): SimulatorResponse {
  return failure(404, { message: 'Contact not found.' });
}

function made(handle: string): SimulatorResponse {
  return json({ handle, isSuccess: true, operationMessage: 'Command completed succesfully.' });
}

function domainOf({ world, account }: VendorCall, id: number): WorldDomain | undefined {
  return world.domainsOf(account.id).items.find((row) => row.id === id);
}
