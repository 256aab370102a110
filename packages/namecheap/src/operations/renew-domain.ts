import {
  isZeroMoney,
  type CallContext,
  type Receipt,
  type RenewalOrder,
} from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../values/namecheap-amount.js';
import { namecheapDate } from '../values/namecheap-date.js';
import { withoutUndefined } from '../values/without-undefined.js';
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
  if (!Renew) {
    const paid = charged !== undefined && !isZeroMoney(charged);
    throw reply.refused(
      'Namecheap answered OK and that the domain is not renewed',
      paid ? 'unknown' : 'none',
    );
  }
  const { ExpiredDate: expiresOn } = reply.optional(result.child('DomainDetails'), dateSchema);
  return { status: 'done', ...withoutUndefined({ charged, vendorRef, expiresOn }) };
}
