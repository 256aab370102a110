export { createDomainNameApiSimulator } from './create-domain-name-api-simulator.js';
export type { DomainNameApiSimulatorOptions } from './domain-name-api-simulator-options.js';
