import type { ErrorCode } from '../errors/error-code.js';
import { customerTexts } from './customer-texts.js';
import { defaultCauses } from './default-causes.js';
import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Diagnosis, Finding, Likelihood, Remedy } from './diagnosis.js';
import type { DiagnosisRule } from './diagnosis-rule.js';
import type { Evidence } from './evidence.js';
import { generalRemedies } from './general-remedies.js';
import { likelihoodOf, scoreOf, type Weight } from './likelihood.js';
import { remedyValues } from './remedy-values.js';
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

interface Weighed {
  readonly cause: DiagnosisCause;
  readonly weights: readonly Weight[];
  readonly says: readonly string[];
}

const unanswered: readonly ErrorCode[] = ['TRANSPORT_FAILED', 'TIMEOUT', 'PROVIDER_UNAVAILABLE'];
const order: readonly Likelihood[] = ['confirmed', 'likely', 'possible', 'unlikely'];

/**
 * Ranks what may be wrong. A single cause that the answer itself states is confirmed; several are equally possible until
 * evidence speaks for or against one. Causes without evidence step back once another has some, but never vanish. What our own
 * check of the configuration found is confirmed, however much that is.
 *
 * Equal evidence gives equal likelihood; the order inside one likelihood is that of the weight of the evidence, and where that
 * is equal too it means nothing.
 */
export function diagnose({ code, detail, causes, evidence }: Symptom): Diagnosis {
  const stated = [...new Set<DiagnosisCause>(causes.length > 0 ? causes : defaultCauses[code])];
  const weighed = weigh(stated, evidence);
  const lookedUp = (cause: DiagnosisCause): Weighed =>
    weighed.find((each) => each.cause === cause) ?? { cause, weights: [], says: [] };
  const speaksForAnother = weighed.some(
    ({ cause, weights }) => !stated.includes(cause) && isFavoured(likelihoodOf(weights)),
  );
  const favoured = weighed.filter(({ weights }) => scoreOf(weights) > 0);
  const entries = [
    ...favoured,
    ...stated.map(lookedUp).filter((each) => !favoured.includes(each)),
    ...weighed.filter((each) => !favoured.includes(each) && !stated.includes(each.cause)),
  ];
  const [only] = stated.length === 1 && !speaksForAnother ? stated : [];
  const likelihood = ({ cause, weights }: Weighed): Likelihood => {
    if (code === 'CONFIGURATION_INVALID' && stated.includes(cause)) return 'confirmed';
    // What the reply itself states needs no evidence of ours, and circumstances do not refute it. That no answer came states nothing.
    const certain = cause === only && !(unanswered.includes(code) && weights.includes('against'));
    return certain ? 'confirmed' : likelihoodOf(weights);
  };
  const findings = entries.map((entry) => ({
    score: scoreOf(entry.weights),
    finding: {
      cause: entry.cause,
      likelihood: likelihood(entry),
      evidence: entry.says.length === 0 ? [detail] : entry.says,
      remedy: remedyFor(entry.cause, evidence),
      customerText: customerTexts[entry.cause],
    } satisfies Finding,
  }));
  findings.sort(
    (left, right) =>
      order.indexOf(left.finding.likelihood) - order.indexOf(right.finding.likelihood) ||
      right.score - left.score,
  );
  const [first, ...rest] = findings.map(({ finding }) => finding) as [Finding, ...Finding[]];
  return [first, ...rest];
}

/** The provider's own steps where it has some, with the values that are known. */
function remedyFor(cause: DiagnosisCause, evidence: Evidence): Remedy {
  const remedy = evidence.remedies?.[cause] ?? generalRemedies[cause];
  const values = remedyValues(cause, evidence);
  return values.length === 0 ? remedy : { ...remedy, values };
}

/** What the rules say, by cause, in the order of the rules. What only speaks against a cause does not bring it into play. */
function weigh(stated: readonly DiagnosisCause[], evidence: Evidence): readonly Weighed[] {
  const found = new Map<DiagnosisCause, { weights: Weight[]; says: string[] }>();
  for (const rule of diagnosisRules) {
    const says = appliesTo(stated, rule) ? rule.evidence(evidence) : undefined;
    if (says === undefined) continue;
    const entry = found.get(rule.cause) ?? { weights: [], says: [] };
    found.set(rule.cause, entry);
    entry.weights.push(rule.weight);
    if (!entry.says.includes(says)) entry.says.push(says);
  }
  return [...found]
    .filter(
      ([cause, { weights }]) =>
        stated.includes(cause) || weights.some((weight) => weight !== 'against'),
    )
    .map(([cause, entry]) => ({ cause, ...entry }));
}

/** Whether a rule may speak beside the causes that the answer leaves open. */
export function appliesTo(
  stated: readonly DiagnosisCause[],
  { among, unless = [] }: DiagnosisRule,
): boolean {
  return (
    among.some((cause) => stated.includes(cause)) && !unless.some((cause) => stated.includes(cause))
  );
}

function isFavoured(likelihood: Likelihood): boolean {
  return likelihood === 'confirmed' || likelihood === 'likely';
}
