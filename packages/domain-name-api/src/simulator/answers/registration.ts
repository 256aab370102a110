import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { readContacts } from '../vendor-contacts.js';
import { toOrderReply } from '../vendor-domain.js';
import { invalid, json } from '../vendor-reply.js';

const bodySchema = z.object({
  domainName: z.string().min(1),
  period: z.int(),
  nameServers: z.array(z.string()),
  isLocked: z.boolean().optional(),
  privacyEnabled: z.boolean().optional(),
  contacts: z.array(z.unknown()),
  tldAttributes: z.record(z.string(), z.string()),
});

/** Registers and answers with next to nothing. */
export function answerRegistration({
  world,
  account,
  body,
  behaviour,
}: VendorCall): SimulatorResponse {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return invalid(
      parsed.error.issues.map(({ path }) => ({
        member: ['$', ...path.map(String)].join('.'),
        message: 'The JSON value could not be converted.',
      })),
    );
  }
  const { domainName, period, nameServers, isLocked, privacyEnabled, tldAttributes } = parsed.data;
  const contacts = readContacts(parsed.data.contacts);
  if (!contacts.ok) return invalid(contacts.members);
  const applied = behaviour.orderSettings === 'applied';
  return answering(behaviour.refusalForm, () => {
    const { domain } = world.register({
      account: account.id,
      domain: domainName,
      years: period,
      contacts: contacts.contacts,
      nameservers: nameServers,
      tldAttributes,
      locked: applied && isLocked === true,
      privacy: applied && privacyEnabled === true,
    });
    return json(toOrderReply(domain));
  });
}
