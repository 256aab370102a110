import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  diagnoseRegistrar,
  money,
  type AccessDiagnosis,
  type DiagnoseOptions,
  type DiagnosisCause,
  type Environment,
} from '@registrar-kit/core';
import {
  createDemoWorld,
  demoAccounts,
  serveSimulator,
  type RegistryWorld,
} from '@registrar-kit/testing';
import { createNamecheapSimulator } from '@registrar-kit/namecheap/simulator';
import nock from 'nock';
import { namecheap } from '../../src/index.js';
import { expectNoCanary, shapelyCanaryKey } from '../support/canaries.js';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

interface Vendor {
  readonly config: Record<string, unknown>;
  readonly world: RegistryWorld;
}

/** The simulated vendor on a real socket, which sees every request come from one address. */
async function vendor(
  options: {
    readonly environment?: Environment;
    readonly account?: string;
    readonly remoteAddress?: string;
    readonly prepare?: (world: RegistryWorld) => void;
  } = {},
): Promise<Vendor> {
  nock.restore();
  const { environment = 'test', remoteAddress, account } = options;
  const world = createDemoWorld();
  options.prepare?.(world);
  const simulator = createNamecheapSimulator({
    world,
    environment,
    sourceAddress: remoteAddress === undefined ? 'auto' : 'connection',
    quota: { windows: [{ limit: 1000, windowMs: 1 }] },
    ...(account === undefined ? {} : { account }),
  });
  const served = await serveSimulator(simulator, {
    ...(remoteAddress === undefined ? {} : { remoteAddress }),
  });
  closers.push(() => served.close());
  return { config: served.config, world };
}

/** An echo service that sees everybody come from one address; `undefined` answers with an error. */
async function echo(address: string | undefined): Promise<string> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(address === undefined ? 500 : 200).end(address ?? 'broken');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
}

async function examine(
  config: Record<string, unknown>,
  options: DiagnoseOptions = {},
): Promise<AccessDiagnosis> {
  const report = await diagnoseRegistrar(
    config,
    [namecheap],
    { random: () => 0 },
    { echoServices: [], timeoutMs: 2000, ...options },
  );
  expectNoCanary(report);
  return report;
}

function outcomes(report: AccessDiagnosis): Readonly<Record<string, string>> {
  return Object.fromEntries(report.checks.map(({ id, outcome }) => [id, outcome]));
}

function leading(report: AccessDiagnosis): readonly (readonly [DiagnosisCause, string])[] {
  return report.worst?.leading.map(({ cause, likelihood }) => [cause, likelihood] as const) ?? [];
}

describe('an account in order', () => {
  it('passes every check, with echo services that agree', async () => {
    const { config } = await vendor();
    const services = await Promise.all([echo('192.0.2.1'), echo('192.0.2.1')]);
    const report = await examine({ ...config, clientIp: '192.0.2.1' }, { echoServices: services });
    expect(outcomes(report)).toEqual({
      configuration: 'passed',
      credentials: 'passed',
      'egress-address': 'passed',
      'client-address': 'passed',
      reachability: 'passed',
      clock: 'passed',
      access: 'passed',
      balance: 'passed',
      quota: 'passed',
    });
    expect(report).toMatchObject({
      provider: 'namecheap',
      environment: 'test',
      simulated: true,
      outcome: 'passed',
      exitCode: 0,
    });
    expect(JSON.stringify(report)).not.toContain(demoAccounts.user.keys.test);
  });

  it('takes echo services that disagree for a hint only', async () => {
    const { config } = await vendor();
    const services = await Promise.all([echo('192.0.2.1'), echo('198.51.100.9')]);
    const report = await examine(config, { echoServices: services });
    expect(outcomes(report)).toMatchObject({
      'egress-address': 'noticed',
      'client-address': 'noticed',
      access: 'passed',
    });
    expect(report).toMatchObject({ outcome: 'noticed', exitCode: 0, worst: undefined });
  });

  it('says when the outgoing address is not known', async () => {
    const { config } = await vendor();
    const report = await examine(config, { echoServices: [await echo(undefined)] });
    expect(outcomes(report)).toMatchObject({
      'egress-address': 'not_checked',
      'client-address': 'not_checked',
      access: 'passed',
    });
  });

  it('notices an empty balance', async () => {
    const keys = { test: shapelyCanaryKey };
    const { config } = await vendor({
      account: 'emptypanel',
      prepare: (world) => {
        world.addAccount({ id: 'emptypanel', keys, balances: [money('0.00', 'USD')] });
      },
    });
    const report = await examine(config);
    expect(report.checks.find(({ id }) => id === 'balance')).toMatchObject({
      outcome: 'noticed',
      facts: { available: ['0.00 USD'] },
    });
  });
});

