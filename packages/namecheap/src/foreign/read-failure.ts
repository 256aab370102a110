import {
  isRegistrarError,
  ProviderError,
  type AnyRegistrarError,
  type FailureReading,
  type ForeignFailure,
} from '@registrar-kit/core';
import { foreignCall, foreignRedactor, isEmailAddress } from '@registrar-kit/provider-kit';
import { readReply } from '../reply/read-reply.js';
import type { ReplyContext } from '../reply/reply-context.js';
import { evidenceOfCommand } from './evidence-of-command.js';
import { readForeignCommand } from './read-foreign-command.js';

/** Commands that only read; a lost answer to any other leaves open whether it was carried out. */
const reading = /\.(?:get\w*|check|parseCSR)$/i;
/** What a command says of itself beside Status="OK". */
const flag = /\s(Registered|Renew|Updated|IsSuccess|Success|Transfer|Created)\s*=\s*["']false["']/i;

/** Reads a failure of another program with the reader of our own replies. */
export async function readNamecheapFailure(failure: ForeignFailure): Promise<FailureReading> {
  const { request, status, headers = {}, body = '' } = failure;
  const read = request === undefined ? undefined : readForeignCommand(request);
  // What is no user name in its place may be a key, or a person's address.
  const accounts = [read?.apiUser, read?.userName].filter(
    (name) => name !== undefined && (name.length > 20 || isEmailAddress(name)),
  );
  const redact = foreignRedactor(read?.request, [read?.apiKey, ...accounts]);
  // The address is quoted in findings and steps, and may be something else.
  const sent = read?.clientIp === undefined ? read : { ...read, clientIp: redact(read.clientIp) };
  const { environment, command = '' } = sent ?? {};
  const name = command === '' ? 'unknown' : command;
  const context: ReplyContext = {
    call: foreignCall('namecheap', environment, reading.test(name) ? 'read' : 'never'),
    command: `namecheap.${name}`,
    reply: {
      status,
      headers: Object.fromEntries(
        Object.entries(headers).map(([key, value]) => [key, [value].flat().join(', ')]),
      ),
      body,
    },
    redact,
    evidence: (observedAddress) => evidenceOfCommand(sent, observedAddress),
    now: Date.now(),
  };
  return {
    environment,
    target: command === '' ? undefined : `namecheap.${command}`,
    error: await errorIn(context),
    evidence: evidenceOfCommand(sent),
    redact,
  };
}

async function errorIn(context: ReplyContext): Promise<AnyRegistrarError | undefined> {
  const { reply, call } = context;
  try {
    await readReply(context);
  } catch (error) {
    if (isRegistrarError(error)) return error;
    throw error;
  }
  const refused = flag.exec(reply.body)?.[1];
  return refused === undefined
    ? undefined
    : new ProviderError({
        ...call.origin,
        detail: `the status is OK, and ${refused}="false" says that nothing was done`,
        vendor: { httpStatus: reply.status },
        evidence: context.evidence(),
      });
}
