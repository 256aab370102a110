import type { CallContext, Receipt, RestoreOrder } from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../mapping/namecheap-amount.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { deniedOrder } from './denied-order.js';
import { orderNumber } from './order-number.js';

/**
 * Sends the order once. Years are not added to it: the vendor's own module does without, and they would have a price of their
 * own.
 *
 * https://www.namecheap.com/support/api/methods/domains/reactivate/
 */
export function restoreDomain(
  client: NamecheapClient,
  { domain, reading }: RestoreOrder,
  call: CallContext,
): Promise<Receipt> {
  const parameters = {
    DomainName: domain,
    ...(reading.premium
      ? { IsPremiumDomain: 'true', PremiumPrice: reading.availability?.premium?.restore?.amount }
      : {}),
  };
  return client.send('namecheap.domains.reactivate', parameters, toReceipt, call);
}

const replySchema = z.object({ IsSuccess: xmlBoolean });
const detailSchema = z.object({ ChargedAmount: usdAmount, OrderID: orderNumber });

function toReceipt(reply: NamecheapReply): Receipt {
  const result = reply.result('DomainReactivateResult');
  const { IsSuccess } = reply.required(result, replySchema);
  const { ChargedAmount: charged, OrderID: vendorRef } = reply.optional(result, detailSchema);
  if (!IsSuccess) throw deniedOrder(reply, { otherwise: 'the domain is not reactivated', charged });
  return { status: 'done', ...withoutUndefined({ charged, vendorRef }) };
}
