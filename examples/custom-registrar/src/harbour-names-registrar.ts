import { PortableRegistrar, type RegistrarRuntime } from '@registrar-kit/core';
import { HarbourNamesClient } from './harbour-names-client.js';
import { parseHarbourNamesConfig, type HarbourNamesConfig } from './harbour-names-config.js';
import { createHarbourNamesDriver } from './harbour-names-driver.js';

/** An account at Harbour Names. */
export class HarbourNamesRegistrar extends PortableRegistrar {
  /** @throws ConfigurationError with every fault at once */
  constructor(config: HarbourNamesConfig, runtime: RegistrarRuntime = {}) {
    const client = new HarbourNamesClient(parseHarbourNamesConfig(config), runtime);
    super(createHarbourNamesDriver(client), runtime);
  }
}
