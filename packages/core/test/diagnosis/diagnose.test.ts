import { describe, expect, it, test } from '@jest/globals';
import { type DiagnosisCause, type Evidence, type Finding } from '@registrar-kit/core';
import { diagnose } from '../../src/diagnosis/diagnose.js';

const detail = 'the key was refused';

function findingsOf(
  causes: readonly DiagnosisCause[],
  evidence: Evidence = {},
): readonly (readonly [DiagnosisCause, Finding['likelihood']])[] {
  return diagnose({ code: 'AUTHENTICATION_FAILED', detail, causes, evidence }).map(
    ({ cause, likelihood }) => [cause, likelihood] as const,
  );
}

describe('without evidence', () => {
  it('is sure of the one cause that the answer states', () => {
    expect(findingsOf(['unknown_account'])).toEqual([['unknown_account', 'confirmed']]);
  });

  it('prefers none of several', () => {
    expect(findingsOf(['wrong_key', 'api_access_disabled', 'ip_not_allowed'])).toEqual([
      ['wrong_key', 'possible'],
      ['api_access_disabled', 'possible'],
      ['ip_not_allowed', 'possible'],
    ]);
  });

  it('counts a cause that is named twice once', () => {
    expect(findingsOf(['wrong_key', 'wrong_key'])).toEqual([['wrong_key', 'confirmed']]);
  });

  it('falls back on what the code usually means', () => {
    expect(findingsOf([])).toEqual([
      ['wrong_key', 'possible'],
      ['unknown_account', 'possible'],
      ['environment_mismatch', 'possible'],
    ]);
  });

  it('gives the failure itself as evidence', () => {
    const [finding] = diagnose({
      code: 'AUTHENTICATION_FAILED',
      detail,
      causes: ['wrong_key'],
      evidence: {},
    });
    expect(finding.evidence).toEqual([detail]);
  });
});

