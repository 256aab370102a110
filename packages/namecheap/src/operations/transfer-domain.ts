import type { CallContext, Receipt, TransferOrder } from '@registrar-kit/core';
import { xmlBoolean } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { usdAmount } from '../mapping/namecheap-amount.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { deniedOrder } from './denied-order.js';
import { orderNumber } from './order-number.js';

/** Sends the order once. https://www.namecheap.com/support/api/methods/domains-transfer/create/ */
export async function transferDomain(
  client: NamecheapClient,
  order: TransferOrder,
  call: CallContext,
): Promise<Receipt> {
  const { domain, contacts, privacy } = order;
  const authCode = order.authCode.reveal();
  const EPPCode = `base64:${Buffer.from(authCode, 'utf8').toString('base64')}`;
  return client.send(
    'namecheap.domains.transfer.create',
    {
      DomainName: domain,
      // The only number that there is.
      Years: '1',
      // Special characters are taken in this form only, and the others in this form, too.
      EPPCode,
      // Free, and always stated: without the subscription, privacy could not be switched on later.
      AddFreeWhoisguard: 'yes',
      WGenable: privacy === undefined ? undefined : privacy ? 'yes' : 'no',
    },
    (reply) => ({
      ...toReceipt(reply),
      // The command takes no contacts.
      ...(contacts === undefined ? {} : { unset: ['contacts'] }),
    }),
    call,
    { personal: [authCode, EPPCode] },
  );
}

const replySchema = z.object({ Transfer: xmlBoolean });
const detailSchema = z.object({ ChargedAmount: usdAmount, TransferID: orderNumber });

function toReceipt(reply: NamecheapReply): Receipt {
  const result = reply.result('DomainTransferCreateResult');
  const { Transfer } = reply.required(result, replySchema);
  const { ChargedAmount: charged, TransferID: vendorRef } = reply.optional(result, detailSchema);
  if (!Transfer) {
    const taken = vendorRef !== undefined;
    throw deniedOrder(reply, { otherwise: 'the transfer is not ordered', charged, taken });
  }
  return { status: 'pending', ...withoutUndefined({ charged, vendorRef }) };
}
