import type { DiagnosisCause } from '../diagnosis/diagnosis-cause.js';

/** One fault in what the caller gave: where it is, what is wrong and what to do. Never holds the value of a secret. */
export interface InputIssue {
  /** The field in the caller's own input, such as `contacts.registrant.phone`. */
  readonly path: string;
  readonly problem: string;
  readonly cure: string;
  /** A more telling cause than "invalid input", where the value shows one. */
  readonly cause?: DiagnosisCause;
}

/** All faults in one sentence, for a message. */
export function describeIssues(issues: readonly InputIssue[]): string {
  const shown = issues.slice(0, 5).map((issue) => `${issue.path}: ${issue.problem}; ${issue.cure}`);
  const rest = issues.length - shown.length;
  return shown.join(' | ') + (rest > 0 ? ` | and ${String(rest)} more` : '');
}

/** The causes that the issues name, each once. */
export function causesOf(issues: readonly InputIssue[]): DiagnosisCause[] {
  return [...new Set(issues.flatMap((issue) => (issue.cause === undefined ? [] : [issue.cause])))];
}
