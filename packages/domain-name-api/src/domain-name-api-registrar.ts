import { PortableRegistrar, type RegistrarRuntime } from '@registrar-kit/core';
import { DomainNameApiClient } from './domain-name-api-client.js';
import { parseDomainNameApiConfig, type DomainNameApiConfig } from './domain-name-api-config.js';
import { DomainNameApiDriver } from './domain-name-api-driver.js';

/** A reseller account at Domain Name API (REST interface). */
export class DomainNameApiRegistrar extends PortableRegistrar {
  /** @throws ConfigurationError with every fault at once */
  constructor(config: DomainNameApiConfig, runtime: RegistrarRuntime = {}) {
    const settings = parseDomainNameApiConfig(config);
    super(new DomainNameApiDriver(new DomainNameApiClient(settings, runtime)), runtime);
  }
}
