import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import type { VendorCall } from '../vendor-call.js';
import { toVendorDomain, toWorldServers } from '../vendor-domain.js';
import { json } from '../vendor-reply.js';
import { answerDomain } from './domains.js';

const serversSchema = z.object({ servers: z.array(z.string()) });
const switchesSchema = z
  .object({ transferLock: z.boolean(), shield: z.boolean(), autoRenewal: z.boolean() })
  .partial();

export function answerServers({ world, account, domain, body }: VendorCall): SimulatorResponse {
  const servers = toWorldServers(serversSchema.parse(body).servers);
  return json(toVendorDomain(world.setNameservers(account.id, domain, servers)));
}

export function answerServersReset({ world, account, domain }: VendorCall): SimulatorResponse {
  return json(toVendorDomain(world.setNameservers(account.id, domain, [])));
}

export function answerSwitches(call: VendorCall): SimulatorResponse {
  const { world, account, domain, body } = call;
  const { transferLock, shield, autoRenewal } = switchesSchema.parse(body);
  if (transferLock !== undefined) world.setLock(account.id, domain, transferLock);
  if (shield !== undefined) world.setPrivacy(account.id, domain, shield);
  if (autoRenewal !== undefined) world.setAutoRenew(account.id, domain, autoRenewal);
  return answerDomain(call);
}
