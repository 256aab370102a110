import type { SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import { notInAccount } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { toOrderReply } from '../vendor-domain.js';
import { empty, json, refusal } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const bodySchema = z.object({ domainName: z.string().min(1), period: z.int() });
const checkSchema = bodySchema.partial({ period: true });

export function answerRenewal(call: VendorCall): SimulatorResponse {
  const { world, account } = call;
  return withBody(call, bodySchema, ({ domainName, period }) => {
    const { domain } = world.renew({ account: account.id, domain: domainName, years: period });
    return json({ domainName: domain.domain, ...toOrderReply(domain) });
  });
}

/** Whether a renewal would be refused. Of the answer nothing is public, so a "yes" says nothing. */
export function answerRenewalCheck(call: VendorCall): SimulatorResponse {
  const { world, account, behaviour } = call;
  return withBody(call, checkSchema, ({ domainName, period = 1 }) => {
    const row = world.find(domainName);
    if (row?.account !== account.id) return notInAccount();
    const { min, max } = world.tldOf(row.domain)?.renewalYears ?? { min: 0, max: 0 };
    if (period < min || period > max)
      return refusal(behaviour.refusalForm, 'Price definition not found.');
    if (!['active', 'expired', 'on_hold'].includes(row.status))
      return refusal(
        behaviour.refusalForm,
        'The status of the domain does not permit this operation.',
        409,
      );
    return empty(204);
  });
}
