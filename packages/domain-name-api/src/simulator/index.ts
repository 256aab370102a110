export {
  createDomainNameApiSimulator,
  type DomainNameApiSimulatorOptions,
} from './domain-name-api-simulator.js';
