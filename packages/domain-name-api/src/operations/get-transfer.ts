import {
  DomainNotFoundError,
  InvalidInputError,
  type CallContext,
  type Transfer,
  type TransferRequest,
} from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { fromTransferObject, transferObjectSchema } from '../mapping/transfer.js';
import { readInfo } from './read-info.js';

/** Reads how a transfer stands, from its domain: the interface has no published call of its own for that. */
export async function getTransfer(
  client: DomainNameApiClient,
  { domain, transferId }: TransferRequest,
  call: CallContext,
): Promise<Transfer> {
  if (transferId !== undefined) {
    const problem = 'is given, and Domain Name API does not number transfers';
    const cure = 'leave it out; the latest transfer of the domain is read';
    throw new InvalidInputError({
      ...call.origin,
      issues: [{ path: 'transferId', problem, cure }],
    });
  }
  const { value, drift } = await readInfo(client, domain, transferObjectSchema, call);
  const transfer = fromTransferObject(domain, value, drift);
  if (transfer !== undefined) return transfer;
  throw new DomainNotFoundError({
    ...call.origin,
    detail:
      'the domain is in this account, but the registrar shows no transfer of it; getDomain reads where it stands',
    causes: ['wrong_domain_state'],
  });
}
