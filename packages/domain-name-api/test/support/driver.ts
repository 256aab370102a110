import type { CallContext, DriverOperations, OperationName } from '@registrar-kit/core';
import { DomainNameApiClient } from '../../src/domain-name-api-client.js';
import { parseDomainNameApiConfig } from '../../src/domain-name-api-config.js';
import { DomainNameApiDriver } from '../../src/domain-name-api-driver.js';
import { resellerId, testKey } from './credentials.js';

/** The driver alone, as the portable part calls it for one request that changes something. */
export function openDriver(operation: OperationName & keyof DriverOperations): {
  readonly driver: DomainNameApiDriver;
  readonly call: CallContext;
} {
  const settings = parseDomainNameApiConfig({
    environment: 'test',
    resellerId,
    apiKey: testKey,
    quota: { api: { windows: [] } },
  });
  const driver = new DomainNameApiDriver(new DomainNameApiClient(settings, { random: () => 0 }));
  const { provider, environment } = driver;
  const call: CallContext = {
    origin: { provider, environment, operation, domain: 'example-name.com' },
    signal: new AbortController().signal,
    lane: 'interactive',
    retry: 'never',
    emit: () => undefined,
  };
  return { driver, call };
}
