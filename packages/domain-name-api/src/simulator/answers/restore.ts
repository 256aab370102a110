import { isWorldRefusal, type SimulatorResponse } from '@registrar-kit/testing';
import * as z from 'zod';
import type { VendorCall } from '../vendor-call.js';
import { empty, json, refusal } from '../vendor-reply.js';
import { withBody } from './with-body.js';

const bodySchema = z.object({ domainName: z.string().min(1) });

/** Restores a domain and says nothing about it. */
export function answerRestore(call: VendorCall): SimulatorResponse {
  const { world, account, behaviour } = call;
  return withBody(call, bodySchema, ({ domainName: domain }) => {
    try {
      world.restore({ account: account.id, domain });
    } catch (error) {
      if (!isWorldRefusal(error, 'wrong_status')) throw error;
      return refusal(behaviour.refusalForm, 'Domain is not in redemption.', 400);
    }
    return behaviour.restoreReply === 'null' ? json(null) : empty(200);
  });
}
