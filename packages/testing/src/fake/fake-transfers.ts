import {
  parseCalendarDate,
  type ListTransfersInput,
  type Transfer,
  type TransferCause,
  type TransferRequest,
} from '@registrar-kit/core';
import { refuse } from '../world/world-refusal.js';
import type { TransferStage, WorldTransfer } from '../world/world-transfer.js';
import type { FakeDesk } from './fake-desk.js';
import { withoutMissing } from './fake-gate.js';
import type { FakeOperations } from './fake-operation.js';
import { readPage } from './fake-page.js';
import { obstacleReasons } from './obstacle-reasons.js';

/** Transfers of domains here and away. `transferDomain` is among the orders. */
export const fakeTransfers: FakeOperations<
  | 'checkTransfer'
  | 'getTransfer'
  | 'listTransfers'
  | 'resubmitTransfer'
  | 'cancelTransfer'
  | 'approveTransferOut'
  | 'rejectTransferOut'
> = {
  checkTransfer: ({ domain, authCode }, { world, account }) => {
    const code = authCode === undefined ? {} : { authCode: authCode.reveal() };
    const check = world.transfers.check({ account, domain, ...code });
    const { obstacle, authCodeRequired, authCodeValid, locked } = check;
    // A code that was not given is not judged.
    const transferable =
      obstacle === undefined || (authCode === undefined && obstacle === 'auth_code_missing');
    return {
      domain,
      transferable,
      authCodeRequired,
      ...(authCodeValid === undefined ? {} : { authCodeValid }),
      locked,
      ...(transferable ? {} : { reason: obstacleReasons[obstacle] }),
    };
  },

  getTransfer: (request, desk) => toTransfer(orderedTransfer(request, desk)),

  listTransfers: ({ cursor, status, search = '' }, { world, account }, { call, missing }) => {
    const stage = status === undefined ? {} : { stage: stagesOf[status] };
    const page = readPage(cursor, rowsPerPage, call, (part) =>
      world.transfers.list(account, { search, ...stage, ...part }),
    );
    const rows = withoutMissing(page.items, missing, (row) => row.domain);
    return { ...page, items: rows.map(toTransfer) };
  },

  resubmitTransfer: (request, desk) => {
    const { id } = orderedTransfer(request, desk);
    return toTransfer(desk.world.transfers.resubmit(desk.account, id));
  },

  cancelTransfer: (domain, { world, account }) => {
    world.transfers.cancel(account, domain);
  },

  approveTransferOut: (domain, { world, account }) => {
    world.transfersOut.approve(account, domain);
  },

  rejectTransferOut: (domain, { world, account }) => {
    world.transfersOut.reject(account, domain);
  },
};

const rowsPerPage = 100;

const stagesOf: Record<NonNullable<ListTransfersInput['status']>, readonly TransferStage[]> = {
  pending: ['waiting_auth_code', 'submitted', 'waiting_approval'],
  done: ['done'],
  failed: ['failed', 'cancelled'],
};

/** What each stage is to a caller; its own cause where the world names none. */
const standings: Record<
  TransferStage,
  { readonly status: Transfer['status']; readonly cause?: TransferCause }
> = {
  waiting_auth_code: { status: 'needs_action', cause: 'auth_code_missing' },
  submitted: { status: 'pending' },
  waiting_approval: { status: 'needs_action', cause: 'approval_missing' },
  done: { status: 'done' },
  failed: { status: 'failed', cause: 'other' },
  cancelled: { status: 'failed', cause: 'cancelled' },
};

/** The transfer with a number, or the latest of the domain. @throws WorldRefusal `transfer_not_found` */
function orderedTransfer(
  { domain, transferId }: TransferRequest,
  { world, account }: FakeDesk,
): WorldTransfer {
  const found =
    transferId === undefined
      ? world.transfers.latest(account, domain)
      : world.transfers.find(Number(transferId));
  if (found?.account === account && found.domain === domain) return found;
  return refuse({ kind: 'transfer_not_found', transfer: transferId ?? domain });
}

function toTransfer(transfer: WorldTransfer): Transfer {
  const { id, domain, stage, startedAt, changedAt } = transfer;
  const { status, cause: usual } = standings[stage];
  const cause = transfer.cause ?? usual;
  return {
    domain,
    transferId: String(id),
    status,
    ...(cause === undefined ? {} : { cause }),
    vendorStatus: stage,
    startedOn: parseCalendarDate(startedAt.slice(0, 10)),
    changedOn: parseCalendarDate(changedAt.slice(0, 10)),
  };
}
