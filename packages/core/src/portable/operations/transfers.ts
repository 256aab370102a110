import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { PagedList } from '../../operations/paging.js';
import type {
  CheckTransferInput,
  GetTransferInput,
  ListTransfersInput,
  Transfer,
  TransferCheck,
} from '../../operations/transfers.js';
import { domainField } from '../input-fields.js';
import { pagedList } from '../paged-list.js';
import type { PortableContext } from '../portable-context.js';
import { authCodeField } from '../secret-field.js';
import { pageRequest, searchField, tellGap } from './lists.js';

const checkSchema = z.strictObject({ domain: domainField, authCode: authCodeField.optional() });
const transferSchema = z
  .strictObject({
    domain: domainField,
    transferId: z.string().trim().min(1).max(100).optional(),
  })
  .transform(({ domain, transferId }) => ({ domain, transferId }));
const listSchema = z.strictObject({
  status: z.enum(['pending', 'done', 'failed']).optional(),
  search: searchField.optional(),
});

/** Asks whether a domain can be brought here. */
export async function checkTransfer(
  context: PortableContext,
  input: CheckTransferInput,
  options: CallOptions | undefined,
): Promise<TransferCheck> {
  const parsed = context.parse('checkTransfer', checkSchema, input);
  const { domain, authCode } = parsed;
  const checkTransfer = context.method('checkTransfer', domain);
  return context.read(
    'checkTransfer',
    options,
    (call) => checkTransfer({ domain, authCode }, call),
    domain,
  );
}

/** Reads how a transfer stands. */
export async function getTransfer(
  context: PortableContext,
  input: GetTransferInput,
  options: CallOptions | undefined,
): Promise<Transfer> {
  const request = context.parse('getTransfer', transferSchema, input);
  const getTransfer = context.method('getTransfer', request.domain);
  return context.read('getTransfer', options, (call) => getTransfer(request, call), request.domain);
}

/** Starts a failed transfer again. */
export async function resubmitTransfer(
  context: PortableContext,
  input: GetTransferInput,
  options: CallOptions | undefined,
): Promise<Transfer> {
  const request = context.parse('resubmitTransfer', transferSchema, input);
  const resubmitTransfer = context.method('resubmitTransfer', request.domain);
  return context.write(
    'resubmitTransfer',
    options,
    (call) => resubmitTransfer(request, asWrite(call)),
    request.domain,
  );
}

/** The transfers to this account; each page is a call of its own. */
export function listTransfers(
  context: PortableContext,
  input: ListTransfersInput,
  options: CallOptions | undefined,
): PagedList<Transfer> {
  return pagedList(
    async (cursor) => {
      const { status, search } = context.parse('listTransfers', listSchema, input);
      const listTransfers = context.method('listTransfers');
      const request = {
        ...pageRequest(context, 'listTransfers', cursor),
        ...(status === undefined ? {} : { status }),
        ...(search === undefined ? {} : { search }),
      };
      return context.read('listTransfers', options, (call) => listTransfers(request, call));
    },
    (row) => `${row.domain} ${row.transferId ?? ''}`,
    tellGap(context, 'listTransfers'),
  );
}
