import type { CallContext, DomainName, DriverAvailability } from '@registrar-kit/core';
import type { NamecheapClient } from '../namecheap-client.js';
import { checkNames } from './check-names.js';

/** Which of up to 50 names can be registered. */
export async function checkAvailability(
  client: NamecheapClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<readonly DriverAvailability[]> {
  return (await checkNames(client, domains, call)).map(({ answer }) => answer);
}
