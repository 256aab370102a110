import type { Registrar } from '@registrar-kit/core';
import { DomainNameApiRegistrar } from '@registrar-kit/domain-name-api';
import { NamecheapRegistrar } from '@registrar-kit/namecheap';
import type { Check } from './measure-checks.js';

/** The whole way through the library: input, packing, quota, request, reading, validating. */
export function checkByNamecheap(url: string): Check {
  return checkWith(
    new NamecheapRegistrar({
      provider: 'namecheap',
      environment: 'test',
      baseUrl: `${url}/xml.response`,
      apiUser: 'benchmark',
      apiKey: '0123456789abcdef0123456789abcdef',
      clientIp: '192.0.2.1',
      quota: { api: { windows: [] } },
    }),
  );
}

export function checkByDomainNameApi(url: string): Check {
  return checkWith(
    new DomainNameApiRegistrar({
      environment: 'test',
      baseUrl: url,
      resellerId: '0c0ffee0-1111-4222-8333-444455556666',
      apiKey: 'benchmark-key-7d1f0b4e9c',
      quota: { api: { windows: [] } },
    }),
  );
}

function checkWith(registrar: Registrar): Check {
  return async (domains) => {
    const rows = await registrar.checkAvailability({ domains });
    return new Map(rows.map(({ input, availability }) => [input, availability === 'available']));
  };
}
