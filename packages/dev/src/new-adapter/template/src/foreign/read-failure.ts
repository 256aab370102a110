import {
  isRegistrarError,
  type AnyRegistrarError,
  type FailureReading,
  type ForeignFailure,
} from '@registrar-kit/core';
import {
  foreignCall,
  foreignRedactor,
  oddCredentials,
  readForeignRequest,
  readJsonReply,
  type FaultContext,
} from '@registrar-kit/provider-kit';
import * as z from 'zod';
import { refusalIn } from '../reply/refusal-in.js';
import { environmentOfHost } from '../template-names-evidence.js';

/** Reads a failure of another program with the reader of our own replies. Sends nothing. */
export function readTemplateNamesFailure(failure: ForeignFailure): Promise<FailureReading> {
  const { request, status, headers = {}, body = '' } = failure;
  const sent = request === undefined ? undefined : readForeignRequest(request);
  const token = sent?.headers.get('x-token');
  const account = sent?.headers.get('x-account');
  const environment = environmentOfHost(sent?.url?.hostname);
  const redact = foreignRedactor(sent, [token]);
  const evidence = {
    credentials: [
      ...oddCredentials('X-Account', account, { kind: 'account_id' }),
      ...oddCredentials('X-Token', token, { kind: 'key' }),
    ],
  };
  const call = foreignCall('template-names', environment, onlyReads(sent) ? 'read' : 'never');
  const reply = {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body,
  };
  const target = sent === undefined ? undefined : `${sent.method} ${sent.url?.pathname ?? ''}`;
  const error = errorIn({ call, reply, redact, evidence, now: Date.now() }, target ?? '');
  return Promise.resolve({ environment, target, error, evidence, redact });
}

/** Whether a request changes nothing. Where the vendor reads by other methods too, tell it by the path. */
function onlyReads(sent: ReturnType<typeof readForeignRequest> | undefined): boolean {
  return sent === undefined || sent.method === 'GET';
}

function errorIn(context: FaultContext, target: string): AnyRegistrarError | undefined {
  const refusal = refusalIn(context, target);
  if (refusal !== undefined) return refusal;
  try {
    readJsonReply(context.reply, z.unknown(), { ...context, target, confidential: true });
    return undefined;
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
}
