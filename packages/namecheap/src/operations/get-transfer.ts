import {
  DomainNotFoundError,
  InvalidInputError,
  type CallContext,
  type DomainName,
  type Transfer,
  type TransferRequest,
} from '@registrar-kit/core';
import * as z from 'zod';
import type { NamecheapClient } from '../namecheap-client.js';
import type { NamecheapReply } from '../reply/namecheap-reply.js';
import { namecheapDate } from '../mapping/namecheap-date.js';
import { withoutUndefined } from '../mapping/without-undefined.js';
import { readTransfers } from './list-transfers.js';
import { toTransferStanding, type TransferStanding } from './transfer-status.js';

/**
 * One transfer: by its number, or the latest of the domain.
 *
 * The command for a number names no domain, so the list has to confirm that the number belongs to this one; it also knows the
 * dates and tells the meanings of a number apart.
 */
export async function getTransfer(
  client: NamecheapClient,
  { domain, transferId }: TransferRequest,
  call: CallContext,
): Promise<Transfer> {
  if (transferId === undefined) return latestTransfer(client, domain, call);
  assertNumber(transferId, call);
  const now = await readStatus(client, transferId, call);
  const listed = await findTransfer(client, domain, call, (rows) =>
    rows.find((row) => row.transferId === transferId),
  );
  if (listed === undefined) {
    throw new DomainNotFoundError({
      ...call.origin,
      detail: `Namecheap has a transfer ${transferId}, but does not list it for this domain; take the number from listTransfers`,
    });
  }
  return now.status === 'unknown' ? listed : { ...withoutStanding(listed), ...now };
}

/** The latest by its date; the numbers grow, so that they decide within a day. */
async function latestTransfer(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
): Promise<Transfer> {
  const latest = await findTransfer(client, domain, call, (rows) => [...rows].sort(byAge).at(-1));
  if (latest !== undefined) return latest;
  throw new DomainNotFoundError({
    ...call.origin,
    detail: 'Namecheap lists no transfer of this domain to the account',
  });
}

function byAge(left: Transfer, right: Transfer): number {
  const dates = (left.startedOn ?? '').localeCompare(right.startedOn ?? '');
  return dates === 0 ? Number(left.transferId ?? 0) - Number(right.transferId ?? 0) : dates;
}

/** https://www.namecheap.com/support/api/methods/domains-transfer/get-list/ */
const longestSearch = 70;

/** Looks through the transfers of exactly this name, the latest first; the vendor finds all names that contain it. */
async function findTransfer(
  client: NamecheapClient,
  domain: DomainName,
  call: CallContext,
  choose: (rows: readonly Transfer[]) => Transfer | undefined,
): Promise<Transfer | undefined> {
  const search = domain.slice(0, longestSearch);
  let cursor: string | undefined;
  do {
    const request = { search, ...withoutUndefined({ cursor }) };
    const page = await readTransfers(client, request, 'TRANSFERDATE_DESC', call);
    const found = choose(page.items.filter((row) => row.domain === domain));
    if (found !== undefined) return found;
    cursor = page.next;
  } while (cursor !== undefined);
  return undefined;
}

/** Namecheap answers anything but a number with a fault of its own. */
function assertNumber(transferId: string, call: CallContext): void {
  if (/^\d{1,10}$/.test(transferId)) return;
  throw new InvalidInputError({
    ...call.origin,
    issues: [
      {
        path: 'transferId',
        problem: 'is not a number of a transfer',
        cure: 'take the number from listTransfers, or leave it out for the latest transfer',
      },
    ],
  });
}

const replySchema = z.object({ StatusID: z.string().min(1) });
const detailSchema = z.object({
  Status: z.string(),
  StatusDate: namecheapDate,
  TransferOrderDate: namecheapDate,
});

type Reading = TransferStanding & Pick<Transfer, 'startedOn' | 'changedOn'>;

/** https://www.namecheap.com/support/api/methods/domains-transfer/get-status/ */
function readStatus(
  client: NamecheapClient,
  transferId: string,
  call: CallContext,
): Promise<Reading> {
  return client.send(
    'namecheap.domains.transfer.getStatus',
    { TransferID: transferId },
    toReading,
    call,
  );
}

function toReading(reply: NamecheapReply): Reading {
  const result = reply.result('DomainTransferGetStatusResult');
  const { StatusID } = reply.required(result, replySchema);
  const { Status, StatusDate, TransferOrderDate } = reply.optional(result, detailSchema);
  return {
    ...toTransferStanding({ StatusID, Status }, result.name, reply),
    ...withoutUndefined({ startedOn: TransferOrderDate, changedOn: StatusDate }),
  };
}

/** How it stood when it was listed must not show through what was just read. */
function withoutStanding({ domain, transferId, startedOn, changedOn }: Transfer) {
  return { domain, ...withoutUndefined({ transferId, startedOn, changedOn }) };
}
