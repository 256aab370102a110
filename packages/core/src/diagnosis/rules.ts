import { notPublicIpv4 } from './address-kind.js';
import { diagnosisCauses, type DiagnosisCause } from './diagnosis-cause.js';
import { oddCredential, requestShows, rulesFor, type DiagnosisRule } from './diagnosis-rule.js';
import type { Evidence } from './evidence.js';

const credentialCauses = [
  'wrong_key',
  'unknown_account',
  'missing_credentials',
  'environment_mismatch',
  'malformed_account_id',
  'malformed_key',
] as const;
const addressCauses = ['ip_not_allowed', 'client_ip_mismatch'] as const;
const networkCauses = ['network_failure'] as const;
const frequencyCauses = ['too_many_requests'] as const;
/** What an answer leaves open that comes before the call itself is looked at. */
const gateCauses: readonly DiagnosisCause[] = [
  ...credentialCauses,
  ...addressCauses,
  'unsupported_auth_type',
  'operation_not_allowed',
];
/** What an answer leaves open when a request could not be read at all. */
const unreadCauses: readonly DiagnosisCause[] = [
  ...gateCauses,
  'invalid_input',
  'wrong_content_type',
  'unexpected_answer',
  'unclassified',
  'provider_fault',
];
/** Causes that only the request itself could show. */
const requestCauses = [
  'missing_authorization_header',
  'bearer_token_used',
  'credentials_in_wrong_place',
  'wrong_content_type',
  'outdated_client',
  'email_as_account_id',
  'swapped_fields',
  'invisible_character',
] as const;

/** How long a refusal for frequency may have effects, in milliseconds. */
const RATE_LIMIT_MEMORY_MS = 60_000;
/** How far a clock may be off before anything breaks, in milliseconds. */
const CLOCK_TOLERANCE_MS = 300_000;

/**
 * Every rule of the diagnosis. `weights` says what each weight is worth. The README prints this table.
 */
