import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { forWorld } from '../own-nameservers.js';
import type { VendorCall } from '../vendor-call.js';
import { contactsOf, readContacts, type ReadContacts } from '../vendor-contacts.js';
import { toOrderReply } from '../vendor-domain.js';
import { invalid, json, type InvalidMember } from '../vendor-reply.js';
import { contactOf } from './contacts.js';
import { withBody } from './with-body.js';

const bodySchema = z.object({
  domainName: z.string().min(1),
  period: z.int(),
  nameServers: z.array(z.string()),
  isLocked: z.boolean().optional(),
  privacyEnabled: z.boolean().optional(),
  contacts: z.array(z.unknown()),
  tldAttributes: z.record(z.string(), z.string()),
});
type Order = z.output<typeof bodySchema>;

/** The only keys that `.tr` names take; all others are refused. */
const trKeys: readonly string[] = [
  'TRABISDOMAINCATEGORY',
  'TRABISCITIZENID',
  'TRABISTAXOFFICE',
  'TRABISTAXNUMBER',
];

/** Registers and answers with next to nothing. */
export function answerRegistration(call: VendorCall): SimulatorResponse {
  return withBody(call, bodySchema, (order) => {
    const contacts = readContacts(order.contacts);
    return contacts.ok ? register(call, order, contacts.value) : invalid(contacts.members);
  });
}

/**
 * The same with contacts that are there already. That each is named by `contactType` and `handle`, as in answers, is assumed:
 * only that handles take the place of the contacts is reported.
 */
export function answerRegistrationByHandles(call: VendorCall): SimulatorResponse {
  return withBody(call, bodySchema, (order) => {
    const contacts = readContacts(order.contacts, (item, _path, member) => {
      const { handle } = Object(item) as { handle?: unknown };
      const found = typeof handle === 'string' ? contactOf(call, handle) : undefined;
      return found === undefined
        ? { ok: false, members: [{ member, message: 'Contact not found.' }] }
        : { ok: true, value: found };
    });
    return contacts.ok ? register(call, order, contacts.value) : invalid(contacts.members);
  });
}

function register(call: VendorCall, order: Order, contacts: ReadContacts): SimulatorResponse {
  const { world, account, behaviour } = call;
  const { domainName, period, nameServers, isLocked, privacyEnabled, tldAttributes } = order;
  const unknown = unknownTrKeys(order);
  if (unknown.length > 0) return invalid(unknown);
  const applied = behaviour.orderSettings === 'applied';
  const { domain } = world.register({
    account: account.id,
    domain: domainName,
    years: period,
    contacts: contactsOf(contacts),
    nameservers: forWorld(nameServers),
    tldAttributes,
    locked: applied && isLocked === true,
    privacy: applied && privacyEnabled === true,
  });
  call.contacts.keep(domain.id, contacts);
  return json(toOrderReply(domain));
}

function unknownTrKeys({ domainName, tldAttributes }: Order): readonly InvalidMember[] {
  if (!/\.tr$/i.test(domainName)) return [];
  return Object.keys(tldAttributes)
    .filter((key) => !trKeys.includes(key))
    .map((key) => ({ member: `$.tldAttributes.${key}`, message: 'Invalid TLD attribute value.' }));
}
