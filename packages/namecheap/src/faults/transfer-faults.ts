import type { FaultRow } from './fault-row.js';
import { invalidInput } from './fault-class.js';

/** Faults of domains.transfer.*. */
export const transferFaults: readonly FaultRow[] = [
  {
    number: '2010293',
    commands: ['domains.transfer.updateStatus', 'domains.transfer.getList'],
    means: 'no action was given',
    becomes: invalidInput('action', 'name the action'),
    certainty: 'documented',
    source: 'Namecheap docs: domains.transfer.*',
  },
  {
    number: '4019329',
    commands: [
      'domains.transfer.getStatus',
      'domains.transfer.updateStatus',
      'domains.transfer.getList',
    ],
    means: 'there is no transfer with this number',
    becomes: invalidInput('transferId', 'list the transfers and take the number from there'),
    certainty: 'documented',
    source: 'Namecheap docs: domains.transfer.*; captured (baptistelaget samples)',
  },
];
