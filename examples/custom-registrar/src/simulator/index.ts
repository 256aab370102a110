export {
  createHarbourNamesSimulator,
  type HarbourNamesSimulatorOptions,
} from './create-harbour-names-simulator.js';
