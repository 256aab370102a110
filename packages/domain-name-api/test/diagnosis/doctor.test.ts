import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  diagnoseRegistrar,
  isRegistrarError,
  leadingFindings,
  type AccessDiagnosis,
  type DiagnoseOptions,
  type DiagnosisCause,
  type Environment,
  type Finding,
} from '@registrar-kit/core';
import {
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
  type ServedSimulator,
} from '@registrar-kit/testing';
import nock from 'nock';
import { domainNameApi } from '../../src/index.js';
import {
  createDomainNameApiSimulator,
  type DomainNameApiSimulatorOptions,
} from '../../src/simulator/index.js';
import { liveKey, resellerId, testKey } from '../support/credentials.js';

const servers: ServedSimulator[] = [];
afterEach(async () => {
  for (const served of servers.splice(0)) await served.close();
});

interface Vendor {
  readonly config: Record<string, unknown>;
  readonly world: RegistryWorld;
}

/** The simulated vendor on a real socket, which sees every request come from one address. */
async function vendor(
  options: Omit<DomainNameApiSimulatorOptions, 'world'> & {
    readonly environment?: Environment;
    readonly remoteAddress?: string;
  } = {},
): Promise<Vendor> {
  nock.restore();
  const { remoteAddress, ...rest } = options;
  const world = createDemoWorld();
  const simulator = createDomainNameApiSimulator({
    world,
    quota: { windows: [{ limit: 1000, windowMs: 1 }] },
    ...rest,
  });
  const served = await serveSimulator(simulator, {
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  });
  servers.push(served);
  return { config: served.config, world };
}

async function examine(
  config: Record<string, unknown>,
  options: DiagnoseOptions = {},
): Promise<AccessDiagnosis> {
  const report = await diagnoseRegistrar(
    config,
    [domainNameApi],
    { random: () => 0 },
    { echoServices: [], timeoutMs: 2000, ...options },
  );
  const shown = [inspect(report, { depth: 12 }), JSON.stringify(report)].join();
  for (const secret of ['CANARY', (config['apiKey'] as string | undefined) ?? 'CANARY'])
    expect(shown).not.toContain(secret);
  return report;
}

type Ranked = readonly (readonly [DiagnosisCause, string])[];

function ranked(findings: readonly Finding[] = []): Ranked {
  return findings.map(({ cause, likelihood }) => [cause, likelihood] as const);
}

const bare: Ranked = [
  ['wrong_key', 'possible'],
  ['unknown_account', 'possible'],
  ['ip_not_allowed', 'possible'],
  ['environment_mismatch', 'possible'],
  ['outdated_client', 'possible'],
];

describe('an account in order', () => {
  it('passes every check', async () => {
    const { config } = await vendor();
    const report = await examine(config);
    expect(report.checks.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['configuration', 'passed'],
      ['credentials', 'passed'],
      ['egress-address', 'not_checked'],
      ['reachability', 'passed'],
      ['clock', 'passed'],
      ['access', 'passed'],
      ['balance', 'passed'],
      ['quota', 'passed'],
    ]);
    expect(report).toMatchObject({ exitCode: 0, simulated: true, worst: undefined });
  });
});

describe('what the vendor answers alike stays alike', () => {
  it.each<[string, Record<string, unknown>, DomainNameApiSimulatorOptions['rejection']]>([
    ['a wrong key, by a redirect to the login page', { apiKey: testKey }, 'login-redirect'],
    ['a wrong key, by a bare 401', { apiKey: testKey }, 'unauthorized'],
    ['a wrong Reseller ID', { resellerId }, 'unauthorized'],
    [
      'the key of the other environment',
      { apiKey: demoAccounts.reseller.keys.live },
      'unauthorized',
    ],
  ])('%s', async (_, changes, rejection) => {
    const { config } = await vendor({ rejection: rejection ?? 'unauthorized' });
    const report = await examine({ ...config, ...changes });
    expect(report.exitCode).toBe(3);
    expect(ranked(report.worst?.leading)).toEqual(bare);
    const other = report.checks.find(({ id }) => id === 'other-environment');
    expect(other).toMatchObject({
      outcome: 'not_checked',
      shows: ['not checked: it needs your permission'],
    });
  });
});

