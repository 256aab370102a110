import {
  isZeroMoney,
  type CallContext,
  type Receipt,
  type RestoreOrder,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../values/namecheap-amount.js';
import { withoutUndefined } from '../values/without-undefined.js';
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
  if (!IsSuccess) {
    const paid = charged !== undefined && !isZeroMoney(charged);
    throw reply.refused(
      'Namecheap answered OK and that the domain is not reactivated',
      paid ? 'unknown' : 'none',
    );
  }
  return { status: 'done', ...withoutUndefined({ charged, vendorRef }) };
}
