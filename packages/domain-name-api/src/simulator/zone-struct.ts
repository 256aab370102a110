import type { SimulatorResponse, ZoneEdit } from '@registrar-kit/testing';
import * as z from 'zod';
import { fromContent, isZoneType } from './record-content.js';
import { failure, invalid, unconvertible } from './vendor-reply.js';

const mostTtlSeconds = 86_400;
const bodySchema = z.object({
  zoneStruct: z.object({
    name: z.string(),
    ttl: z.int(),
    type: z.string(),
    contents: z.array(z.string()).min(1),
  }),
});

/** The record set of a body. */
export type StructReading =
  | { readonly ok: true; readonly set: Extract<ZoneEdit, { kind: 'put' | 'edit' }> }
  | { readonly ok: false; readonly answer: SimulatorResponse };

/** Reads what is to be written. `@` is no name here, and a full name gets the zone behind it once more. */
export function readZoneStruct(body: unknown): StructReading {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return { ok: false, answer: unconvertible(parsed.error) };
  const { name, ttl, type, contents } = parsed.data.zoneStruct;
  if (!isZoneType(type)) return { ok: false, answer: typeRefused(type) };
  if (ttl < 1 || ttl > mostTtlSeconds) {
    const message = `The field Ttl must be between 1 and ${String(mostTtlSeconds)}.`;
    return { ok: false, answer: invalid([{ member: '$.zoneStruct.ttl', message }]) };
  }
  if (name.includes('@')) return { ok: false, answer: nameRefused() };
  const records = contents.flatMap((content) => {
    const data = fromContent(type, content);
    return data === undefined ? [] : [{ ...data, ttlSeconds: ttl }];
  });
  if (records.length < contents.length) return { ok: false, answer: contentRefused(type) };
  const set = {
    kind: 'put',
    name: name === '' ? '@' : name.replace(/\.$/, ''),
    type,
    records,
  } as const;
  return { ok: true, set };
}

/** NS belongs to other calls and ends in an odd text; the other types that are not accepted break something inside. */
export function typeRefused(type: string): SimulatorResponse {
  if (type === 'NS') return failure(400, { message: invalidAddress });
  return failure(500, { message: 'An internal error occurred during your request!' });
}

function nameRefused(): SimulatorResponse {
  return failure(400, { message: 'The name contains unsupported characters.' });
}

function contentRefused(type: string): SimulatorResponse {
  if (type === 'A' || type === 'AAAA') return failure(400, { message: invalidAddress });
  return invalid([{ member: '$.zoneStruct.contents', message: 'The content is not valid.' }]);
}

const invalidAddress = 'An invalid IP address was specified.';
