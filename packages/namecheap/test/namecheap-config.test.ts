import { describe, expect, it } from '@jest/globals';
import { isRegistrarError, type ConfigurationError } from '@registrar-kit/core';
import { namecheap, NamecheapRegistrar } from '@registrar-kit/namecheap';
import { parseNamecheapConfig } from '../src/namecheap-config.js';
import { canaryKey, canaryProxyPassword, expectNoCanary } from './support/canaries.js';
import { testConfig } from './support/test-driver.js';

/** The faults of a configuration as `path: problem`. */
function faultsOf(changes: Record<string, unknown>): readonly string[] {
  return configurationError({ ...testConfig, ...changes }).issues.map(
    ({ path, problem }) => `${path}: ${problem}`,
  );
}

function configurationError(config: unknown): ConfigurationError {
  try {
    namecheap.parseConfig(config);
  } catch (error) {
    if (isRegistrarError(error, 'CONFIGURATION_INVALID')) {
      expectNoCanary(error);
      return error;
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('namecheap configuration', () => {
  it('fills in what is left out', () => {
    const { environment, apiUser, apiKey, clientIp } = testConfig;
    const plain = { environment, apiUser, apiKey, clientIp };
    const settings = parseNamecheapConfig(plain);
    expect(settings.userName).toBe('paneluser');
    expect(settings.baseUrl.href).toBe('https://api.sandbox.namecheap.com/xml.response');
    expect(parseNamecheapConfig({ ...plain, environment: 'live' }).baseUrl.href).toBe(
      'https://api.namecheap.com/xml.response',
    );
    expect(settings.limits).toEqual({
      api: {
        windows: [
          { limit: 20, windowMs: 60_000 },
          { limit: 700, windowMs: 3_600_000 },
          { limit: 8000, windowMs: 86_400_000 },
        ],
        countsFrom: 'completion',
      },
    });
    expectNoCanary(settings);
    expect(settings.apiKey.reveal()).toBe(canaryKey);
  });

  it('lets the base URL name another path, and puts the usual one where it names none', () => {
    const pathOf = (baseUrl: string): string =>
      parseNamecheapConfig({ ...testConfig, baseUrl }).baseUrl.href;
    expect(pathOf('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080/xml.response');
    expect(pathOf('http://localhost:8080/replay')).toBe('http://localhost:8080/replay');
  });

  it('takes other limits for its bucket and knows no other bucket', () => {
    const windows = [{ limit: 50, windowMs: 60_000 }];
    expect(
      parseNamecheapConfig({ ...testConfig, quota: { api: { windows } } }).limits.api.windows,
    ).toEqual(windows);
    expect(faultsOf({ quota: { bulk: { windows } } })).toEqual([
      expect.stringContaining('quota.bulk'),
    ]);
  });

  it.each([
    ['an e-mail address', 'panel@example.com', 'email_as_account_id'],
    ['21 characters', 'a'.repeat(21), 'malformed_account_id'],
    ['a blank', 'panel user', 'invisible_character'],
    ['a zero-width space', 'panel\u200buser', 'invisible_character'],
    ['a byte order mark', '\ufeffpaneluser', 'invisible_character'],
    ['full-width letters', 'ｐaneluser', undefined],
    ['nothing', '', 'missing_credentials'],
    ['no text', 42, undefined],
  ])('refuses %s as apiUser', (_what, apiUser, cause) => {
    const error = configurationError({ ...testConfig, apiUser });
    expect(error.issues.map(({ path }) => path)).toEqual(['apiUser']);
    expect(error.diagnosis.length).toBeGreaterThan(0);
    if (cause !== undefined) expect(error.diagnosis[0].cause).toBe(cause);
  });

  it.each([
    ['a blank at the end', `${canaryKey} `],
    ['a line break', `${canaryKey}\n`],
    ['a zero-width space', `${canaryKey}\u200b`],
    ['a Cyrillic letter', `${canaryKey}\u0430`],
    ['nothing', ''],
  ])('refuses a key with %s, without showing it', (_what, apiKey) => {
    expect(configurationError({ ...testConfig, apiKey }).issues.map(({ path }) => path)).toEqual([
      'apiKey',
    ]);
  });

  it('takes a key of another length: only the vendor knows', () => {
    expect(() => parseNamecheapConfig({ ...testConfig, apiKey: 'short' })).not.toThrow();
  });

  it.each([
    ['a private address', '192.168.1.1', 'client_ip_not_public_ipv4'],
    ['another private address', '10.0.0.1', 'client_ip_not_public_ipv4'],
    ['loopback', '127.0.0.1', 'client_ip_not_public_ipv4'],
    ['IPv6', '2001:db8::1', 'client_ip_not_public_ipv4'],
    ['a host name', 'panel.example.com', 'client_ip_not_public_ipv4'],
    ['a list', '203.0.113.7,203.0.113.8', 'client_ip_not_public_ipv4'],
    ['nothing', undefined, 'client_ip_missing'],
  ])('refuses %s as clientIp', (_what, clientIp, cause) => {
    const error = configurationError({ ...testConfig, clientIp });
    expect(error.issues.map(({ path }) => path)).toEqual(['clientIp']);
    expect(error.diagnosis[0].cause).toBe(cause);
  });

  it('takes echo services instead of an address, and checks them', () => {
    const clientIp = { detect: ['https://ip.example.net'] };
    expect(parseNamecheapConfig({ ...testConfig, clientIp })).toMatchObject({ clientIp });
    expect(faultsOf({ clientIp: { detect: ['http://ip.example.net'] } })).toEqual([
      'clientIp.detect[0]: is not an https URL',
    ]);
    expect(faultsOf({ clientIp: { detect: [] } })).toEqual(['clientIp.detect: names no service']);
  });

  it('lists every fault at once', () => {
    const faults = faultsOf({
      apiUser: 'panel@example.com',
      apiKey: ` ${canaryKey}`,
      clientIp: '10.0.0.1',
      environment: 'sandbox',
      baseUrl: 'http://api.namecheap.com/xml.response',
      proxy: `ftp://user:${canaryProxyPassword}@proxy.example.com`,
      apiusername: 'x',
    });
    for (const field of [
      'apiUser',
      'apiKey',
      'clientIp',
      'environment',
      'baseUrl',
      'proxy',
      'apiusername',
    ]) {
      expect(faults).toEqual(expect.arrayContaining([expect.stringContaining(`${field}:`)]));
    }
  });

  it.each([[undefined], [null], ['namecheap'], [[]]])('refuses %p as a configuration', (config) => {
    expect(configurationError(config).issues.length).toBeGreaterThan(0);
  });

  it('refuses the configuration of another provider', () => {
    expect(faultsOf({ provider: 'domain-name-api' })).toEqual(
      expect.arrayContaining([expect.stringContaining('provider:')]),
    );
  });
});

describe('namecheap provider', () => {
  it('reads its own environment variables and leaves the check to later', () => {
    expect(
      namecheap.fromEnv({
        NAMECHEAP_API_USER: 'paneluser',
        NAMECHEAP_API_KEY: canaryKey,
        NAMECHEAP_USER_NAME: 'other',
        NAMECHEAP_CLIENT_IP: '203.0.113.7',
        DOMAIN_NAME_API_LIVE_KEY: 'x',
      }),
    ).toEqual({
      apiUser: 'paneluser',
      apiKey: canaryKey,
      userName: 'other',
      clientIp: '203.0.113.7',
    });
    expect(namecheap.fromEnv({})).toEqual({});
    expect(namecheap.fromEnv({ NAMECHEAP_USER_NAME: ' ' })).toEqual({});
  });

  it('creates a registrar, and refuses to with a faulty configuration', () => {
    const registrar = namecheap.create(testConfig);
    expect([registrar.provider, registrar.environment, registrar.simulated]).toEqual([
      'namecheap',
      'test',
      false,
    ]);
    expectNoCanary(registrar);
    expect(() => new NamecheapRegistrar({ ...testConfig, apiUser: '' })).toThrow(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
    );
  });

  it('examines access from what needs no network to what needs an account', () => {
    expect(namecheap.probes.map(({ id }) => id)).toEqual([
      'credentials',
      'egress-address',
      'client-address',
      'reachability',
      'clock',
      'access',
      'other-environment',
      'balance',
      'quota',
    ]);
  });
});
