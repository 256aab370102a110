import { parseJson } from '@registrar-kit/provider-kit';
import * as z from 'zod';

/** What the body of a refusal says. */
export interface FaultBody {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly field?: string | undefined;
}

const bodySchema = z.object({
  fault: z.object({
    code: z.string().optional(),
    text: z.string().optional(),
    field: z.string().optional(),
  }),
});

/** Where the vendor's fields stand in the caller's own input; the other names are the same. */
const callerPaths: Readonly<Record<string, string>> = {
  name: 'domain',
  servers: 'nameservers',
  extras: 'tldAttributes',
};

/** Reads the body of a refusal as far as it can be read; a refusal without one is still a refusal. */
export function readFaultBody(body: string): FaultBody {
  try {
    const { code, text, field } = bodySchema.parse(parseJson(body)).fault;
    const [first = '', ...rest] = field?.split('.') ?? [];
    const path = [callerPaths[first] ?? first, ...rest].join('.');
    return { code, message: text, ...(field === undefined ? {} : { field: path }) };
  } catch {
    return {};
  }
}
