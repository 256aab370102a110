import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { toOrderReply } from '../vendor-domain.js';
import { invalid, json } from '../vendor-reply.js';

const bodySchema = z.object({ domainName: z.string().min(1), period: z.int() });

export function answerRenewal({ world, account, body, behaviour }: VendorCall): SimulatorResponse {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) {
    return invalid([{ member: '$.period', message: 'The JSON value could not be converted.' }]);
  }
  const { domainName, period } = parsed.data;
  return answering(behaviour.refusalForm, () => {
    const { domain } = world.renew({ account: account.id, domain: domainName, years: period });
    return json({ domainName: domain.domain, ...toOrderReply(domain) });
  });
}
