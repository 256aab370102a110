import { describe, expect, it, test } from '@jest/globals';
import {
  diagnosisCauses,
  diagnosisRules,
  diagnosisWeights,
  leadingFindings,
  type DiagnosisCause,
  type Evidence,
  type Likelihood,
} from '@registrar-kit/core';
import fc from 'fast-check';
import { appliesTo, diagnose } from '../../src/diagnosis/diagnose.js';
import { likelihoodOf } from '../../src/diagnosis/likelihood.js';

const address = fc.constantFrom('192.0.2.1', '198.51.100.7', '10.0.0.1', '2001:db8::1');
const seldom = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

/** Evidence of every kind, in any combination. */
const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    credentials: seldom(
      fc.array(
        fc.record({
          field: fc.constantFrom('apiUser', 'apiKey'),
          oddity: fc.constantFrom(
            'email_address',
            'white_space',
            'invisible_character',
            'full_width_character',
            'wrong_shape',
            'wrong_length',
            'placeholder',
            'swapped',
            'equals_other_environment_key',
          ),
          kind: fc.constantFrom('key', 'account_id'),
        }),
        { maxLength: 3 },
      ),
    ),
    clientIp: seldom(address),
    observedAddress: seldom(address),
    environment: seldom(
      fc.record({
        configured: fc.constantFrom('test', 'live'),
        host: fc.constant('api.example.com'),
        hostBelongsTo: fc.constantFrom('test', 'live'),
        separateAccounts: fc.boolean(),
      }),
    ),
    proxied: seldom(fc.boolean()),
    succeededBefore: seldom(fc.boolean()),
    lastSuccess: seldom(fc.record({ agoMs: fc.nat(10_000_000), address })),
    egress: seldom(
      fc.record({
        addresses: fc.uniqueArray(address, { maxLength: 2 }),
        ownAddresses: fc.uniqueArray(address, { maxLength: 2 }),
      }),
    ),
    platform: seldom(fc.constant('AWS Lambda')),
    ipv4Only: seldom(fc.boolean()),
    otherEnvironment: seldom(fc.constantFrom('accepted', 'refused')),
    otherCalls: seldom(fc.constantFrom('succeed', 'fail')),
    standingMatters: seldom(fc.boolean()),
    standing: seldom(fc.record({ rule: fc.constant('20 domains'), met: fc.boolean() })),
    sinceRateLimitMs: seldom(fc.nat(100_000)),
    ownRequests: seldom(
      fc.record({
        count: fc.nat(30),
        limit: fc.constant(20),
        windowMs: fc.constant(60_000),
        atOnce: fc.nat(3),
      }),
    ),
    request: seldom(
      fc.array(
        fc.record({
          oddity: fc.constantFrom(
            'as_documented',
            'bearer_instead',
            'credential_header_missing',
            'key_in_url',
            'outdated_form',
            'content_type_mismatch',
          ),
          seen: fc.constant('something was seen'),
        }),
        { maxLength: 2 },
      ),
    ),
    unexamined: seldom(fc.subarray(['wrong_content_type', 'outdated_client'] as DiagnosisCause[])),
    othersReachable: seldom(fc.boolean()),
    clockAheadMs: seldom(fc.integer({ min: -1_000_000, max: 1_000_000 })),
    systemCode: seldom(fc.constantFrom('ENOTFOUND', 'CERT_HAS_EXPIRED', 'ECONNREFUSED')),
  })
  .map((record) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
  );
const someCauses = fc.uniqueArray(fc.constantFrom(...diagnosisCauses), {
  minLength: 1,
  maxLength: 8,
});

function likelihoods(
  causes: readonly DiagnosisCause[],
  evidence: Evidence,
): Readonly<Record<string, Likelihood>> {
  const diagnosis = diagnose({
    code: 'AUTHENTICATION_FAILED',
    detail: 'refused',
    causes,
    evidence,
  });
  return Object.fromEntries(diagnosis.map(({ cause, likelihood }) => [cause, likelihood]));
}

describe('whatever is known', () => {
  it('does not care in which order the causes are stated', () => {
    fc.assert(
      fc.property(
        someCauses.chain((causes) =>
          fc.tuple(
            fc.constant(causes),
            fc.shuffledSubarray(causes, { minLength: causes.length }),
            anyEvidence,
          ),
        ),
        ([causes, shuffled, evidence]) => {
          expect(likelihoods(shuffled, evidence)).toEqual(likelihoods(causes, evidence));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never drops a stated cause, never names one twice, and puts the likeliest first', () => {
    const order: readonly Likelihood[] = ['confirmed', 'likely', 'possible', 'unlikely'];
    fc.assert(
      fc.property(someCauses, anyEvidence, (causes, evidence) => {
        const diagnosis = diagnose({
          code: 'ACCESS_DENIED',
          detail: 'refused',
          causes,
          evidence,
        });
        const named = diagnosis.map(({ cause }) => cause);
        expect(new Set(named).size).toBe(named.length);
        expect(named).toEqual(expect.arrayContaining(causes));
        const ranks = diagnosis.map(({ likelihood }) => order.indexOf(likelihood));
        expect(ranks).toEqual([...ranks].sort((left, right) => left - right));
        for (const finding of diagnosis) {
          expect(finding.evidence).not.toHaveLength(0);
          expect(finding.remedy.steps).not.toHaveLength(0);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('gives causes of which the same rules speak the same likelihood', () => {
    fc.assert(
      fc.property(someCauses, anyEvidence, (causes, evidence) => {
        const found = likelihoods(causes, evidence);
        const weightsOf = (cause: DiagnosisCause): string =>
          diagnosisRules
            .filter(
              (rule) =>
                rule.cause === cause &&
                appliesTo(causes, rule) &&
                rule.evidence(evidence) !== undefined,
            )
            .map(({ weight }) => weight)
            .sort()
            .join();
        const groups = new Map<string, Set<Likelihood | undefined>>();
        for (const cause of causes) {
          const key = weightsOf(cause);
          groups.set(key, (groups.get(key) ?? new Set()).add(found[cause]));
        }
        for (const likely of groups.values()) expect(likely.size).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('weights', () => {
  it('add up to likely and never to certain', () => {
    expect(likelihoodOf(Array.from({ length: 50 }, () => 'points' as const))).toBe('likely');
    expect(likelihoodOf(['hints', 'hints', 'hints'])).toBe('likely');
    expect(likelihoodOf(['settles'])).toBe('confirmed');
    expect(likelihoodOf([])).toBe('possible');
    expect(likelihoodOf(['open', 'hints'])).toBe('possible');
    expect(likelihoodOf(['against'])).toBe('unlikely');
    expect(likelihoodOf(['points', 'against'])).toBe('possible');
  });

  test.each(diagnosisRules.map((rule) => [`${rule.cause}: ${rule.when}`, rule] as const))(
    '%s has a weight that is printed',
    (_, { weight, when, among }) => {
      expect(Object.keys(diagnosisWeights)).toContain(weight);
      expect(when).toMatch(/^\S.*[^.]$/);
      expect(among).not.toHaveLength(0);
    },
  );
});

describe('leadingFindings', () => {
  it('answers all that are as likely as the first', () => {
    const diagnosis = diagnose({
      code: 'AUTHENTICATION_FAILED',
      detail: 'refused',
      causes: ['wrong_key', 'api_access_disabled', 'environment_mismatch'],
      evidence: { succeededBefore: true },
    });
    expect(leadingFindings(diagnosis).map(({ cause }) => cause)).toEqual([
      'key_rotated',
      'api_access_disabled',
    ]);
  });
});
