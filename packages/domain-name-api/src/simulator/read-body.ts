import type { SimulatorRequest, SimulatorResponse } from '@registrar-kit/testing';
import type { Route } from './route.js';
import { empty, json } from './vendor-reply.js';

export type BodyReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly answer: SimulatorResponse };

/** The JSON of a request; reads have none, whatever headers they carry. */
export function readBody(
  { method, headers, body }: SimulatorRequest,
  { bodyOptional }: Route,
): BodyReading {
  if (method === 'GET' || method === 'DELETE') return { ok: true, value: undefined };
  if (bodyOptional && body.trim() === '') return { ok: true, value: undefined };
  if (!(headers['content-type'] ?? '').startsWith('application/json')) {
    return { ok: false, answer: empty(415) };
  }
  try {
    return { ok: true, value: JSON.parse(body) };
  } catch {
    const problem = {
      title: 'One or more validation errors occurred.',
      status: 400,
      errors: { $: ['The JSON value could not be converted.'] },
    };
    return { ok: false, answer: json(problem, 400) };
  }
}
