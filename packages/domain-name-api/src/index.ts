export type { DomainNameApiRawParameters } from './raw-parameters.js';
export type { DomainNameApiMethod } from './raw-request.js';
export { domainNameApiCapabilities } from './domain-name-api-capabilities.js';
export { domainNameApiProofs } from './domain-name-api-proofs.js';
export type { DomainNameApiConfig } from './domain-name-api-config.js';
export { domainNameApi } from './domain-name-api.js';
export { DomainNameApiRegistrar } from './domain-name-api-registrar.js';
