import { z } from 'zod';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainInput } from '../../operations/domain-input.js';
import type { Domain } from '../../operations/get-domain.js';
import { domainField } from '../input-fields.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ domain: domainField });

/** Reads a domain of the account. */
export async function getDomain(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<Domain> {
  const { domain } = parseInput(inputSchema, input, context.originFor('getDomain', input));
  const getDomain = context.method('getDomain', domain);
  return context.read('getDomain', options, (call) => getDomain(domain, call), domain);
}
