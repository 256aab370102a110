import type { SimulatorResponse } from '@registrar-kit/testing';

/** An answer in the vendor's form. */
export function json(value: unknown, status = 200): SimulatorResponse {
  const headers = { 'content-type': 'application/json; charset=utf-8' };
  return { kind: 'reply', status, headers, body: JSON.stringify(value) };
}

/** A refusal in the vendor's form. */
export function refusal(
  status: number,
  code: string,
  text: string,
  field?: string,
): SimulatorResponse {
  return json({ fault: { code, text, ...(field === undefined ? {} : { field }) } }, status);
}
