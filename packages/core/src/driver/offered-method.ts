import type { DriverOperations, RegistrarDriver } from './registrar-driver.js';

/** The driver's function for an operation, or `undefined` where the provider does not offer it. */
export function offeredMethod<Operation extends keyof DriverOperations>(
  driver: RegistrarDriver,
  operation: Operation,
): DriverOperations[Operation] | undefined {
  if (driver.capabilities[operation].support === 'unsupported') return undefined;
  const methods: Partial<DriverOperations> = driver;
  return methods[operation]?.bind(driver) as DriverOperations[Operation] | undefined;
}
