import type { CallContext, Receipt, RenewalOrder } from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../mapping/namecheap-amount.js';
import { namecheapDate } from '../mapping/namecheap-date.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { deniedOrder } from './denied-order.js';
import { orderNumber } from './order-number.js';

/** Sends the order once. https://www.namecheap.com/support/api/methods/domains/renew/ */
export function renewDomain(
  client: NamecheapClient,
  { domain, years, reading }: RenewalOrder,
  call: CallContext,
): Promise<Receipt> {
  const parameters = {
    DomainName: domain,
    Years: String(years),
    ...(reading.premium
      ? {
          IsPremiumDomain: 'true',
          PremiumPrice: reading.availability?.premium?.renewal?.amount,
        }
      : {}),
  };
  return client.send('namecheap.domains.renew', parameters, toReceipt, call);
}

const replySchema = z.object({ Renew: xmlBoolean });
const detailSchema = z.object({ ChargedAmount: usdAmount, OrderID: orderNumber });
const dateSchema = z.object({ ExpiredDate: namecheapDate });

function toReceipt(reply: NamecheapReply): Receipt {
  const result = reply.result('DomainRenewResult');
  const { Renew } = reply.required(result, replySchema);
  const { ChargedAmount: charged, OrderID: vendorRef } = reply.optional(result, detailSchema);
  if (!Renew) throw deniedOrder(reply, { otherwise: 'the domain is not renewed', charged });
  const { ExpiredDate: expiresOn } = reply.optional(result.child('DomainDetails'), dateSchema);
  return { status: 'done', ...withoutUndefined({ charged, vendorRef, expiresOn }) };
}
