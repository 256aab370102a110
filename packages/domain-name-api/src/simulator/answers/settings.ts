import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { forWorld } from '../own-nameservers.js';
import type { VendorCall } from '../vendor-call.js';
import { empty, json } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const domainSchema = z.object({ domainName: z.string().min(1) });
const nameserversSchema = domainSchema.extend({ nameServers: z.array(z.string()).min(1) });
const privacySchema = domainSchema.extend({ privacyStatus: z.boolean() });

export function answerNameservers(call: VendorCall): SimulatorResponse {
  return withBody(call, nameserversSchema, ({ domainName, nameServers }) => {
    call.world.setNameservers(call.account.id, domainName, forWorld(nameServers));
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
  return withBody(call, privacySchema, ({ domainName, privacyStatus }) => {
    call.world.setPrivacy(call.account.id, domainName, privacyStatus);
    return json({ success: true });
  });
}

function setLock(call: VendorCall, locked: boolean): SimulatorResponse {
  return withBody(call, domainSchema, ({ domainName }) => {
    call.world.setLock(call.account.id, domainName, locked);
    return empty(204);
  });
}
