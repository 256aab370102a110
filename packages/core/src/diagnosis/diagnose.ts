import type { ErrorCode } from '../errors/error-code.js';
import { customerTexts } from './customer-texts.js';
import { defaultCauses } from './default-causes.js';
import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Diagnosis, Finding, Likelihood } from './diagnosis.js';
import type { Evidence } from './evidence.js';
import { generalRemedies } from './general-remedies.js';
import { diagnosisRules } from './rules.js';

/** What a failure states, beside what else is known. */
export interface Symptom {
  readonly code: ErrorCode;
  /** The failure in words; the evidence that every finding has. */
  readonly detail: string;
  /** The causes that the answer leaves open, as equals. Empty: the usual ones of the code. */
  readonly causes: readonly DiagnosisCause[];
  readonly evidence: Evidence;
}

const order: readonly Likelihood[] = ['confirmed', 'likely', 'possible', 'unlikely'];

/**
 * Ranks what may be wrong. A single cause that the answer itself states is confirmed; several are equally possible until
 * evidence speaks for one. Causes without evidence step back once another has some, but never vanish.
 */
export function diagnose({ code, detail, causes, evidence }: Symptom): Diagnosis {
  const stated: readonly DiagnosisCause[] = causes.length > 0 ? causes : defaultCauses[code];
  const found = new Map<DiagnosisCause, { likelihood: Likelihood; evidence: string[] }>();
  for (const rule of diagnosisRules) {
    const says = rule.among.some((cause) => stated.includes(cause))
      ? rule.evidence(evidence)
      : undefined;
    if (says === undefined) continue;
    const entry = found.get(rule.cause);
    if (entry === undefined)
      found.set(rule.cause, { likelihood: rule.likelihood, evidence: [says] });
    else entry.evidence.push(says);
  }
  const unsupported: Likelihood =
    stated.length === 1 && found.size === 0 ? 'confirmed' : 'possible';
  for (const cause of stated) {
    if (!found.has(cause)) found.set(cause, { likelihood: unsupported, evidence: [detail] });
  }
  const findings = [...found].map(([cause, entry]): Finding => {
    const remedy = evidence.remedies?.[cause] ?? generalRemedies[cause];
    return { cause, ...entry, remedy, customerText: customerTexts[cause] };
  });
  findings.sort((left, right) => order.indexOf(left.likelihood) - order.indexOf(right.likelihood));
  const [first, ...rest] = findings as [Finding, ...Finding[]];
  return [first, ...rest];
}
