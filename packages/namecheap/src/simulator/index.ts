export { createNamecheapSimulator } from './create-namecheap-simulator.js';
export type { UnsoldEnding } from './command.js';
export type { NamecheapSimulatorOptions } from './namecheap-simulator-options.js';
export type { NamecheapQuirks } from './namecheap-quirks.js';