export const diagnosisRules: readonly DiagnosisRule[] = [
  // --- how the credentials look ---
  oddCredential(
    'email_as_account_id',
    'email_address',
    'an e-mail address stands where an account id is expected',
    { among: credentialCauses, when: 'the account id is an e-mail address' },
  ),
  oddCredential(
    'swapped_fields',
    'swapped',
    'the value looks like what belongs into the other field',
    {
      among: credentialCauses,
      when: "account id and key look like each other's value",
    },
  ),
  oddCredential('placeholder_value', 'placeholder', 'the text of an example was left in', {
    among: credentialCauses,
    when: 'a credential is the text of an example',
  }),
  oddCredential('invisible_character', 'invisible_character', 'an invisible character was found', {
    among: credentialCauses,
    when: 'a credential holds an invisible character',
  }),
  oddCredential('invisible_character', 'white_space', 'white space was found', {
    among: credentialCauses,
    when: 'a credential holds white space',
  }),
  oddCredential('invisible_character', 'full_width_character', 'a full-width character was found', {
    among: credentialCauses,
    when: 'a credential holds a full-width character',
  }),
  oddCredential(
    'malformed_account_id',
    'wrong_shape',
    'the value has not the shape that the registrar gives out',
    {
      among: credentialCauses,
      when: 'the account id has another shape than the registrar gives out',
      kind: 'account_id',
    },
  ),
  oddCredential(
    'malformed_key',
    'wrong_shape',
    'the value has not the shape that the registrar gives out',
    {
      among: credentialCauses,
      when: 'the key has another shape than the registrar gives out',
      kind: 'key',
    },
  ),
  oddCredential(
    'malformed_key',
    'wrong_length',
    'the value has not the length that the registrar gives out',
    { among: credentialCauses, when: 'the key is too short or too long', kind: 'key' },
  ),
  oddCredential(
    'environment_mismatch',
    'equals_other_environment_key',
    'the value is the same as the key of the other environment',
    { among: credentialCauses, when: 'the same key is configured for both environments' },
  ),

  // --- environments ---
  {
    cause: 'environment_mismatch',
    weight: 'points',
    among: credentialCauses,
    when: 'the host belongs to the other environment than the configured one',
    evidence: ({ environment }) =>
      environment?.hostBelongsTo !== undefined &&
      environment.hostBelongsTo !== environment.configured
        ? `environment is "${environment.configured}" but ${environment.host} is the ${environment.hostBelongsTo} host`
        : undefined,
  },
  {
    cause: 'environment_mismatch',
    weight: 'settles',
    among: credentialCauses,
    when: 'the other environment accepts the same credentials',
    evidence: acceptedElsewhere,
  },
  ...rulesFor(['wrong_key', 'unknown_account', 'api_access_disabled', 'account_standing'], {
    weight: 'against',
    among: credentialCauses,
    when: 'the other environment accepts the same credentials',
    evidence: acceptedElsewhere,
  }),
  {
    cause: 'environment_mismatch',
    weight: 'against',
    among: credentialCauses,
    when: 'the other environment refuses the same credentials too',
    evidence: ({ otherEnvironment }) =>
      otherEnvironment === 'refused'
        ? 'the other environment refuses the same credentials too'
        : undefined,
  },
  {
    cause: 'other_environment_account',
    weight: 'open',
    among: ['unknown_account'],
    when: 'test and live have accounts of their own',
    evidence: ({ environment }) =>
      environment?.separateAccounts === true
        ? 'test and live have accounts of their own, so that a user name of the one is unknown to the other'
        : undefined,
  },

  // --- what the account may ---
  {
    cause: 'account_standing',
    weight: 'open',
    among: ['api_access_disabled'],
    when: 'the registrar opens its interface to accounts of a certain size only',
    evidence: ({ standingMatters, standing }) =>
      standing?.met === undefined && (standingMatters === true || standing !== undefined)
        ? (standing?.rule ?? 'the registrar gives API access to accounts of a certain size only')
        : undefined,
  },
  {
    cause: 'account_standing',
    weight: 'points',
    among: ['api_access_disabled'],
    when: 'the account is known not to meet that condition',
    evidence: ({ standing }) =>
      standing?.met === false ? `the account does not meet it: ${standing.rule}` : undefined,
  },
  {
    cause: 'account_standing',
    weight: 'against',
    among: ['api_access_disabled'],
    when: 'the account is known to meet that condition',
    evidence: ({ standing }) =>
      standing?.met === true ? `the account meets it: ${standing.rule}` : undefined,
  },

  // --- what was before ---
  // All happen behind our back, and the same observation speaks for each.
  {
    cause: 'key_rotated',
    weight: 'points',
    among: ['wrong_key'],
    when: 'the same credentials were accepted earlier',
    evidence: acceptedEarlier,
  },
  {
    cause: 'api_access_disabled',
    weight: 'points',
    among: ['api_access_disabled'],
    when: 'the same credentials were accepted earlier',
    evidence: acceptedEarlier,
  },
  {
    cause: 'address_changed',
    weight: 'points',
    among: addressCauses,
    when: 'the same credentials were accepted earlier',
    evidence: (evidence: Evidence): string | undefined => {
      const earlier = acceptedEarlier(evidence);
      if (earlier === undefined) return undefined;
      const { observedAddress } = evidence;
      return observedAddress === undefined
        ? earlier
        : `${earlier}; the registrar now sees ${observedAddress}`;
    },
  },
  ...rulesFor(['wrong_key', 'environment_mismatch'], {
    weight: 'against',
    among: credentialCauses,
    when: 'the same credentials were accepted earlier',
    evidence: acceptedEarlier,
  }),
  {
    cause: 'address_changed',
    weight: 'points',
    among: addressCauses,
    when: 'the address is another one than at the last success',
    evidence: movedSince,
  },
  ...rulesFor(['key_rotated', 'api_access_disabled'], {
    weight: 'against',
    among: addressCauses,
    when: 'the address is another one than at the last success, which is enough to be refused',
    evidence: movedSince,
  }),
  ...rulesFor(['address_changed', 'ip_not_allowed'], {
    weight: 'against',
    among: addressCauses,
    when: 'the address is the same as at the last success',
    evidence: (evidence: Evidence): string | undefined => {
      const { last, now } = addresses(evidence);
      return last !== undefined && last === now
        ? `the address is still ${now}, as at the last success`
        : undefined;
    },
  }),
  {
    cause: 'address_changed',
    weight: 'against',
    among: addressCauses,
    when: 'the registrar quotes the configured address',
    evidence: ({ clientIp, observedAddress }) =>
      clientIp !== undefined && clientIp === observedAddress
        ? `the registrar sees ${clientIp}, as the configuration says`
        : undefined,
  },

  // --- addresses ---
  {
    cause: 'client_ip_not_public_ipv4',
    weight: 'settles',
    among: [...addressCauses, 'client_ip_missing'],
    when: 'the configured address is private, loopback or no IPv4 address',
    evidence: ({ clientIp }: Evidence): string | undefined => {
      const kind = clientIp === undefined ? undefined : notPublicIpv4(clientIp);
      return kind === undefined
        ? undefined
        : `the configuration says ${clientIp ?? ''}, which is ${kind}`;
    },
  },
  {
    cause: 'ipv6_egress',
    weight: 'settles',
    among: addressCauses,
    when: 'the registrar takes IPv4 only and quotes an IPv6 address',
    evidence: ({ observedAddress, ipv4Only }) =>
      ipv4Only === true && observedAddress?.includes(':') === true
        ? `the registrar saw ${observedAddress}, an IPv6 address, and takes IPv4 only`
        : undefined,
  },
  {
    cause: 'client_ip_mismatch',
    weight: 'points',
    among: addressCauses,
    when: 'the registrar quotes another address than the configured one',
    evidence: mismatch,
  },
  {
    cause: 'client_ip_mismatch',
    weight: 'hints',
    among: addressCauses,
    when: 'echo services see another address than the configured one',
    evidence: ({ clientIp, observedAddress, egress }) =>
      clientIp !== undefined &&
      observedAddress === undefined &&
      egress !== undefined &&
      egress.addresses.length > 0 &&
      !egress.addresses.includes(clientIp)
        ? `the configuration says ${clientIp}, echo services see ${egress.addresses.join(' and ')}`
        : undefined,
  },
  {
    cause: 'ip_not_allowed',
    weight: 'points',
    among: addressCauses,
    when: 'the registrar quotes the address, and it is no other than the configured one',
    evidence: ({ clientIp, observedAddress }) =>
      observedAddress !== undefined && (clientIp === undefined || clientIp === observedAddress)
        ? `the registrar quotes the address ${observedAddress}`
        : undefined,
  },
  {
    cause: 'ip_not_allowed',
    weight: 'open',
    among: addressCauses,
    when: 'echo services see an address, while the registrar quotes none',
    evidence: ({ observedAddress, egress }) =>
      observedAddress === undefined && egress?.addresses.length === 1
        ? `the address to look for on the list is ${egress.addresses.join()}, as echo services see it`
        : undefined,
  },
  {
    cause: 'behind_nat_or_proxy',
    weight: 'points',
    among: addressCauses,
    when: 'requests go through a proxy, and the registrar quotes another address than the configured one',
    evidence: (evidence) =>
      evidence.proxied === true && mismatch(evidence) !== undefined
        ? 'requests go through the configured proxy, so that the registrar sees the address of the proxy'
        : undefined,
  },
  {
    cause: 'behind_nat_or_proxy',
    // So it is on most servers, refused or not.
    weight: 'open',
    among: addressCauses,
    when: 'echo services see an address that is none of the machine itself',
    evidence: ({ egress }) =>
      egress?.ownAddresses !== undefined &&
      egress.addresses.length > 0 &&
      !egress.addresses.some((address) => egress.ownAddresses?.includes(address))
        ? `echo services see ${egress.addresses.join(' and ')}, which is no address of this machine itself`
        : undefined,
  },
  // Echo services are strangers and many programs run in such places: it explains a refused address, and is only a hint where
  // the answer leaves more open than that.
  ...changingAddress('several outgoing addresses were seen', ({ egress }) =>
    egress !== undefined && egress.addresses.length > 1
      ? `calls leave by several addresses: ${egress.addresses.join(', ')}`
      : undefined,
  ),
  ...changingAddress(
    'the program runs where the outgoing address changes',
    ({ platform, proxied }) =>
      platform !== undefined && proxied !== true
        ? `the program runs on ${platform}, where the outgoing address changes`
        : undefined,
  ),

  // --- how other calls fare ---
  ...rulesFor(
    ['wrong_key', 'unknown_account', 'key_rotated', 'api_access_disabled', 'address_changed'],
    {
      weight: 'against',
      among: credentialCauses,
      when: 'other calls with the same credentials succeed',
      evidence: othersSucceed,
    },
  ),
  {
    cause: 'environment_mismatch',
    weight: 'hints',
    among: ['environment_mismatch'],
    when: 'other calls with the same credentials succeed, as happens where some go to the other environment',
    evidence: othersSucceed,
  },
  {
    cause: 'operation_not_allowed',
    weight: 'points',
    among: ['operation_not_allowed'],
    when: 'other calls with the same credentials succeed',
    evidence: othersSucceed,
  },
  ...rulesFor(['ip_not_allowed', 'address_changed', 'account_locked'], {
    weight: 'against',
    among: ['operation_not_allowed'],
    when: 'other calls with the same credentials succeed',
    evidence: othersSucceed,
  }),
  {
    cause: 'operation_not_allowed',
    weight: 'against',
    among: ['operation_not_allowed'],
    when: 'other calls with the same credentials fail too',
    evidence: ({ otherCalls }) =>
      otherCalls === 'fail' ? 'other calls with the same credentials fail too' : undefined,
  },

  // --- frequency ---
  {
    cause: 'too_many_requests',
    weight: 'points',
    among: frequencyCauses,
    when: 'this process alone sent more than the window permits',
    evidence: ({ ownRequests: own }) =>
      own !== undefined && own.count > own.limit ? sentOf(own) : undefined,
  },
  ...rulesFor(['key_shared_with_other_programs'], {
    weight: 'points',
    among: frequencyCauses,
    when: 'this process kept within what the window permits',
    evidence: ({ ownRequests: own }) =>
      own !== undefined && own.count <= own.limit ? sentOf(own) : undefined,
  }),
  {
    cause: 'parallel_requests',
    weight: 'points',
    among: frequencyCauses,
    when: 'this process had several requests under way at once',
    evidence: ({ ownRequests: own }) =>
      own !== undefined && own.atOnce > 1
        ? `${String(own.atOnce)} requests of this process were under way at once`
        : undefined,
  },
  {
    cause: 'parallel_requests',
    weight: 'against',
    among: frequencyCauses,
    when: 'this process had one request under way at a time',
    evidence: ({ ownRequests: own }) =>
      own !== undefined && own.atOnce <= 1
        ? 'this process had one request under way at a time'
        : undefined,
  },
  {
    cause: 'too_many_requests',
    weight: 'hints',
    among: [...frequencyCauses, 'unexpected_answer', 'blocked_by_protection'],
    when: 'a call was refused for its frequency within the last minute',
    evidence: ({ sinceRateLimitMs }) =>
      sinceRateLimitMs !== undefined && sinceRateLimitMs < RATE_LIMIT_MEMORY_MS
        ? `a call was refused for its frequency ${String(Math.round(sinceRateLimitMs / 1000))} s ago`
        : undefined,
  },

  // --- the request of another program ---
  requestShows('missing_authorization_header', ['credential_header_missing'], {
    weight: 'settles',
    among: unreadCauses,
    when: 'a header with credentials is missing',
  }),
  requestShows('missing_credentials', ['credential_missing'], {
    weight: 'settles',
    among: unreadCauses,
    when: 'a parameter with credentials is missing',
  }),
  requestShows('missing_credentials', ['as_documented'], {
    weight: 'against',
    among: gateCauses,
    when: 'the credentials stand where the registrar documents them',
  }),
  requestShows('bearer_token_used', ['bearer_instead'], {
    weight: 'settles',
    among: unreadCauses,
    when: 'a Bearer header stands in place of the credentials',
  }),
  requestShows('bearer_token_used', ['bearer_beside'], {
    weight: 'aside',
    among: gateCauses,
    when: 'a Bearer header stands beside complete credentials, where it does nothing',
  }),
  requestShows('unsupported_auth_type', ['basic_instead'], {
    weight: 'settles',
    among: unreadCauses,
    when: 'HTTP Basic stands in place of the credentials',
  }),
  requestShows('credentials_in_wrong_place', ['credentials_elsewhere'], {
    weight: 'settles',
    among: unreadCauses,
    when: 'the credentials stand where the registrar does not look for them',
  }),
  requestShows('wrong_content_type', ['content_type_mismatch', 'content_type_missing'], {
    weight: 'points',
    among: unreadCauses,
    when: 'the Content-Type does not fit the body',
  }),
  requestShows('outdated_client', ['outdated_form'], {
    weight: 'points',
    among: unreadCauses,
    when: 'a parameter, path or host is one that only older programs use',
  }),
  requestShows('outdated_client', ['as_documented'], {
    weight: 'against',
    among: gateCauses,
    when: 'the credentials stand where the registrar documents them',
  }),
  requestShows('key_in_url', ['url_too_long'], {
    weight: 'points',
    among: unreadCauses,
    when: 'the URL holds all parameters and is longer than web servers take',
  }),
  requestShows('key_in_url', ['key_in_url'], {
    weight: 'aside',
    among: diagnosisCauses,
    when: 'the key stands in the URL, which exposes it and explains no refusal',
  }),
  ...requestCauses.map((cause): DiagnosisRule => ({
    cause,
    weight: 'open',
    among: unreadCauses,
    when: 'nobody showed the request',
    evidence: ({ unexamined }) =>
      unexamined?.includes(cause) === true
        ? 'the request was not shown, so that this cannot be ruled out'
        : undefined,
  })),

  // --- the network ---
  {
    cause: 'name_resolution_failure',
    weight: 'settles',
    among: networkCauses,
    when: 'the host name cannot be looked up',
    evidence: ({ systemCode }) =>
      systemCode === 'ENOTFOUND' || systemCode === 'EAI_AGAIN'
        ? `the host name could not be looked up (${systemCode})`
        : undefined,
  },
  {
    cause: 'tls_failure',
    weight: 'settles',
    among: networkCauses,
    when: 'TLS was refused',
    evidence: ({ systemCode }) =>
      systemCode !== undefined && /CERT|TLS|SSL|EPROTO/.test(systemCode)
        ? `the secure connection was refused (${systemCode})`
        : undefined,
  },
  {
    cause: 'clock_wrong',
    weight: 'points',
    among: networkCauses,
    when: 'TLS was refused and the clock is minutes off',
    evidence: ({ systemCode, clockAheadMs }) =>
      systemCode !== undefined &&
      /CERT/.test(systemCode) &&
      clockAheadMs !== undefined &&
      Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS
        ? `the clock is off by ${String(Math.round(Math.abs(clockAheadMs) / 60_000))} minutes, and certificates are valid for a time`
        : undefined,
  },
  {
    cause: 'proxy_failure',
    weight: 'hints',
    among: networkCauses,
    when: 'requests go through a proxy',
    evidence: ({ proxied }) =>
      proxied === true ? 'requests go through the configured proxy' : undefined,
  },
  {
    cause: 'network_failure',
    weight: 'points',
    among: networkCauses,
    when: 'no other host can be reached either',
    evidence: ({ othersReachable }) =>
      othersReachable === false ? 'no other host could be reached either' : undefined,
  },
  {
    cause: 'network_failure',
    weight: 'against',
    among: networkCauses,
    when: 'other hosts can be reached',
    evidence: ({ othersReachable }) =>
      othersReachable === true ? 'other hosts can be reached' : undefined,
  },
  ...rulesFor(['provider_unavailable', 'blocked_by_protection'], {
    weight: 'hints',
    among: networkCauses,
    when: 'other hosts can be reached',
    evidence: ({ othersReachable }) =>
      othersReachable === true ? 'other hosts can be reached' : undefined,
  }),
];

