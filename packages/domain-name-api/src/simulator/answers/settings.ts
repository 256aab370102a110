import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { empty, invalid, json } from '../vendor-reply.js';

const nameserversSchema = z.object({
  domainName: z.string(),
  nameServers: z.array(z.string()).min(1),
});
const domainSchema = z.object({ domainName: z.string() });
const privacySchema = z.object({ domainName: z.string(), privacyStatus: z.boolean() });

export function answerNameservers(call: VendorCall): SimulatorResponse {
  return answered(call, nameserversSchema, '$.nameServers', ({ domainName, nameServers }) => {
    call.world.setNameservers(call.account.id, domainName, nameServers);
    return empty(204);
  });
}

/** The state is in the path; a `lockStatus` in the body is ignored, whatever it says. */
export function answerLock(call: VendorCall): SimulatorResponse {
  return setLock(call, true);
}

export function answerUnlock(call: VendorCall): SimulatorResponse {
  return setLock(call, false);
}

export function answerPrivacy(call: VendorCall): SimulatorResponse {
  return answered(call, privacySchema, '$.privacyStatus', ({ domainName, privacyStatus }) => {
    call.world.setPrivacy(call.account.id, domainName, privacyStatus);
    return json({ success: true });
  });
}

function setLock(call: VendorCall, locked: boolean): SimulatorResponse {
  return answered(call, domainSchema, '$.domainName', ({ domainName }) => {
    call.world.setLock(call.account.id, domainName, locked);
    return empty(204);
  });
}

function answered<Schema extends z.ZodType>(
  { body, behaviour }: VendorCall,
  schema: Schema,
  member: string,
  work: (body: z.output<Schema>) => SimulatorResponse,
): SimulatorResponse {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    return invalid([{ member, message: 'The JSON value could not be converted.' }]);
  return answering(behaviour.refusalForm, () => work(parsed.data));
}
