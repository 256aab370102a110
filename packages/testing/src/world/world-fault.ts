import type { Occasion } from './schedule.js';

/**
 * Everything that can be made to go wrong, by name. Each says whether the order was executed, and every simulator keeps to it,
 * so that a test about money means the same everywhere.
 */
export const faultNames = [
  /** The connection breaks. Not executed. */
  'answer-lost-before-commit',
  /** The connection breaks. Executed. */
  'answer-lost-after-commit',
  /** The connection breaks. Executed only after the domain has been read once more, so that the read proves nothing. */
  'commit-after-reconcile-read',
  /** A web page instead of an answer. Not executed. */
  'html-page',
  /** Not executed. */
  'login-redirect',
  /** A redirect to some other address. Not executed. */
  'other-redirect',
  /** The vendor's answer for too many calls. Not executed. */
  'rate-limited',
  /** The vendor's status for a breakdown of its own. Not executed. */
  'server-error',
  /** The body ends early although more was announced. Executed. */
  'truncated-answer',
  /** The status of success without a body. Executed. */
  'empty-answer',
  /** The answer comes after `delayMs`. Executed. */
  'slow-answer',
  /** A list or a batch leaves out the row of `domain`, or its first row where none is named. */
  'missing-row',
  /** The account's allow-list does not hold the caller's address. Not executed. */
  'ip-not-allowed',
  /** Not executed. */
  'key-rejected',
  /** Not executed. */
  'account-locked',
] as const;

/** One of {@link faultNames}. */
export type FaultName = (typeof faultNames)[number];

/** A fault to come. */
export interface WorldFault extends Occasion {
  readonly fault: FaultName;
  /** For `slow-answer`. @defaultValue 1000 */
  readonly delayMs?: number;
}