describe('with evidence', () => {
  test.each<[string, readonly DiagnosisCause[], Evidence, DiagnosisCause]>([
    [
      'an e-mail address as account id',
      ['wrong_key', 'unknown_account'],
      { credentials: [{ field: 'resellerId', oddity: 'email_address' }] },
      'email_as_account_id',
    ],
    [
      'white space in a key',
      ['wrong_key'],
      { credentials: [{ field: 'apiKey', oddity: 'white_space' }] },
      'invisible_character',
    ],
    [
      'an invisible character in a key',
      ['wrong_key'],
      { credentials: [{ field: 'apiKey', oddity: 'invisible_character' }] },
      'invisible_character',
    ],
    [
      'a key of another shape',
      ['wrong_key'],
      { credentials: [{ field: 'apiKey', oddity: 'wrong_shape' }] },
      'malformed_key',
    ],
    [
      'the key of the other environment',
      ['wrong_key'],
      { credentials: [{ field: 'apiKey', oddity: 'equals_other_environment_key' }] },
      'environment_mismatch',
    ],
    [
      'the host of the other environment',
      ['wrong_key', 'unknown_account'],
      { environment: { configured: 'live', host: 'api.sandbox.example', hostBelongsTo: 'test' } },
      'environment_mismatch',
    ],
    [
      'an earlier success',
      ['wrong_key', 'unknown_account'],
      { succeededBefore: true },
      'key_rotated',
    ],
    ['an earlier success', ['ip_not_allowed'], { succeededBefore: true }, 'address_changed'],
    [
      'another address than configured',
      ['client_ip_mismatch', 'client_ip_missing'],
      { clientIp: '192.0.2.1', observedAddress: '198.51.100.7' },
      'client_ip_mismatch',
    ],
    [
      'the address that was quoted',
      ['ip_not_allowed'],
      { observedAddress: '192.0.2.1' },
      'ip_not_allowed',
    ],
    [
      'a failed look-up',
      ['network_failure'],
      { systemCode: 'ENOTFOUND' },
      'name_resolution_failure',
    ],
    [
      'a refused certificate',
      ['network_failure'],
      { systemCode: 'CERT_HAS_EXPIRED' },
      'tls_failure',
    ],
  ])('%s speaks for its cause', (_, causes, evidence, winner) => {
    const [first, ...rest] = diagnose({ code: 'AUTHENTICATION_FAILED', detail, causes, evidence });
    expect(first.cause).toBe(winner);
    expect(['confirmed', 'likely']).toContain(first.likelihood);
    expect(first.evidence).not.toContain(detail);
    // What has no evidence steps back and stays, behind what speaks for another.
    const others = causes.filter((cause) => cause !== winner);
    expect(rest.map(({ cause }) => cause)).toEqual(expect.arrayContaining([...others]));
    expect(rest.every(({ likelihood }) => likelihood !== 'confirmed')).toBe(true);
  });

  it('gives equal evidence equal likelihood', () => {
    // "It worked before" speaks as much for a rotated key as for access that was switched off.
    expect(
      findingsOf(['wrong_key', 'api_access_disabled', 'unknown_account'], {
        succeededBefore: true,
      }),
    ).toEqual([
      ['key_rotated', 'likely'],
      ['api_access_disabled', 'likely'],
      ['unknown_account', 'possible'],
      // A key that was accepted was not mistyped.
      ['wrong_key', 'unlikely'],
    ]);
  });

  it('does not let an odd key explain a full quota', () => {
    const evidence = {
      credentials: [{ field: 'apiKey', oddity: 'wrong_shape' }],
      succeededBefore: true,
    } as const;
    expect(findingsOf(['too_many_requests'], evidence)).toEqual([
      ['too_many_requests', 'confirmed'],
    ]);
  });

  it('takes evidence that shows nothing for none', () => {
    expect(
      findingsOf(['wrong_key', 'ip_not_allowed'], {
        credentials: [],
        succeededBefore: false,
        environment: { configured: 'test', host: 'api.example', hostBelongsTo: 'test' },
        clientIp: '192.0.2.1',
        proxied: false,
        systemCode: 'ECONNREFUSED',
      }),
    ).toEqual([
      ['wrong_key', 'possible'],
      ['ip_not_allowed', 'possible'],
    ]);
  });

  it('joins what speaks for one cause', () => {
    const [first] = diagnose({
      code: 'AUTHENTICATION_FAILED',
      detail,
      causes: ['wrong_key'],
      evidence: {
        credentials: [
          { field: 'apiKey', oddity: 'white_space' },
          { field: 'apiUser', oddity: 'white_space' },
          { field: 'apiKey', oddity: 'invisible_character' },
        ],
      },
    });
    expect(first).toMatchObject({
      cause: 'invisible_character',
      evidence: [
        'apiKey: an invisible character was found',
        'apiKey, apiUser: white space was found',
      ],
    });
  });
});

describe('what the registrar states', () => {
  const bare401 = ['wrong_key', 'unknown_account', 'ip_not_allowed'] as const;
  const lambda = { platform: 'AWS Lambda' };
  const several = { egress: { addresses: ['203.0.113.1', '203.0.113.2'] } };
  const stayed = {
    egress: { addresses: ['203.0.113.1'] },
    lastSuccess: { address: '203.0.113.1' },
  };

  it('is not refuted by circumstances', () => {
    // It was taken off the list: the address is the same, and the registrar says that it is not allowed.
    expect(findingsOf(['ip_not_allowed'], stayed)).toEqual([
      ['ip_not_allowed', 'confirmed'],
      ['address_changed', 'possible'],
    ]);
    expect(findingsOf(['unknown_account'], { otherCalls: 'succeed' })).toEqual([
      ['unknown_account', 'confirmed'],
    ]);
  });

  it.each([lambda, several])(
    'makes of a weak pointer a reason, and alone it stays a hint: %j',
    (evidence) => {
      expect(findingsOf(['ip_not_allowed'], evidence)).toContainEqual([
        'dynamic_address',
        'likely',
      ]);
      for (const causes of [bare401, ['operation_not_allowed', 'ip_not_allowed'] as const])
        expect(findingsOf(causes, evidence).map(([, likelihood]) => likelihood)).toEqual(
          [...causes, 'dynamic_address'].map(() => 'possible'),
        );
    },
  );

  it('is nothing where no answer came and other hosts can be reached', () => {
    const [first, second, third] = diagnose({
      code: 'TRANSPORT_FAILED',
      detail,
      causes: [],
      evidence: { othersReachable: true },
    });
    expect([first.cause, second?.cause]).toEqual(['provider_unavailable', 'blocked_by_protection']);
    expect([first.likelihood, third?.cause, third?.likelihood]).toEqual([
      'possible',
      'network_failure',
      'unlikely',
    ]);
  });

  it('is behind NAT like most servers, which comes before no other cause', () => {
    const nat = { egress: { addresses: ['203.0.113.1'], ownAddresses: ['10.0.0.5'] } };
    expect(findingsOf(bare401, nat)).toEqual(
      [...bare401, 'behind_nat_or_proxy'].map((cause) => [cause, 'possible']),
    );
  });

  it('does not blame a moved address while calls from here succeed', () => {
    const found = findingsOf(bare401, { succeededBefore: true, otherCalls: 'succeed' });
    expect(found.every(([, likelihood]) => likelihood !== 'likely')).toBe(true);
  });
});

