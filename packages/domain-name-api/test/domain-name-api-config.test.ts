import { describe, expect, it } from '@jest/globals';
import { isRegistrarError, type InputIssue } from '@registrar-kit/core';
import { domainNameApi } from '../src/index.js';
import { parseDomainNameApiConfig } from '../src/domain-name-api-config.js';
import { resellerId, testKey, liveKey } from './support/credentials.js';

const valid = { environment: 'test', resellerId, apiKey: testKey };

function issuesOf(config: unknown): readonly InputIssue[] {
  try {
    parseDomainNameApiConfig(config);
  } catch (error) {
    if (isRegistrarError(error, 'CONFIGURATION_INVALID')) {
      expect(JSON.stringify([error.message, error.toJSON()])).not.toContain('CANARY');
      return error.issues;
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('parseDomainNameApiConfig', () => {
  it('fills in the defaults and wraps the key', () => {
    const settings = parseDomainNameApiConfig(valid);
    expect(settings).toMatchObject({
      environment: 'test',
      resellerId,
      currency: 'USD',
      apiPrefix: 'api',
      bulkPrefix: 'api-bulk',
      version: 'v1',
      namesPerRequest: 10,
      otherKey: undefined,
    });
    expect(settings.baseUrl.href).toBe('https://ote.domainresellerapi.com/');
    expect(settings.apiKey.reveal()).toBe(testKey);
    expect(JSON.stringify(settings)).not.toContain('CANARY');
  });

  it.each([
    ['test', testKey, liveKey, 'https://ote.domainresellerapi.com/'],
    ['live', liveKey, testKey, 'https://api.domainresellerapi.com/'],
  ])('takes the key of environment %s from apiKeys', (environment, mine, other, href) => {
    const apiKeys = { live: liveKey, test: testKey };
    const settings = parseDomainNameApiConfig({ environment, resellerId, apiKeys });
    expect(settings.apiKey.reveal()).toBe(mine);
    expect(settings.otherKey?.reveal()).toBe(other);
    expect(settings.baseUrl.href).toBe(href);
  });

  it.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://127.0.0.1:8080/api/v1', 'http://127.0.0.1:8080/'],
    ['http://127.0.0.1:8080/api/v1/', 'http://127.0.0.1:8080/'],
    ['https://gateway.example.com/dna', 'https://gateway.example.com/dna'],
    ['https://gateway.example.com/dna/api/v1', 'https://gateway.example.com/dna'],
  ])('understands the base URL %s', (baseUrl, href) => {
    expect(parseDomainNameApiConfig({ ...valid, baseUrl }).baseUrl.href).toBe(href);
  });

  it('tells an e-mail address from a Reseller ID', () => {
    const [issue] = issuesOf({ ...valid, resellerId: 'person@example.com' });
    expect(issue).toMatchObject({ path: 'resellerId', cause: 'email_as_account_id' });
    expect(issue?.cure).toContain('Reseller Settings > Integration Details');
  });

  it('says that an account without a UUID is for the SOAP interface', () => {
    const [issue] = issuesOf({ ...valid, resellerId: 'ownername' });
    expect(issue).toMatchObject({ path: 'resellerId', cause: 'malformed_account_id' });
    expect(issue?.problem).toContain('SOAP');
  });

  it.each([
    ['a blank', `${testKey} `],
    ['a zero-width space', `CANARY\u200b${testKey}`],
    ['a line break', `${testKey}\n`],
  ])('refuses a key with %s', (_what, apiKey) => {
    const [issue] = issuesOf({ ...valid, apiKey });
    expect(issue).toMatchObject({ path: 'apiKey', cause: 'invisible_character' });
  });

  it('names the key that is missing', () => {
    expect(issuesOf({ environment: 'live', resellerId, apiKeys: { test: testKey } })).toEqual([
      expect.objectContaining({ path: 'apiKeys.live', cause: 'environment_mismatch' }),
    ]);
    expect(issuesOf({ environment: 'test', resellerId, apiKeys: {} })).toEqual([
      expect.objectContaining({ path: 'apiKeys.test', cause: 'missing_credentials' }),
    ]);
    expect(issuesOf({ environment: 'test', resellerId })).toEqual([
      expect.objectContaining({ path: 'apiKey', cause: 'missing_credentials' }),
    ]);
    expect(issuesOf({ ...valid, apiKeys: { test: testKey } })).toEqual([
      expect.objectContaining({ path: 'apiKeys', problem: 'stands beside apiKey' }),
    ]);
  });

  it('tells every fault at once', () => {
    const config = {
      environment: 'test',
      resellerID: resellerId,
      baseUrl: 'http://registrar.example.com',
      currency: 'EUR',
      apiPrefix: 'a/b',
    };
    const paths = issuesOf(config).map(({ path }) => path);
    expect(new Set(paths)).toEqual(
      new Set(['resellerId', 'resellerID', 'baseUrl', 'currency', 'apiPrefix', 'apiKey']),
    );
  });

  it.each([0, 1.5, '10', null])('refuses %p names in one search', (namesPerRequest) => {
    expect(issuesOf({ ...valid, namesPerRequest })).toMatchObject([{ path: 'namesPerRequest' }]);
  });

  it('suggests the field that a misspelt one was meant to be', () => {
    const issues = issuesOf({ ...valid, resellerID: resellerId });
    expect(issues[0]?.cure).toContain('did you mean "resellerId"?');
  });

  it('refuses a quota for a bucket that there is not', () => {
    const config = { ...valid, quota: { apy: { maxConcurrent: 2 } } };
    expect(() => domainNameApi.create(config)).toThrow(/quota\.apy/);
  });
});

describe('domainNameApi', () => {
  it('reads its part of the environment', () => {
    const env = {
      DOMAIN_NAME_API_RESELLER_ID: resellerId,
      DOMAIN_NAME_API_LIVE_KEY: liveKey,
      DOMAIN_NAME_API_TEST_KEY: testKey,
    };
    expect(domainNameApi.fromEnv(env)).toEqual({
      resellerId,
      apiKeys: { live: liveKey, test: testKey },
    });
    expect(domainNameApi.fromEnv({ DOMAIN_NAME_API_LIVE_KEY: ' ' })).toEqual({ apiKeys: {} });
  });

  it('makes a registrar', () => {
    const registrar = domainNameApi.create(valid);
    expect(registrar.provider).toBe('domain-name-api');
    expect(registrar.environment).toBe('test');
    expect(registrar.capabilities).toEqual(domainNameApi.capabilities);
  });
});
