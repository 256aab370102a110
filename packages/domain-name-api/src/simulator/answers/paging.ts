import type { SimulatorResponse } from '@registrar-kit/testing';
import type { VendorCall } from '../vendor-call.js';
import { invalid } from '../vendor-reply.js';

/** What ABP gives a caller who does not say. */
const defaultCount = 10;
const mostAtOnce = 1000;

export type Paging =
  | { readonly ok: true; readonly skip: number; readonly count: number }
  | { readonly ok: false; readonly answer: SimulatorResponse };

/** Reads `SkipCount` and `MaxResultCount`; more than a thousand is refused. */
export function readPaging({ query }: VendorCall): Paging {
  const count = Number(query.get('maxresultcount') ?? defaultCount);
  const skip = Number(query.get('skipcount') ?? 0);
  if (
    Number.isInteger(count) &&
    count >= 1 &&
    count <= mostAtOnce &&
    Number.isInteger(skip) &&
    skip >= 0
  ) {
    return { ok: true, skip, count };
  }
  const message = `The field MaxResultCount must be between 1 and ${String(mostAtOnce)}.`;
  return { ok: false, answer: invalid([{ member: 'MaxResultCount', message }]) };
}
