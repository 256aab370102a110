import type { CallContext, DomainName, Nameserver, NameserverSet } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** Replaces the delegation. */
export function setNameservers(
  client: TemplateNamesClient,
  request: { readonly domain: DomainName; readonly nameservers: readonly Nameserver[] },
  call: CallContext,
): Promise<NameserverSet> {
  const how = 'send the whole set and answer what stands afterwards, see readBack of provider-kit';
  return stillToWrite(call, 'set-nameservers', how);
}
