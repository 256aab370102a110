import type { Diagnosis, Finding } from './diagnosis.js';

/**
 * The findings that are as likely as the first one. More than one means that what is known cannot tell them apart: show them
 * side by side, and do not take the first for the answer.
 */
export function leadingFindings(diagnosis: Diagnosis): readonly [Finding, ...Finding[]] {
  const [first, ...rest] = diagnosis;
  return [first, ...rest.filter(({ likelihood }) => likelihood === first.likelihood)];
}
