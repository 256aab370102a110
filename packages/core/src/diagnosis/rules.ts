import type { DiagnosisCause } from './diagnosis-cause.js';
import type { Likelihood } from './diagnosis.js';
import type { Evidence } from './evidence.js';

/**
 * One rule: when its evidence is there, the cause gets the likelihood, and the text says why.
 *
 * Rules only see evidence, never the provider's name, so that two faults which a vendor answers alike cannot be told
 * apart by taste. The causes in play come from the answer itself; a rule may add one that the answer cannot name.
 */
export interface DiagnosisRule {
  readonly cause: DiagnosisCause;
  readonly likelihood: Likelihood;
  /** Only beside one of these causes, so that an odd key does not explain a full quota. */
  readonly among: readonly DiagnosisCause[];
  /** The evidence in words, or `undefined` when there is none. */
  evidence(evidence: Evidence): string | undefined;
}

const credentialCauses = [
  'wrong_key',
  'unknown_account',
  'missing_credentials',
  'environment_mismatch',
] as const;
const addressCauses = ['ip_not_allowed', 'client_ip_mismatch'] as const;
const networkCauses = ['network_failure'] as const;

/** The rules, in the order in which their findings are listed when likelihoods are equal. */
export const diagnosisRules: readonly DiagnosisRule[] = [
  oddCredential(
    'email_as_account_id',
    'email_address',
    'holds an e-mail address; an account id is expected',
  ),
  oddCredential('invisible_character', 'invisible_character', 'holds an invisible character'),
  oddCredential('invisible_character', 'white_space', 'holds white space'),
  oddCredential(
    'malformed_key',
    'wrong_shape',
    'does not have the shape that the registrar gives out',
  ),
  {
    cause: 'environment_mismatch',
    likelihood: 'likely',
    among: credentialCauses,
    evidence: ({ credentials }: Evidence): string | undefined => {
      const same = credentials?.find(({ oddity }) => oddity === 'equals_other_environment_key');
      return same && `${same.field} is the same as the key of the other environment`;
    },
  },
  {
    cause: 'environment_mismatch',
    likelihood: 'likely',
    among: credentialCauses,
    evidence: ({ environment }) =>
      environment?.hostBelongsTo !== undefined &&
      environment.hostBelongsTo !== environment.configured
        ? `environment is "${environment.configured}" but ${environment.host} is the ${environment.hostBelongsTo} host`
        : undefined,
  },
  {
    cause: 'key_rotated',
    likelihood: 'likely',
    among: ['wrong_key'],
    evidence: ({ succeededBefore }) =>
      succeededBefore === true
        ? 'the same credentials were accepted earlier in this process'
        : undefined,
  },
  {
    cause: 'address_changed',
    likelihood: 'likely',
    among: addressCauses,
    evidence: ({ succeededBefore, observedAddress }) =>
      succeededBefore === true
        ? `calls were accepted earlier in this process; the registrar now sees ${observedAddress ?? 'another address'}`
        : undefined,
  },
  {
    cause: 'client_ip_mismatch',
    likelihood: 'likely',
    among: addressCauses,
    evidence: ({ clientIp, observedAddress }) =>
      clientIp !== undefined && observedAddress !== undefined && clientIp !== observedAddress
        ? `the configuration says ${clientIp}, the registrar saw ${observedAddress}`
        : undefined,
  },
  {
    cause: 'ip_not_allowed',
    likelihood: 'likely',
    among: addressCauses,
    evidence: ({ observedAddress }) =>
      observedAddress === undefined
        ? undefined
        : `the registrar quotes the address ${observedAddress}`,
  },
  {
    cause: 'name_resolution_failure',
    likelihood: 'confirmed',
    among: networkCauses,
    evidence: ({ systemCode }) =>
      systemCode === 'ENOTFOUND' || systemCode === 'EAI_AGAIN'
        ? `the host name could not be looked up (${systemCode})`
        : undefined,
  },
  {
    cause: 'tls_failure',
    likelihood: 'confirmed',
    among: networkCauses,
    evidence: ({ systemCode }) =>
      systemCode !== undefined && /CERT|TLS|SSL|EPROTO/.test(systemCode)
        ? `the secure connection was refused (${systemCode})`
        : undefined,
  },
  {
    cause: 'proxy_failure',
    likelihood: 'possible',
    among: networkCauses,
    evidence: ({ proxied }) =>
      proxied === true ? 'requests go through the configured proxy' : undefined,
  },
];

function oddCredential(
  cause: DiagnosisCause,
  wanted: NonNullable<Evidence['credentials']>[number]['oddity'],
  says: string,
): DiagnosisRule {
  return {
    cause,
    likelihood: 'likely',
    among: credentialCauses,
    evidence: ({ credentials }: Evidence): string | undefined => {
      const odd = credentials?.filter(({ oddity }) => oddity === wanted) ?? [];
      return odd.length === 0 ? undefined : `${odd.map(({ field }) => field).join(', ')} ${says}`;
    },
  };
}
