import { PortableRegistrar, type RegistrarRuntime } from '@registrar-kit/core';
import { TemplateNamesClient } from './template-names-client.js';
import { parseTemplateNamesConfig, type TemplateNamesConfig } from './template-names-config.js';
import { createTemplateNamesDriver } from './template-names-driver.js';

/** An account at Template Names. */
export class TemplateNamesRegistrar extends PortableRegistrar {
  /** @throws ConfigurationError with every fault at once */
  constructor(config: TemplateNamesConfig, runtime: RegistrarRuntime = {}) {
    const client = new TemplateNamesClient(parseTemplateNamesConfig(config), runtime);
    super(createTemplateNamesDriver(client), runtime);
  }
}
