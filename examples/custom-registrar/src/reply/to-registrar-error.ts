import type { AnyRegistrarError } from '@registrar-kit/core';
import {
  assumed,
  emitDrift,
  errorOfFault,
  errorOfStrayReply,
  type FaultContext,
  type FaultRow,
} from '@registrar-kit/provider-kit';
import { harbourNamesCodes, harbourNamesStatuses } from '../harbour-names-errors.js';
import { readFaultBody } from './read-fault-body.js';

const unclassified = assumed('unclassified', 'the request was refused', 'no row of the table');

/** The error of a reply that is no success: its code decides before the HTTP status. */
export function toRegistrarError(context: FaultContext, target: string): AnyRegistrarError {
  const stray = errorOfStrayReply(context);
  if (stray !== undefined) return stray;
  const { call, reply, redact } = context;
  const body = readFaultBody(reply.body);
  const { code } = body;
  const known = code !== undefined && Object.hasOwn(harbourNamesCodes, code);
  if (code !== undefined && !known) {
    const note = 'is not in the error table';
    emitDrift(call, { target, path: 'error.code', note, sample: code }, redact);
  }
  const byCode = known ? harbourNamesCodes[code] : undefined;
  return errorOfFault(byCode ?? rowOfStatus(reply.status, code), { ...context, ...body });
}

/** An unknown code says that the request was understood, so only the doors and a breakdown are told by the status then. */
function rowOfStatus(status: number, code: string | undefined): FaultRow {
  const tellsMore = status === 401 || status === 403 || status === 429 || status >= 500;
  if (code !== undefined && !tellsMore) return unclassified;
  const breakdown = status >= 500 ? harbourNamesStatuses[500] : undefined;
  return harbourNamesStatuses[status] ?? breakdown ?? unclassified;
}
