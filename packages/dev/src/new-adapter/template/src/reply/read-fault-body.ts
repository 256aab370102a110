import { parseJson } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** What the body of a refusal says. */
export interface FaultBody {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
}

/** How the vendor writes a refusal: put its own fields here. */
const bodySchema = z.object({
  error: z.object({ code: z.string().optional(), message: z.string().optional() }),
});

/** Reads the body of a refusal as far as it can be read; a refusal without one is still a refusal. */
export function readFaultBody(body: string): FaultBody {
  try {
    return bodySchema.parse(parseJson(body)).error;
  } catch {
    return {};
  }
}
