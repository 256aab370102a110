export {
  createDomainNameApiSimulator,
  type DomainNameApiSimulatorOptions,
} from './create-domain-name-api-simulator.js';
