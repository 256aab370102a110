import { PortableRegistrar, type RegistrarRuntime } from '@registrar-kit/core';
import { NamecheapClient } from './namecheap-client.js';
import { parseNamecheapConfig, type NamecheapConfig } from './namecheap-config.js';
import { NamecheapDriver } from './namecheap-driver.js';

/** One Namecheap account. To choose the registrar by configuration, use `createRegistrar` with {@link namecheap} instead. */
export class NamecheapRegistrar extends PortableRegistrar {
  /** @throws ConfigurationError with every fault at once. */
  constructor(config: NamecheapConfig, runtime: RegistrarRuntime = {}) {
    const settings = parseNamecheapConfig(config);
    super(new NamecheapDriver(new NamecheapClient(settings, runtime)), runtime);
  }
}
