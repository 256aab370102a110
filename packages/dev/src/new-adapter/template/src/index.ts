export { templateNamesCapabilities } from './template-names-capabilities.js';
export type { TemplateNamesConfig } from './template-names-config.js';
export { TemplateNamesRegistrar } from './template-names-registrar.js';
export { templateNames } from './template-names.js';
