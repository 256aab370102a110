import type { CallContext, DomainName, DriverAvailability } from '@registrar-kit/core';
import type { DomainNameApiClient } from '../domain-name-api-client.js';
import { searchNames } from './search-names.js';

export async function checkAvailability(
  client: DomainNameApiClient,
  domains: readonly DomainName[],
  call: CallContext,
): Promise<readonly DriverAvailability[]> {
  const found = await searchNames(client, domains, call);
  return [...found.values()].map(({ availability }) => availability);
}
