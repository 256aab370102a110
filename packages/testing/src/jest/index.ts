export type { RegistrarMatchers } from './augmentation.js';
export { installRegistrarTesting, registrarMatchers } from './install.js';
export type { PurchaseDetails } from './matchers/purchase-matchers.js';
export type { ErrorDetails } from './matchers/error-details.js';
export type { CallDetails } from './matchers/to-have-asked-for.js';
export {
  mountSimulator,
  type MountForTestsOptions,
  type NockModule,
  type SimulatorOfTests,
} from './mount-simulator.js';
export type { TestRunner } from './runner.js';
export { useFakeRegistrar, type UseFakeRegistrarOptions } from './use-fake-registrar.js';
