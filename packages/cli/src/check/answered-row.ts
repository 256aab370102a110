import type { Availability, ErrorCode, InputIssue } from '@registrar-kit/core';
import type { Marked } from '../session/session.js';

/** What is shown of an error, of this run or as an earlier run wrote it down. */
interface AnsweredError {
  readonly code: ErrorCode;
  readonly issues?: readonly InputIssue[];
}

/** The answer for one name, of this run or as an earlier run wrote it down. */
export type AnsweredRow = Marked<Omit<Availability, 'error'>> & {
  readonly error?: AnsweredError;
  /** The account that answered, where several were asked. */
  readonly registrar?: string;
};
