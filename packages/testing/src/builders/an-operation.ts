import { parseDomainName, type PurchaseHandle } from '@registrar-kit/core';
import type { Departure } from './unbranded.js';

/** The name of a purchase, such as a panel keeps beside its order. */
export function anOperation(departure: Departure<PurchaseHandle> = {}): PurchaseHandle {
  const { domain = 'example.com', ...rest } = departure;
  return {
    id: '00000000-0000-4000-8000-000000000001',
    provider: 'fake',
    environment: 'test',
    kind: 'registerDomain',
    ...rest,
    domain: parseDomainName(domain),
  };
}
