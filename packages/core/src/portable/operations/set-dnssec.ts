import { z } from 'zod';
import { asWrite } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { DnssecState, SetDnssecInput } from '../../operations/dns-operations.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

// RFC 4034 §5.1.
const recordSchema = z.strictObject({
  keyTag: z.number().int().min(0).max(65_535),
  algorithm: z.number().int().min(0).max(255),
  digestType: z.number().int().min(0).max(255),
  digest: z
    .string()
    .trim()
    .regex(/^(?:[0-9a-f]{2}){20,64}$/i, 'is not a digest in hexadecimal digits')
    .toUpperCase(),
});
const inputSchema = z.strictObject({ domain: domainField, records: z.array(recordSchema).max(20) });

/** Replaces the DS records at the registry. */
export async function setDnssec(
  context: PortableContext,
  input: SetDnssecInput,
  options: CallOptions | undefined,
): Promise<DnssecState> {
  const request = context.parse('setDnssec', inputSchema, input);
  const setDnssec = context.method('setDnssec', request.domain);
  return context.write(
    'setDnssec',
    options,
    (call) => setDnssec(request, asWrite(call)),
    request.domain,
  );
}
