import type { FaultName } from '../../world/world-fault.js';
import type { FailureWish, Situations } from './situation.js';
import type { WorldSubject } from './world-subject.js';

/** The situations that a world's fault plan brings about: each is a fault of the same name. */
export type FaultSituation = FaultName;

/** Plans the fault of the same name. */
function planned(fault: FaultName) {
  return ({ world }: WorldSubject, wish: FailureWish & { readonly delayMs?: number }): void => {
    world.faults.add({ fault, ...wish });
  };
}

/**
 * Failures of single requests, for a registrar whose simulator asks `world.faults` before it answers, as the simulators of this
 * library do. Spread it into a harness beside `worldSituations`.
 */
export const faultSituations: Pick<Situations<WorldSubject>, FaultSituation> = {
  'answer-lost-before-commit': planned('answer-lost-before-commit'),
  'answer-lost-after-commit': planned('answer-lost-after-commit'),
  'commit-after-reconcile-read': planned('commit-after-reconcile-read'),
  'slow-answer': planned('slow-answer'),
  'rate-limited': planned('rate-limited'),
  'ip-not-allowed': planned('ip-not-allowed'),
  'key-rejected': planned('key-rejected'),
  'account-locked': planned('account-locked'),
  'server-error': planned('server-error'),
  'html-page': planned('html-page'),
  'login-redirect': planned('login-redirect'),
  'other-redirect': planned('other-redirect'),
  'empty-answer': planned('empty-answer'),
  'truncated-answer': planned('truncated-answer'),
  'missing-row': planned('missing-row'),
};
