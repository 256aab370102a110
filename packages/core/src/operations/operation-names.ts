import type { OperationName } from './operation-map.js';

/** The groups in which operations are shown and documented. */
export const operationGroups = {
  access: ['verifyAccess', 'getBalance', 'getCapabilities'],
  catalogue: ['listTlds', 'getPrices', 'getTldRequirements'],
  search: ['checkAvailability', 'streamAvailability'],
  money: ['quote'],
  lifecycle: ['registerDomain', 'renewDomain', 'restoreDomain', 'transferDomain', 'deleteDomain'],
  outcome: ['getOperation', 'waitForOperation', 'reconcileOperation'],
  read: ['getDomain', 'listDomains', 'syncDomain'],
  transfer: [
    'checkTransfer',
    'getTransfer',
    'listTransfers',
    'resubmitTransfer',
    'cancelTransfer',
    'approveTransferOut',
    'rejectTransferOut',
    'getAuthCode',
  ],
  settings: [
    'getNameservers',
    'setNameservers',
    'resetNameservers',
    'getLock',
    'setLock',
    'getPrivacy',
    'setPrivacy',
    'getContacts',
    'setContacts',
    'setAutoRenew',
    'getRegistrantVerification',
    'resendRegistrantVerification',
  ],
  dns: [
    'listRecords',
    'planRecords',
    'applyRecords',
    'getEmailForwards',
    'setEmailForwards',
    'getUrlForward',
    'setUrlForward',
    'deleteUrlForward',
    'getDnssec',
    'setDnssec',
  ],
  glueHosts: ['listHosts', 'getHost', 'createHost', 'updateHost', 'deleteHost'],
} as const satisfies Record<string, readonly OperationName[]>;

/** Every operation, in the order of the documentation. */
export const operationNames: readonly OperationName[] = Object.values(operationGroups).flat();
