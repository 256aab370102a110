import type { CallContext } from '@registrar-kit/core';
import type * as z from 'zod';
import type { VendorReply } from '../http/vendor-request.js';
import type { Redact } from '../redaction/redactor.js';
import { emitDrift } from './emit-drift.js';
import { parseJson } from './parse-json.js';
import { isReadFault, type ReadFault } from './read-fault.js';
import { readTolerantly } from './read-tolerantly.js';
import { toUnexpectedResponse } from './to-unexpected-response.js';

/** What reading a reply needs to know of its request. */
export interface JsonReplyContext {
  readonly call: CallContext;
  /** The vendor's command, or method and path, for events. */
  readonly target: string;
  readonly redact: Redact;
  /** Whether the answer holds an auth code or contacts, so that nothing of it is quoted. @defaultValue false */
  readonly confidential?: boolean | undefined;
}

/**
 * What a successful reply holds, by a schema that lists the fields in use. An optional field of a wrong type is left out and
 * reported as drift; extra fields are fine.
 *
 * @throws UnexpectedResponseError when it is no JSON, or a required field is missing or of another type
 */
export function readJsonReply<Schema extends z.ZodType>(
  reply: VendorReply,
  schema: Schema,
  { call, target, redact, confidential = false }: JsonReplyContext,
): z.output<Schema> {
  const refuse = (fault: Pick<ReadFault, 'kind' | 'detail'>): Error =>
    toUnexpectedResponse(fault, call, confidential ? { ...reply, body: '' } : reply, redact);
  let json: unknown;
  try {
    json = parseJson(reply.body);
  } catch (error) {
    throw isReadFault(error) ? refuse(error) : error;
  }
  const reading = readTolerantly(schema, json);
  for (const { path, note } of reading.drifts) emitDrift(call, { target, path, note }, redact);
  if (reading.ok) return reading.value;
  const [first] = reading.drifts;
  const where = first === undefined || first.path === '' ? 'the answer' : first.path;
  throw refuse({ kind: 'wrong_shape', detail: `${where} ${first?.note ?? 'has another form'}` });
}
