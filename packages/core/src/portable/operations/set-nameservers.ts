import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { NameserverSet, SetNameserversInput } from '../../operations/nameservers.js';
import { assertStands } from '../assert-stands.js';
import { domainField, nameserversField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

/** Replaces the delegation, and looks whether it stands. */
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
  const { domain, nameservers } = request;
  const setNameservers = context.method('setNameservers', domain);
  return context.write(
    'setNameservers',
    options,
    async (call) => {
      const set = await setNameservers(request, asWrite(call));
      // Registries give them in an order of their own.
      const standing = new Set(set.nameservers);
      const stands =
        standing.size === nameservers.length && nameservers.every((name) => standing.has(name));
      assertStands(stands, 'the delegation', call.origin);
      return set;
    },
    domain,
  );
}
