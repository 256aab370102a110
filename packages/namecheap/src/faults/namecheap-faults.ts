import { dnsFaults } from './dns-faults.js';
import { domainFaults } from './domain-faults.js';
import type { FaultRow } from './fault-row.js';
import { globalFaults } from './global-faults.js';
import { orderFaults } from './order-faults.js';
import { privacyFaults } from './privacy-faults.js';
import { sharedFaults } from './shared-faults.js';
import { sslFaults } from './ssl-faults.js';
import { transferFaults } from './transfer-faults.js';
import { userFaults } from './user-faults.js';

/**
 * Every error number that Namecheap documents or was seen to answer, with what it becomes here.
 *
 * A number stands twice where it means different things to different commands.
 * Vendor page: https://www.namecheap.com/support/api/error-codes/
 */
export const namecheapFaults: readonly FaultRow[] = [
  ...globalFaults,
  ...sharedFaults,
  ...orderFaults,
  ...domainFaults,
  ...dnsFaults,
  ...transferFaults,
  ...userFaults,
  ...privacyFaults,
  ...sslFaults,
];