describe('what more evidence shows', () => {
  it('the other environment accepts the key', async () => {
    const test = await vendor({ environment: 'test' });
    const live = await vendor({ environment: 'live' });
    const report = await examine(
      { ...test.config, apiKey: live.config['apiKey'] },
      { otherEnvironment: { baseUrl: String(live.config['baseUrl']) } },
    );
    expect(ranked(report.worst?.leading)).toEqual([['environment_mismatch', 'confirmed']]);
  });

  it('the other environment refuses it too', async () => {
    const test = await vendor({ environment: 'test' });
    const live = await vendor({ environment: 'live' });
    const report = await examine(
      { ...test.config, apiKey: testKey },
      { otherEnvironment: { baseUrl: String(live.config['baseUrl']) } },
    );
    expect(ranked(report.worst?.diagnosis)).toEqual([
      ...bare.filter(([cause]) => cause !== 'environment_mismatch'),
      ['environment_mismatch', 'unlikely'],
    ]);
  });

  it('the other environment is not tried where nobody says where it is', async () => {
    const { config } = await vendor();
    const report = await examine({ ...config, apiKey: testKey }, { otherEnvironment: true });
    expect(report.checks.find(({ id }) => id === 'other-environment')).toMatchObject({
      outcome: 'not_checked',
    });
  });

  it('worked before: the key was replaced or the address moved, and nothing tells which', async () => {
    const { config, world } = await vendor({ rejection: 'unauthorized' });
    const registrar = domainNameApi.create(config, { random: () => 0 });
    await registrar.verifyAccess();
    world.updateAccount(demoAccounts.reseller.id, { keys: { test: 'another-key-1' } });
    const error: unknown = await registrar.verifyAccess().catch((thrown: unknown) => thrown);
    if (!isRegistrarError(error, 'AUTHENTICATION_FAILED')) throw error;
    expect(ranked(leadingFindings(error.diagnosis))).toEqual([
      ['key_rotated', 'likely'],
      ['address_changed', 'likely'],
    ]);
    // The address at the last success settles it either way.
    const egress = { addresses: ['203.0.113.40'] };
    const [moved, stayed] = ['198.51.100.7', '203.0.113.40'].map((address) =>
      leadingFindings(error.diagnoseWith({ egress, lastSuccess: { address } })),
    );
    expect(ranked(moved)).toEqual([['address_changed', 'likely']]);
    expect(ranked(stayed)).toEqual([['key_rotated', 'likely']]);
  });

  it('an address that is not on the list', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBoundReseller.id,
      remoteAddress: '203.0.113.85',
    });
    const report = await examine(config);
    expect(report.exitCode).toBe(4);
    expect(ranked(report.worst?.leading)).toEqual([['ip_not_allowed', 'confirmed']]);
  });

  it('several outgoing addresses, or a platform that changes them', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBoundReseller.id,
      remoteAddress: '203.0.113.85',
    });
    const several = await examine(config, {
      evidence: { egress: { addresses: ['203.0.113.85', '203.0.113.86'] } },
    });
    expect(ranked(several.worst?.leading)).toEqual([['dynamic_address', 'likely']]);
    const lambda = await examine(config, { platform: 'AWS Lambda' });
    expect(ranked(lambda.worst?.leading)).toEqual([['dynamic_address', 'likely']]);
  });

  it('behind NAT the address to allow is none of the machine itself', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBoundReseller.id,
      remoteAddress: '203.0.113.85',
    });
    const { worst } = await examine(config, {
      evidence: { egress: { addresses: ['203.0.113.85'], ownAddresses: ['10.0.0.5'] } },
    });
    expect(ranked(worst?.diagnosis)).toEqual([
      ['ip_not_allowed', 'confirmed'],
      ['behind_nat_or_proxy', 'possible'],
    ]);
    expect(worst?.diagnosis[0].evidence.join()).toContain('203.0.113.85');
  });

  it('a locked account, where other calls show that it is not the operation', async () => {
    const { config, world } = await vendor();
    world.updateAccount(demoAccounts.reseller.id, { locked: true });
    const open = await examine(config);
    expect(ranked(open.worst?.leading)).toEqual([
      ['operation_not_allowed', 'possible'],
      ['ip_not_allowed', 'possible'],
      ['account_locked', 'possible'],
    ]);
    const all = await examine(config, { evidence: { otherCalls: 'fail' } });
    expect(ranked(all.worst?.leading)).toEqual([
      ['ip_not_allowed', 'possible'],
      ['account_locked', 'possible'],
    ]);
  });

  it('some calls work and others do not: host or address, not the key', async () => {
    const { config } = await vendor();
    const report = await examine(
      { ...config, apiKey: testKey },
      {
        evidence: { otherCalls: 'succeed' },
      },
    );
    expect(ranked(report.worst?.leading)).toEqual([
      // The guide names it first for "some requests work"; it stays a tie.
      ['environment_mismatch', 'possible'],
      ['ip_not_allowed', 'possible'],
      ['outdated_client', 'possible'],
    ]);
  });

  it('a 403 beside calls that were just accepted is about the operation', async () => {
    const { config, world } = await vendor();
    const registrar = domainNameApi.create(config, { random: () => 0 });
    await registrar.verifyAccess();
    world.faults.add({ fault: 'account-locked' });
    const error: unknown = await registrar.getBalance().catch((thrown: unknown) => thrown);
    if (!isRegistrarError(error, 'ACCESS_DENIED')) throw error;
    expect(ranked(error.diagnosis)).toEqual([
      ['operation_not_allowed', 'likely'],
      ['address_changed', 'possible'],
      ['ip_not_allowed', 'unlikely'],
      ['account_locked', 'unlikely'],
    ]);
  });

  it('429 while we keep within the limit: somebody else uses the key', async () => {
    const { config, world } = await vendor();
    world.faults.add({ fault: 'rate-limited', times: 100 });
    const report = await examine(config, { timeoutMs: 6000 });
    expect(report.exitCode).toBe(5);
    expect(ranked(report.worst?.leading)).toEqual([['key_shared_with_other_programs', 'likely']]);
  }, 30_000);
});

