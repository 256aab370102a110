export {
  createTemplateNamesSimulator,
  type TemplateNamesSimulatorOptions,
} from './create-template-names-simulator.js';
