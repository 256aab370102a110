import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { NameserverSet, SetNameserversInput } from '../../operations/nameservers.js';
import { domainField, nameserversField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

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
  const request = context.parse('setNameservers', schema, input);
  const setNameservers = context.method('setNameservers', request.domain);
  return context.write(
    'setNameservers',
    options,
    (call) => setNameservers(request, asWrite(call)),
    request.domain,
  );
}
