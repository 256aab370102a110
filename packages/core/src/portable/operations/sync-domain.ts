import { z } from 'zod';
import type { CallContext } from '../../driver/call-context.js';
import type { CallOptions } from '../../operations/call-options.js';
import type { DomainInput } from '../../operations/domain-input.js';
import type { DomainSync } from '../../operations/sync-domain.js';
import { readTransfer, saysNotHere } from '../../outcome/read-standing.js';
import { isUnderWay } from '../../outcome/transfer-proof.js';
import type { DomainName } from '../../values/domain-name.js';
import { domainField } from '../input-fields.js';
import type { PortableContext } from '../portable-context.js';

const inputSchema = z.strictObject({ domain: domainField });

/** Reads how a domain stands, and whether that may be believed at once. */
export async function syncDomain(
  context: PortableContext,
  input: DomainInput,
  options: CallOptions | undefined,
): Promise<DomainSync> {
  const { domain } = context.parse('syncDomain', inputSchema, input);
  const getDomain = context.method('getDomain', domain);
  const read = async (call: CallContext): Promise<DomainSync> => {
    const found = await getDomain(domain, call).catch((error: unknown) => {
      if (saysNotHere(error)) return undefined;
      throw error;
    });
    if (found === undefined || found.owned === false) return elsewhere(context, domain, call);
    const { status, expiresOn } = found;
    const date = expiresOn === undefined ? {} : { expiresOn };
    return { domain, status, ...date, certain: status !== 'unknown' };
  };
  return context.readInBulk('syncDomain', options, read, domain);
}

/** A domain that one reading did not find here: on its way, or anything else. Healthy domains were "not found" before. */
async function elsewhere(
  { driver }: PortableContext,
  domain: DomainName,
  call: CallContext,
): Promise<DomainSync> {
  const transfer = await readTransfer(driver, { domain, transferId: undefined }, call);
  const onItsWay = transfer !== undefined && transfer !== 'absent' && isUnderWay(transfer);
  return onItsWay
    ? { domain, status: 'transfer_in', certain: true }
    : { domain, status: 'unknown', certain: false };
}
