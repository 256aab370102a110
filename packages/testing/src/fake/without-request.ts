import type { OperationName } from '@registrar-kit/core';
import type { DriverOperation } from './fake-operation.js';

/** The operations that send no request of their own name: they read by others. */
export const withoutRequest: readonly OperationName[] = [
  'syncDomain',
  'streamAvailability',
  'getCapabilities',
  'getOperation',
  'waitForOperation',
  'reconcileOperation',
] satisfies readonly Exclude<OperationName, DriverOperation>[];