describe('values to enter', () => {
  const valuesOf = (causes: readonly DiagnosisCause[], evidence: Evidence, cause: DiagnosisCause) =>
    diagnose({ code: 'ACCESS_DENIED', detail, causes, evidence }).find(
      (finding) => finding.cause === cause,
    )?.remedy.values;
  const allow = 'address to allow';

  test.each<[string, Evidence, DiagnosisCause, unknown]>([
    [
      'the address that the registrar quotes goes before the configured one',
      { clientIp: '203.0.113.1', observedAddress: '203.0.113.2' },
      'client_ip_mismatch',
      [
        { name: allow, value: '203.0.113.2' },
        { name: 'clientIp', value: '203.0.113.2' },
      ],
    ],
    [
      'what echo services say is called so',
      { egress: { addresses: ['203.0.113.3'] } },
      'ip_not_allowed',
      [{ name: `${allow}, as echo services see it`, value: '203.0.113.3' }],
    ],
    [
      'echo services that disagree name none',
      { egress: { addresses: ['203.0.113.3', '203.0.113.4'] } },
      'ip_not_allowed',
      undefined,
    ],
    [
      'a private address is never one to allow',
      { clientIp: '192.168.1.1' },
      'client_ip_not_public_ipv4',
      [{ name: 'field with the wrong value', value: 'clientIp (192.168.1.1)' }],
    ],
  ])('%s', (_, evidence, cause, values) => {
    expect(valuesOf(['ip_not_allowed'], evidence, cause)).toEqual(values);
  });

  it('names the field that holds the wrong value, masked', () => {
    const evidence: Evidence = {
      credentials: [
        {
          field: 'resellerId',
          oddity: 'email_address',
          kind: 'account_id',
          shown: 'j…@example.com',
        },
        { field: 'apiKey', oddity: 'wrong_shape', kind: 'key' },
      ],
    };
    expect(valuesOf(['wrong_key'], evidence, 'email_as_account_id')).toEqual([
      { name: 'field with the wrong value', value: 'resellerId (j…@example.com)' },
    ]);
    expect(valuesOf(['wrong_key'], evidence, 'malformed_key')).toEqual([
      { name: 'field with the wrong value', value: 'apiKey' },
    ]);
    expect(valuesOf(['wrong_key'], evidence, 'wrong_key')).toBeUndefined();
  });
});

describe('remedies', () => {
  const own = {
    actor: 'operator',
    steps: ['Open the page.'],
    link: 'https://example.com',
  } as const;

  it("are the provider's own where it has some, else the general ones", () => {
    const diagnosis = diagnose({
      code: 'AUTHENTICATION_FAILED',
      detail,
      causes: ['wrong_key', 'unknown_account'],
      evidence: { remedies: { wrong_key: own } },
    });
    expect(diagnosis[0].remedy).toEqual(own);
    expect(diagnosis[1]?.remedy).toMatchObject({ actor: 'developer', link: null });
  });
});
