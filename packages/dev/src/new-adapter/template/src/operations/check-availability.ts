import type { CallContext, DomainName, DriverAvailability } from '@registrar-kit/core';
import { stillToWrite } from '../still-to-write.js';
import type { TemplateNamesClient } from '../template-names-client.js';

/** Which names can be registered. */
export function checkAvailability(
  client: TemplateNamesClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<readonly DriverAvailability[]> {
  const how =
    'answer for each name, in order; one that the vendor left out is `unknown` with reason `missing_from_answer`';
  return stillToWrite(call, 'check-availability', how);
}
