import type { CallContext, Page, PageRequest, Tld } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** The endings that the vendor sells, page by page. */
export function listTlds(
  client: TemplateNamesClient,
  request: PageRequest,
  call: CallContext,
): Promise<Page<Tld>> {
  const how = 'answer one page, with `next` while there are more';
  return stillToWrite(call, 'list-tlds', how);
}
