import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type {
  GetTldRequirementsInput,
  TldRequirements,
} from '../../operations/get-tld-requirements.js';
import { tldField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ tld: tldField });

/** Reads which extra fields a registry wants. */
export async function getTldRequirements(
  context: PortableContext,
  input: GetTldRequirementsInput,
  options: CallOptions | undefined,
): Promise<TldRequirements> {
  const { tld } = context.parse('getTldRequirements', inputSchema, input);
  const getTldRequirements = context.method('getTldRequirements');
  const { value } = await context.readKept('getTldRequirements', tld, options, (call) =>
    getTldRequirements(tld, call),
  );
  return value;
}
