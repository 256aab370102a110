import { describe, expect, it } from '@jest/globals';
import {
  overrideConfiguration,
  overrideEnvironment,
} from '../src/config/override-configuration.js';
import { pointsAtThisMachine } from '../src/config/points-at-this-machine.js';
import { stateDirectory } from '../src/simulation/state-directory.js';

describe('what the command line says in place of the configuration', () => {
  it('reaches a flat configuration', () => {
    expect(
      overrideConfiguration(
        { provider: 'namecheap', environment: 'test' },
        { environment: 'live' },
      ),
    ).toEqual({ provider: 'namecheap', environment: 'live' });
  });

  it('reaches the section of the provider that is chosen', () => {
    const config = {
      provider: 'namecheap',
      environment: 'test',
      namecheap: { environment: 'test', apiUser: 'a' },
      'domain-name-api': { environment: 'test', resellerId: 'b' },
    };
    expect(
      overrideConfiguration(config, { provider: 'domain-name-api', environment: 'live' }),
    ).toEqual({
      ...config,
      provider: 'domain-name-api',
      environment: 'live',
      'domain-name-api': { environment: 'live', resellerId: 'b' },
    });
  });

  it('changes nothing where it says nothing', () => {
    const config = { provider: 'namecheap', environment: 'test' };
    expect(overrideConfiguration(config, {})).toEqual(config);
    const several = { environment: 'test', registrars: { a: config } };
    expect(overrideEnvironment(several, undefined)).toEqual(several);
  });

  it('reaches every one of several accounts', () => {
    const registrars = { a: { environment: 'test', apiUser: 'a' }, b: { apiUser: 'b' }, c: 7 };
    expect(overrideEnvironment({ environment: 'test', registrars }, 'live')).toEqual({
      environment: 'live',
      registrars: {
        a: { environment: 'live', apiUser: 'a' },
        b: { environment: 'live', apiUser: 'b' },
        c: 7,
      },
    });
  });
});

describe('an address of this machine', () => {
  it.each([
    [{ provider: 'namecheap', baseUrl: 'http://127.0.0.1:8080/xml.response' }, true],
    [{ provider: 'namecheap', baseUrl: 'http://localhost:8080' }, true],
    [{ provider: 'namecheap', baseUrl: 'http://[::1]:8080' }, true],
    [{ provider: 'namecheap', namecheap: { baseUrl: 'http://127.0.0.1' } }, true],
    [{ provider: 'domain-name-api', namecheap: { baseUrl: 'http://127.0.0.1' } }, false],
    [{ provider: 'namecheap', baseUrl: 'https://127.0.0.1.example.com' }, false],
    [{ provider: 'namecheap', baseUrl: 'https://api.example.com' }, false],
    [{ provider: 'namecheap', baseUrl: 17 }, false],
    [{ provider: 'namecheap' }, false],
  ])('%j: %s', (config, expected) => {
    expect(pointsAtThisMachine(config)).toBe(expected);
  });
});

describe('the state directory', () => {
  const base = { homeDirectory: '/home/ada', workingDirectory: '/srv/panel', env: {} };
  it.each([
    [{ ...base, platform: 'linux' as const }, '/home/ada/.local/state/registrar-kit'],
    [{ ...base, platform: 'linux' as const, env: { XDG_STATE_HOME: '/x' } }, '/x/registrar-kit'],
    [
      { ...base, platform: 'linux' as const, env: { XDG_STATE_HOME: 'x' } },
      '/home/ada/.local/state/registrar-kit',
    ],
    [
      { ...base, platform: 'darwin' as const },
      '/home/ada/Library/Application Support/registrar-kit',
    ],
    [
      { ...base, platform: 'win32' as const, env: { LOCALAPPDATA: '/local' } },
      '/local/registrar-kit',
    ],
    [
      { ...base, platform: 'linux' as const, env: { REGISTRAR_STATE_DIR: 'here' } },
      '/srv/panel/here',
    ],
    [{ ...base, platform: 'win32' as const, env: { REGISTRAR_STATE_DIR: '/there' } }, '/there'],
  ])('is where the platform keeps it: %j', (io, expected) => {
    expect(stateDirectory(io)).toBe(expected);
  });
});
