import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainInput } from '../../operations/domain-input.js';
import type { NameserverSet, SetNameserversInput } from '../../operations/nameservers.js';
import { domainField, nameserversField } from '../input-fields.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ domain: domainField });

/** Reads the delegation. */
export async function getNameservers(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<NameserverSet> {
  const { domain } = parseInput(inputSchema, input, context.originFor('getNameservers', input));
  const getNameservers = context.method('getNameservers', domain);
  return context.read('getNameservers', options, (call) => getNameservers(domain, call), domain);
}

/** Replaces the delegation. */
export async function setNameservers(
  context: PortableContext,
  input: SetNameserversInput,
  options: CallOptions | undefined,
): Promise<NameserverSet> {
  const schema = z.strictObject({
    domain: domainField,
    nameservers: nameserversField(context.nameserverLimits),
  });
  const request = parseInput(schema, input, context.originFor('setNameservers', input));
  const setNameservers = context.method('setNameservers', request.domain);
  return context.write(
    'setNameservers',
    options,
    (call) => setNameservers(request, asWrite(call)),
    request.domain,
  );
}
