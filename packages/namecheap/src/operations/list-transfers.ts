import {
  readDomainName,
  type CallContext,
  type ListTransfersInput,
  type Page,
  type PageRequest,
  type Transfer,
} from '@registrar-kit/core';
import type { XmlElement } from '@registrar-kit/provider-kit';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { rowSchema } from '../reply/row-schema.js';
import { namecheapDate } from '../mapping/namecheap-date.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { orderNumber } from './order-number.js';
import { pageOf, pageSize, readPaging } from './read-paging.js';
import { toTransferStanding } from './transfer-status.js';

/**
 * Namecheap's own filter: a transfer that waits for somebody is in progress to it, and one that was stopped at the registry
 * can be, too, since it may be submitted again.
 */
const listTypes = {
  pending: 'INPROGRESS',
  done: 'COMPLETED',
  failed: 'CANCELLED',
} as const satisfies Record<NonNullable<ListTransfersInput['status']>, string>;

type SortBy = 'TRANSFERDATE' | 'TRANSFERDATE_DESC';

/** The oldest first, so that a transfer which is ordered meanwhile moves none to another page. */
export function listTransfers(
  client: NamecheapClient,
  request: PageRequest & ListTransfersInput,
  call: CallContext,
): Promise<Page<Transfer>> {
  return readTransfers(client, request, 'TRANSFERDATE', call);
}

/** https://www.namecheap.com/support/api/methods/domains-transfer/get-list/ */
export async function readTransfers(
  client: NamecheapClient,
  { cursor, status, search }: PageRequest & ListTransfersInput,
  order: SortBy,
  call: CallContext,
): Promise<Page<Transfer>> {
  const page = pageOf(cursor, call);
  return client.send(
    'namecheap.domains.transfer.getList',
    {
      ListType: status === undefined ? 'ALL' : listTypes[status],
      SearchTerm: search,
      Page: String(page),
      PageSize: String(pageSize),
      SortBy: order,
    },
    (reply) => toPage(reply, page),
    call,
  );
}

function toPage(reply: NamecheapReply, page: number): Page<Transfer> {
  const rows = reply.result('TransferGetListResult').children('Transfer');
  return {
    items: rows.flatMap((row, index) => toTransfer(row, `Transfer[${index}]`, reply) ?? []),
    ...readPaging(reply, page, rows.length),
  };
}

const transferRow = rowSchema(
  { DomainName: z.string().min(1) },
  {
    // Live answers call it by the first name, the documentation by the second.
    ID: orderNumber,
    TransferID: orderNumber,
    StatusID: z.string(),
    Status: z.string(),
    StatusDescription: z.string(),
    TransferDate: namecheapDate,
    StatusDate: namecheapDate,
  },
);

function toTransfer(
  element: XmlElement,
  path: string,
  reply: NamecheapReply,
): Transfer | undefined {
  const row = reply.row(element, transferRow, path);
  if (row === undefined) return undefined;
  const reading = readDomainName(row.DomainName);
  if (!reading.ok) {
    reply.drift(`${path}.DomainName`, 'is not a domain name', row.DomainName);
    return undefined;
  }
  return {
    domain: reading.domain,
    ...toTransferStanding(row, path, reply),
    ...withoutUndefined({
      transferId: row.ID ?? row.TransferID,
      startedOn: row.TransferDate,
      changedOn: row.StatusDate,
    }),
  };
}
