import type { SimulatorResponse } from '@registrar-kit/testing';
import type * as z from 'zod';
import { answering } from '../refuse.js';
import type { VendorCall } from '../vendor-call.js';
import { unconvertible } from '../vendor-reply.js';

/** Answers a call whose body has the form of the schema; another one is refused by its fields, what the world refuses in the vendor's words. */
export function withBody<Schema extends z.ZodType>(
  { body, behaviour }: VendorCall,
  schema: Schema,
  work: (body: z.output<Schema>) => SimulatorResponse,
): SimulatorResponse {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return unconvertible(parsed.error);
  return answering(behaviour.refusalForm, () => work(parsed.data));
}
