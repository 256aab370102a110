import type { CallContext, Domain, DomainName } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** A domain of the account. */
export function getDomain(
  client: TemplateNamesClient,
  domain: DomainName,
  call: CallContext,
): Promise<Domain> {
  const how =
    "map the vendor's words to ours; what it does not state is absent; throw DomainNotFoundError where the account does not hold it";
  return stillToWrite(call, 'get-domain', how);
}
