export { namecheap } from './namecheap.js';
export { namecheapCapabilities } from './namecheap-capabilities.js';
export type { NamecheapConfig } from './namecheap-config.js';
export { NamecheapRegistrar } from './namecheap-registrar.js';
export type { RawParameters } from './raw/raw-command.js';
export type { RawElement } from './raw/raw-element.js';
export { namecheapFaults } from './faults/namecheap-faults.js';
export type { FaultClass, ProviderFault } from './faults/fault-class.js';
export type { FaultCertainty, FaultRow, FaultText } from './faults/fault-row.js';
