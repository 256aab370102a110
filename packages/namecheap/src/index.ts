export { namecheap } from './namecheap.js';
export { namecheapCapabilities } from './namecheap-capabilities.js';
export type { NamecheapConfig } from './namecheap-config.js';
export { NamecheapRegistrar } from './namecheap-registrar.js';
export type { NamecheapRawParameters } from './raw/raw-command.js';
export type { NamecheapRawElement } from './raw/raw-element.js';
export { namecheapFaults } from './faults/namecheap-faults.js';
export type { FaultClass, ProviderFault } from './faults/fault-class.js';
export type { FaultCertainty, FaultRow, FaultText } from './faults/fault-row.js';