describe('situations of the guide on Error 1011', () => {
  it('access that is switched off is answered like a wrong key: an honest tie', async () => {
    const { config, world } = await vendor();
    world.updateAccount(demoAccounts.user.id, { apiEnabled: false });
    const report = await examine(config);
    expect(report.exitCode).toBe(3);
    expect(leading(report)).toEqual([
      ['wrong_key', 'possible'],
      ['api_access_disabled', 'possible'],
      ['environment_mismatch', 'possible'],
    ]);
    expect(outcomes(report)).toMatchObject({
      access: 'failed',
      'other-environment': 'not_checked',
      balance: 'not_checked',
    });
  });

  it('the sandbox trap: a sandbox key on the live host, told by the other environment', async () => {
    const live = await vendor({ environment: 'live' });
    const test = await vendor({ environment: 'test' });
    const report = await examine(
      { ...live.config, apiKey: test.config['apiKey'] },
      { otherEnvironment: { baseUrl: String(test.config['baseUrl']) } },
    );
    expect(leading(report)).toEqual([['environment_mismatch', 'confirmed']]);
    expect(report.worst?.diagnosis.map(({ cause, likelihood }) => [cause, likelihood])).toEqual(
      expect.arrayContaining([
        ['wrong_key', 'unlikely'],
        ['account_standing', 'unlikely'],
      ]),
    );
    expect(outcomes(report)['other-environment']).toBe('noticed');
  });

  it('the sandbox trap: a live account below the threshold stays a tie without the key of it', async () => {
    const { config, world } = await vendor({ environment: 'live' });
    world.updateAccount(demoAccounts.user.id, { apiEnabled: false });
    const other = await vendor({ environment: 'test' });
    const options = { otherEnvironment: { baseUrl: String(other.config['baseUrl']) } };
    expect(leading(await examine(config, options))).toEqual([
      ['wrong_key', 'possible'],
      ['api_access_disabled', 'possible'],
      ['account_standing', 'possible'],
    ]);
    const known = { standing: { rule: '20 domains or USD 50', met: false } };
    expect(leading(await examine(config, { ...options, evidence: known }))).toEqual([
      ['account_standing', 'likely'],
    ]);
  });

  it('a server that is not on the list', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBound.id,
      remoteAddress: '203.0.113.85',
    });
    const report = await examine({ ...config, clientIp: '203.0.113.85' });
    expect(report.exitCode).toBe(4);
    expect(leading(report)).toEqual([['ip_not_allowed', 'confirmed']]);
    expect(report.worst?.leading[0].remedy.steps.join(' ')).toContain('203.0.113.85');
  });

  it('ClientIp of the server, run from elsewhere', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBound.id,
      remoteAddress: '203.0.113.85',
    });
    expect(leading(await examine(config))).toEqual([['client_ip_mismatch', 'likely']]);
  });

  it('an address that moved since the last success', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBound.id,
      remoteAddress: '203.0.113.85',
    });
    const report = await examine(
      { ...config, clientIp: '203.0.113.85' },
      { evidence: { lastSuccess: { agoMs: 3_600_000, address: '198.51.100.7' } } },
    );
    expect(leading(report)[0]).toEqual(['address_changed', 'likely']);
    expect(report.worst?.leading[0].evidence.join('; ')).toContain(
      'the address was 198.51.100.7 at the last success and is 203.0.113.85 now',
    );
  });

  it('a platform without a static address', async () => {
    const { config } = await vendor({
      account: demoAccounts.addressBound.id,
      remoteAddress: '203.0.113.85',
    });
    const report = await examine(config, { platform: 'AWS Lambda' });
    expect(leading(report).map(([cause]) => cause)).toContain('dynamic_address');
  });

  it('a locked account', async () => {
    const { config } = await vendor({ account: demoAccounts.locked.id });
    const report = await examine(config);
    expect(report.exitCode).toBe(4);
    expect(leading(report)).toEqual([['account_locked', 'confirmed']]);
  });

  it('another account that has not authorised this one', async () => {
    const { config } = await vendor();
    const report = await examine({ ...config, userName: demoAccounts.poor.id });
    expect(leading(report)).toEqual([['not_authorized_for_account', 'confirmed']]);
  });

  it('too many requests', async () => {
    const { config, world } = await vendor();
    world.faults.add({ fault: 'rate-limited', times: 100 });
    const report = await examine(config, { timeoutMs: 500 });
    expect(report.exitCode).toBe(5);
    expect(report.worst?.code).toBe('RATE_LIMITED');
  });
});

