export { harbourNamesCapabilities } from './harbour-names-capabilities.js';
export type { HarbourNamesConfig } from './harbour-names-config.js';
export { HarbourNamesRegistrar } from './harbour-names-registrar.js';
export { harbourNames } from './harbour-names.js';
