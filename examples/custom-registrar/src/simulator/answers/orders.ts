import type { ContactSet } from '@registrar-kit/core';
import type { LedgerEntry, SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { fromMinorUnits, minorUnitsSchema, toMinorUnits } from '../../mapping/minor-units.js';
import type { VendorCall } from '../vendor-call.js';
import { sentContactsSchema, toWorldContacts } from '../vendor-contacts.js';
import { toWorldServers } from '../vendor-domain.js';
import { json, refusal } from '../vendor-reply.js';

const common = { name: z.string(), years: z.int(), accept: minorUnitsSchema };
const orderSchema = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('registration'),
    contacts: sentContactsSchema,
    extras: z.record(z.string(), z.string()),
    servers: z.array(z.string()).default([]),
    transferLock: z.boolean().default(false),
    shield: z.boolean().default(false),
  }),
  z.object({ ...common, kind: z.literal('renewal') }),
  z.object({ ...common, kind: z.literal('rescue') }),
]);

type Order = z.output<typeof orderSchema>;

/** Takes an order at the price that it accepts. A registration is queued, everything else is carried out at once. */
export function answerOrder(call: VendorCall): SimulatorResponse {
  const order = orderSchema.safeParse(call.body);
  if (!order.success) {
    const [issue] = order.error.issues;
    return refusal(422, 'HN-201', 'The order is not complete.', issue?.path.map(String).join('.'));
  }
  return order.data.kind === 'registration' ? register(call, order.data) : extend(call, order.data);
}

function register(
  { world, account }: VendorCall,
  order: Extract<Order, { readonly kind: 'registration' }>,
): SimulatorResponse {
  const { name, years, contacts, extras, servers, transferLock, shield, accept } = order;
  const tld = world.tldOf(name);
  const lockMissing = transferLock && tld?.supportsLock === false;
  const shieldMissing = shield && tld?.supportsPrivacy === false;
  const { entry } = world.register({
    account: account.id,
    domain: name,
    years,
    contacts: toWorldContacts(contacts) as ContactSet,
    nameservers: toWorldServers(servers),
    tldAttributes: extras,
    locked: transferLock && !lockMissing,
    privacy: shield && !shieldMissing,
    acceptedTotal: fromMinorUnits(accept),
  });
  const ignored = [...(lockMissing ? ['transferLock'] : []), ...(shieldMissing ? ['shield'] : [])];
  return placed(entry, { state: 'queued', ignored }, 202);
}

function extend(
  { world, account }: VendorCall,
  { kind, name: domain, years, accept }: Order,
): SimulatorResponse {
  const order = { account: account.id, domain, acceptedTotal: fromMinorUnits(accept) };
  const { entry } = kind === 'renewal' ? world.renew({ ...order, years }) : world.restore(order);
  return placed(entry, { state: 'completed' });
}

function placed({ id, domain, amount }: LedgerEntry, how: object, status = 200): SimulatorResponse {
  return json(
    { order: `HN-${String(id)}`, name: domain, charged: toMinorUnits(amount), ...how },
    status,
  );
}
