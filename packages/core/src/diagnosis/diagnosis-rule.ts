import type { DiagnosisCause } from './diagnosis-cause.js';
import type { CredentialOddity, Evidence, OddCredential, RequestOddity } from './evidence.js';
import type { Weight } from './likelihood.js';

/**
 * One rule: when its evidence is there, it weighs for or against the cause, and the text says why.
 *
 * Rules only see evidence, never the provider's name, so that two faults which a vendor answers alike cannot be told
 * apart by taste. The causes in play come from the answer itself; a rule may add one that the answer cannot name.
 */
export interface DiagnosisRule {
  readonly cause: DiagnosisCause;
  readonly weight: Weight;
  /** Only beside one of these causes, so that an odd key does not explain a full quota. */
  readonly among: readonly DiagnosisCause[];
  /** Not beside one of these: what explains a stated refusal alone is a weak pointer where others are open. @defaultValue none */
  readonly unless?: readonly DiagnosisCause[];
  /** What must be known for the rule to speak, in words. */
  readonly when: string;
  /** The evidence of this case in words, or `undefined` when there is none. */
  evidence(evidence: Evidence): string | undefined;
}

/** The same observation, which weighs alike for several causes. */
export function rulesFor(
  causes: readonly DiagnosisCause[],
  rule: Omit<DiagnosisRule, 'cause'>,
): DiagnosisRule[] {
  return causes.map((cause) => ({ cause, ...rule }));
}

/** A rule about credentials that look odd. */
export function oddCredential(
  cause: DiagnosisCause,
  wanted: CredentialOddity,
  says: string,
  rule: Pick<DiagnosisRule, 'among' | 'when'> & { readonly kind?: OddCredential['kind'] },
): DiagnosisRule {
  const { among, when, kind } = rule;
  return {
    cause,
    weight: 'points',
    among,
    when,
    evidence: ({ credentials = [] }) => {
      const odd = credentials.filter(
        (each) => each.oddity === wanted && (kind === undefined || (each.kind ?? 'key') === kind),
      );
      const fields = odd.map(({ field, shown }) =>
        shown === undefined ? field : `${field} (${shown})`,
      );
      return fields.length === 0 ? undefined : `${fields.join(', ')}: ${says}`;
    },
  };
}

/** A rule about what shows in the request of another program. */
export function requestShows(
  cause: DiagnosisCause,
  oddities: readonly RequestOddity[],
  rule: Pick<DiagnosisRule, 'weight' | 'among' | 'when'>,
): DiagnosisRule {
  return {
    cause,
    ...rule,
    evidence: ({ request = [] }) => {
      const seen = request.filter(({ oddity }) => oddities.includes(oddity));
      return seen.length === 0 ? undefined : seen.map((finding) => finding.seen).join('; ');
    },
  };
}
