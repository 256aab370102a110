import { parseDomainName, type Availability } from '@registrar-kit/core';
import type { Departure } from './unbranded.js';

/** What a search says of one name. `input` alone is enough. @defaultValue `example.com`, which is available */
export function anAvailability(departure: Departure<Availability> = {}): Availability {
  const { input = departure.domain ?? 'example.com', ...rest } = departure;
  const domain = rest.domain === undefined ? input : rest.domain;
  return {
    availability: 'available',
    ...rest,
    input,
    domain: domain === null ? null : parseDomainName(domain),
  };
}