describe('without the vendor', () => {
  it('examines a faulty configuration, and finds the address that is missing in it', async () => {
    nock.restore();
    const report = await examine(
      { provider: 'namecheap', environment: 'live', apiUser: 'x', apiKey: shapelyCanaryKey },
      { echoServices: await Promise.all([echo('203.0.113.40'), echo('203.0.113.40')]) },
    );
    expect(report.exitCode).toBe(2);
    expect(leading(report)).toEqual([['client_ip_missing', 'confirmed']]);
    expect(report.checks.find(({ id }) => id === 'egress-address')).toMatchObject({
      outcome: 'passed',
      facts: { addresses: ['203.0.113.40'] },
    });
    expect(outcomes(report)).toMatchObject({ access: 'not_checked', reachability: 'not_checked' });
  });

  it.each<[string, Record<string, unknown>, DiagnosisCause]>([
    ['a private ClientIp', { clientIp: '192.168.1.1' }, 'client_ip_not_public_ipv4'],
    ['an IPv6 ClientIp', { clientIp: '2001:db8::1' }, 'client_ip_not_public_ipv4'],
    ['an e-mail address', { apiUser: 'me@example.com' }, 'email_as_account_id'],
    ['an invisible character', { apiKey: `${shapelyCanaryKey}\u200B` }, 'invisible_character'],
    ['no key', { apiKey: undefined }, 'missing_credentials'],
    ['exchanged fields', { apiUser: shapelyCanaryKey, apiKey: 'paneluser' }, 'swapped_fields'],
  ])('leads with the cause of %s', async (_, changes, cause) => {
    const report = await examine({
      provider: 'namecheap',
      environment: 'test',
      apiUser: 'paneluser',
      apiKey: shapelyCanaryKey,
      clientIp: '203.0.113.7',
      ...changes,
    });
    expect(report.exitCode).toBe(2);
    expect(leading(report)[0]).toEqual([cause, 'confirmed']);
  });

  it('says what it could not check when the host cannot be reached', async () => {
    const { config } = await vendor();
    await closers.pop()?.();
    const report = await examine(config, { echoServices: [await echo('203.0.113.40')] });
    expect(outcomes(report)).toMatchObject({
      configuration: 'passed',
      reachability: 'failed',
      clock: 'not_checked',
      access: 'not_checked',
      'other-environment': 'not_checked',
      balance: 'not_checked',
      quota: 'passed',
    });
    expect(report).toMatchObject({ exitCode: 9, worst: { code: 'TRANSPORT_FAILED' } });
    expect(report.worst?.diagnosis.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(['network_failure', 'provider_unavailable']),
    );
  });

  it('is likely the network where nothing else can be reached either', async () => {
    const { config } = await vendor();
    await closers.pop()?.();
    const silent = await echo(undefined);
    const report = await examine(config, { echoServices: [silent] });
    expect(leading(report)).toEqual([['network_failure', 'confirmed']]);
  });
});
