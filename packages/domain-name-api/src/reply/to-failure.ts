import type { RegistrarError } from '@registrar-kit/core';
import { emitDrift, type VendorReply } from '@registrar-kit/provider-kit';
import { httpStatuses } from '../domain-name-api-errors.js';
import type { FaultRow } from '../faults/fault-row.js';
import type { ErrorBody } from './error-body.js';
import { findFault } from './find-fault.js';
import type { ReplyContext } from './reply-context.js';
import { toRegistrarError } from './to-registrar-error.js';

const notFoundElsewhere: FaultRow = {
  meaning: 'other_not_found',
  says: 'it was not found',
  certainty: 'assumed',
  source: 'no row of the table: a 404 that is not about a domain',
};

/** The error of a failure that the vendor reported. @param meantStatus - the status that a redirect to a login page stands for */
export function toFailure(
  reply: VendorReply,
  body: ErrorBody | undefined,
  context: ReplyContext,
  meantStatus = reply.status,
): RegistrarError {
  const { call, target, redact, aboutDomain } = context;
  const { row, unknownCode } = findFault(meantStatus, body, call.origin.operation);
  if (unknownCode && body?.code !== undefined) {
    const note = 'is not in the error table';
    emitDrift(call, { target, path: 'error.code', note, sample: body.code }, redact);
  }
  // A plain 404 about something else must not be taken for a missing domain.
  const meant = row === httpStatuses[404] && !aboutDomain ? notFoundElsewhere : row;
  return toRegistrarError(meant, body, reply, context);
}