function changingAddress(when: string, evidence: DiagnosisRule['evidence']): DiagnosisRule[] {
  const rule = { cause: 'dynamic_address', among: addressCauses, evidence } as const;
  return [
    { ...rule, weight: 'hints', when },
    {
      ...rule,
      weight: 'points',
      unless: ['wrong_key', 'operation_not_allowed'],
      when: `${when}, and the answer speaks of the address alone`,
    },
  ];
}

function acceptedEarlier({ succeededBefore, lastSuccess }: Evidence): string | undefined {
  if (lastSuccess !== undefined) {
    const ago = lastSuccess.agoMs === undefined ? 'earlier' : `${inWords(lastSuccess.agoMs)} ago`;
    return `the same credentials were accepted ${ago}`;
  }
  return succeededBefore === true
    ? 'the same credentials were accepted earlier in this process'
    : undefined;
}

function acceptedElsewhere({ otherEnvironment }: Evidence): string | undefined {
  return otherEnvironment === 'accepted'
    ? 'the other environment accepts the same credentials'
    : undefined;
}

function othersSucceed({ otherCalls }: Evidence): string | undefined {
  return otherCalls === 'succeed'
    ? 'other calls with the same credentials succeed at the same time'
    : undefined;
}

function addresses({ lastSuccess, observedAddress, egress }: Evidence): {
  readonly last: string | undefined;
  readonly now: string | undefined;
} {
  const echoed = egress?.addresses.length === 1 ? egress.addresses[0] : undefined;
  return { last: lastSuccess?.address, now: observedAddress ?? echoed };
}

function movedSince(evidence: Evidence): string | undefined {
  const { last, now } = addresses(evidence);
  return last !== undefined && now !== undefined && last !== now
    ? `the address was ${last} at the last success and is ${now} now`
    : undefined;
}

function mismatch({ clientIp, observedAddress }: Evidence): string | undefined {
  return clientIp !== undefined && observedAddress !== undefined && clientIp !== observedAddress
    ? `the configuration says ${clientIp}, the registrar saw ${observedAddress}`
    : undefined;
}

function sentOf({ count, limit, windowMs }: NonNullable<Evidence['ownRequests']>): string {
  return `this process sent ${String(count)} of the ${String(limit)} requests that are permitted in ${inWords(windowMs)}`;
}

function inWords(ms: number): string {
  const units = [
    [86_400_000, 'd'],
    [3_600_000, 'h'],
    [60_000, 'min'],
  ] as const;
  const [size, name] = units.find(([each]) => ms >= each) ?? [1000, 's'];
  return `${String(Math.round(ms / size))} ${name}`;
}
