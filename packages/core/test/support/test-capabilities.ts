import {
  operationNames,
  type Capability,
  type CapabilityTable,
  type OperationName,
} from '@registrar-kit/core';

const built = {
  verifyAccess: { support: 'supported' },
  getBalance: { support: 'supported' },
  getCapabilities: { support: 'supported' },
  listTlds: { support: 'supported' },
  getPrices: { support: 'supported' },
  checkAvailability: { support: 'supported', namesPerRequest: 3 },
  quote: { support: 'supported' },
  registerDomain: { support: 'supported', maxYears: 10 },
  renewDomain: { support: 'supported', maxYears: 10 },
  getOperation: { support: 'supported' },
  reconcileOperation: { support: 'supported' },
  getDomain: { support: 'supported' },
  listDomains: { support: 'supported', itemsPerRequest: 2 },
  getNameservers: { support: 'supported' },
  setNameservers: { support: 'supported', minNameservers: 2, maxNameservers: 4 },
} as const satisfies Partial<CapabilityTable>;

/** Supports what the portable part has built; each other operation has a reason of its own. */
export const testCapabilities = {
  ...Object.fromEntries(operationNames.map((name) => [name, unsupported(name)])),
  ...built,
} as CapabilityTable;

/** The same, and all that the life of a domain brings beside it. */
export const lifecycleCapabilities = {
  ...testCapabilities,
  restoreDomain: { support: 'supported' },
  transferDomain: { support: 'supported' },
  getTransfer: { support: 'supported' },
  waitForOperation: { support: 'supported' },
  syncDomain: { support: 'supported' },
  setLock: { support: 'supported' },
  setPrivacy: { support: 'supported' },
  setContacts: { support: 'supported' },
} as const satisfies CapabilityTable;

/** The reason that the tables of these tests give for an operation. */
export function reasonFor(operation: OperationName): string {
  return `${operation} is not offered by this registrar`;
}

/** A table in which nothing at all is possible. */
export const nothingSupported = Object.fromEntries(
  operationNames.map((name) => [name, unsupported(name)]),
) as CapabilityTable;

function unsupported(operation: OperationName): Capability {
  return {
    support: 'unsupported',
    reason: reasonFor(operation),
    alternative: `do ${operation} by hand`,
  };
}
