import type {
  CallContext,
  DomainSummary,
  ListDomainsInput,
  Page,
  PageRequest,
} from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** The domains of the account, page by page. */
export function listDomains(
  client: TemplateNamesClient,
  request: PageRequest & ListDomainsInput,
  call: CallContext,
): Promise<Page<DomainSummary>> {
  const how =
    'answer one page, with `next` while there are more; refuse a foreign cursor with notACursor of provider-kit';
  return stillToWrite(call, 'list-domains', how);
}
