import {
  isRegistrarError,
  type AnyRegistrarError,
  type FailureReading,
  type ForeignFailure,
} from '@registrar-kit/core';
import { foreignCall, foreignRedactor, type VendorReply } from '@registrar-kit/provider-kit';
import { resellerIdPattern } from '../domain-name-api-credentials.js';
import { readJson } from '../reply/read-json.js';
import type { ReplyContext } from '../reply/reply-context.js';
import { toRefusal } from '../reply/to-refusal.js';
import { evidenceOfCall } from './evidence-of-call.js';
import { readForeignCall, type ForeignApiCall } from './read-foreign-call.js';

/** Calls that only read although they are no GET. */
const searches: readonly string[] = [
  'domains/search',
  'domains/bulk-search',
  'domains/transfers/check',
];
const aboutADomain = /^domains\/(?!search|bulk-search)/;

/** Reads a failure of another program with the reader of our own replies. */
export function readDomainNameApiFailure(failure: ForeignFailure): Promise<FailureReading> {
  const { request, status, headers = {}, body = '' } = failure;
  const sent = request === undefined ? undefined : readForeignCall(request);
  const { environment, path = '' } = sent ?? {};
  const method = sent?.request.method ?? '';
  const credentials = [
    sent?.headers.key,
    ...(sent?.elsewhere ?? []).filter(({ kind }) => kind === 'key').map(({ value }) => value),
    // What is no Reseller ID in its place may be a key, or a person's address.
    ...accountsOf(sent).filter((value) => !resellerIdPattern.test(value)),
  ];
  const evidence = evidenceOfCall(sent);
  const redact = foreignRedactor(sent?.request, credentials);
  const reads = method === 'GET' || searches.includes(path);
  const target = `${method} ${path}`.trim();
  const context: ReplyContext = {
    call: foreignCall(
      'domain-name-api',
      environment,
      sent === undefined || reads ? 'read' : 'never',
    ),
    target,
    aboutDomain: aboutADomain.test(path),
    endpoint: sent?.request.url?.pathname.startsWith('/api-bulk/') === true ? '/api-bulk' : '/api',
    redact,
    evidence: () => evidence,
    now: Date.now(),
  };
  const reply: VendorReply = {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]),
    ),
    body,
  };
  return Promise.resolve({
    environment,
    target: target === '' ? undefined : target,
    error: errorIn(reply, context),
    evidence,
    redact,
  });
}

function errorIn(reply: VendorReply, context: ReplyContext): AnyRegistrarError | undefined {
  if (reply.status < 200 || reply.status > 299)
    return toRefusal(reply, context) as AnyRegistrarError;
  // Success needs no body here.
  if (reply.body.trim() === '') return undefined;
  try {
    readJson(reply, context);
    return undefined;
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
}

function accountsOf(sent: ForeignApiCall | undefined): string[] {
  const elsewhere = (sent?.elsewhere ?? []).filter(({ kind }) => kind === 'account_id');
  return [sent?.headers.resellerId, ...elsewhere.map(({ value }) => value)].flatMap(
    (value) => value ?? [],
  );
}
