import { describe, expect, it } from '@jest/globals';
import { DomainNameApiRegistrar } from '../../src/index.js';
import { liveKey, testKey } from '../support/credentials.js';
import { expectFailure } from '../support/registrar.js';
import { expectNoCanary, reseller, serveRegistrar } from './support/served-registrar.js';

const domain = 'ornek-bakery.com';
const keys = { live: liveKey, test: testKey };

/** Both worlds of one account, and a configuration that names both keys. */
async function bothWorlds() {
  const [live, test] = [
    await serveRegistrar({ environment: 'live' }),
    await serveRegistrar({ environment: 'test' }),
  ];
  const open = (environment: 'live' | 'test', apiKeys: { live?: string; test?: string } = keys) => {
    const { baseUrl = '', quota = {} } = (environment === 'live' ? live : test).config;
    const config = { environment, baseUrl, quota, resellerId: reseller, apiKeys };
    return new DomainNameApiRegistrar(config, { random: () => 0 });
  };
  return { live, test, open };
}

describe('live and test', () => {
  it('are two worlds, and environment alone picks one', async () => {
    const { live, test, open } = await bothWorlds();
    await open('test').setLock({ domain, locked: false });
    expect(test.world.find(domain)?.locked).toBe(false);
    expect(live.world.find(domain)?.locked).toBe(true);
    await open('live').setPrivacy({ domain, privacy: false });
    expect(live.world.find(domain)?.privacy).toBe(false);
    expect(test.world.find(domain)?.privacy).toBe(true);
  });

  it.each(['login-redirect', 'unauthorized'] as const)(
    'do not take each other’s keys: %s',
    async (rejection) => {
      const { config } = await serveRegistrar({ environment: 'test', rejection });
      const { baseUrl = '', quota = {} } = config;
      const exchanged = { live: testKey, test: liveKey };
      const registrar = new DomainNameApiRegistrar(
        { environment: 'test', baseUrl, quota, resellerId: reseller, apiKeys: exchanged },
        { random: () => 0 },
      );
      const error = await expectFailure(registrar.verifyAccess(), 'AUTHENTICATION_FAILED');
      expect(error).toMatchObject({ status: 401, reason: 'unauthorized', retryable: false });
      expect(error.diagnosis.map(({ cause }) => cause)).toContain('environment_mismatch');
      expectNoCanary(error, registrar);
    },
  );

  it('refuse a live configuration with only a test key before anything is sent', async () => {
    const { live, open } = await bothWorlds();
    expect(() => open('live', { test: testKey })).toThrow(/apiKeys\.live/);
    expect(live.requests).toEqual([]);
  });
});
