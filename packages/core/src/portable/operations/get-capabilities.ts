import { z } from 'zod';
import type { Capability, CapabilityTable } from '../../driver/capabilities.js';
import { UnsupportedOperationError } from '../../errors/unsupported-operation-error.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { GetCapabilitiesInput } from '../../operations/get-capabilities.js';
import { tldField } from '../input-fields.js';
import { parseInput } from '../parse-input.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ tld: tldField.optional() });

/** The provider's table; for one ending it is the same as long as no entry depends on the ending. */
export async function getCapabilities(
  context: PortableContext,
  input: GetCapabilitiesInput,
  options: CallOptions | undefined,
): Promise<CapabilityTable> {
  const origin = context.calls.originOf('getCapabilities');
  const { tld } = parseInput(inputSchema, input, origin);
  context.assertOffered('getCapabilities');
  return context.read('getCapabilities', options, () => {
    const table = context.driver.capabilities;
    const open = Object.values<Capability>(table).some(
      (entry) => entry.support === 'conditional' && entry.on === 'tld',
    );
    if (tld === undefined || !open) return Promise.resolve(table);
    throw new UnsupportedOperationError({
      ...origin,
      reason: 'the answer for one ending is not built yet in this version',
      alternative: 'call it without tld; conditional entries carry a note',
    });
  });
}
