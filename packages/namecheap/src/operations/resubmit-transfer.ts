import {
  asRead,
  ProviderError,
  type CallContext,
  type Transfer,
  type TransferRequest,
} from '@registrar-kit/core';
import { readBack } from '@registrar-kit/provider-kit';
import type { NamecheapClient } from '../namecheap-client.js';
import { assertDone } from './assert-done.js';
import { getTransfer } from './get-transfer.js';

/**
 * Submits a transfer again, then reads how it stands. It is looked up first: the command takes a number only, and the wrong one
 * would restart the transfer of another domain.
 *
 * https://www.namecheap.com/support/api/methods/domains-transfer/update-status/
 */
export async function resubmitTransfer(
  client: NamecheapClient,
  request: TransferRequest,
  call: CallContext,
): Promise<Transfer> {
  const { transferId } = await getTransfer(client, request, asRead(call));
  if (transferId === undefined) {
    const detail = 'Namecheap lists the transfer without its number; submit it again in the panel';
    throw new ProviderError({ ...call.origin, detail });
  }
  await client.send(
    'namecheap.domains.transfer.updateStatus',
    { TransferID: transferId, Resubmit: 'true' },
    (reply) => {
      assertDone(reply, {
        result: 'DomainTransferUpdateStatusResult',
        flag: 'Resubmit',
        otherwise: 'the transfer is not submitted again',
      });
    },
    call,
  );
  return readBack(call, 'applied', (read) => getTransfer(client, { ...request, transferId }, read));
}