describe('a faulty configuration', () => {
  it.each<[string, Record<string, unknown>, DiagnosisCause]>([
    ['an e-mail address', { resellerId: 'me@example.com' }, 'email_as_account_id'],
    ['no UUID', { resellerId: 'panel' }, 'malformed_account_id'],
    ['no key', { apiKey: undefined }, 'missing_credentials'],
    ['a blank in the key', { apiKey: `${testKey} ` }, 'invisible_character'],
    ['exchanged values', { resellerId: testKey, apiKey: resellerId }, 'swapped_fields'],
    [
      'only the key of the other environment',
      { apiKey: undefined, apiKeys: { live: liveKey } },
      'environment_mismatch',
    ],
  ])('with %s leads with its cause', async (_, changes, cause) => {
    const config = {
      provider: 'domain-name-api',
      environment: 'test',
      resellerId,
      apiKey: testKey,
      ...changes,
    };
    const report = await diagnoseRegistrar(config, [domainNameApi], {}, { echoServices: [] });
    expect(report.exitCode).toBe(2);
    expect(ranked(report.worst?.leading)[0]).toEqual([cause, 'confirmed']);
    expect(JSON.stringify(report)).not.toContain('CANARY');
  });

  it('that is well-formed but odd is noticed before anything is sent', async () => {
    const { config } = await vendor();
    const report = await examine({
      ...config,
      apiKey: undefined,
      apiKeys: { test: config['apiKey'], live: config['apiKey'] },
    });
    expect(report.checks.find(({ id }) => id === 'credentials')).toMatchObject({
      outcome: 'noticed',
      shows: ['apiKeys.test: the value is the same as the key of the other environment'],
    });
  });
});
