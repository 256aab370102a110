import type { FaultName } from '@registrar-kit/testing';

/** After these nobody knows what became of an order, whether it was executed or not. */
export const doubtfulFaults: readonly FaultName[] = [
  'answer-lost-before-commit',
  'commit-after-reconcile-read',
  'html-page',
  'other-redirect',
  'server-error',
];
