import type { CallContext, DomainName, NameserverSet } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** The delegation of a domain. */
export function getNameservers(
  client: TemplateNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<NameserverSet> {
  const how = 'answer the name servers that stand';
  return stillToWrite(call, 'get-nameservers', how);
}
