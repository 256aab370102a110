import { beforeEach, describe, expect, it, test } from '@jest/globals';
import {
  createRegistrar,
  createRegistrars,
  isRegistrarError,
  registrarConfigFromEnv,
  selectRegistrarConfig,
  type RegistrarEvent,
} from '@registrar-kit/core';
import { accountProvider, type AccountProvider } from '../support/account-provider.js';
import { accounts } from '../support/three-accounts.js';
import { rejectionOf, thrownBy } from '../support/thrown-by.js';

let first: AccountProvider;
let second: AccountProvider;
let providers: readonly AccountProvider[];

beforeEach(() => {
  first = accountProvider('first-registrar');
  second = accountProvider('second-registrar');
  providers = [first, second];
});

const create = (config: unknown): unknown => createRegistrars(config, providers);

function faultsOf(config: unknown): readonly string[] {
  const error = thrownBy(() => create(config));
  if (!isRegistrarError(error, 'CONFIGURATION_INVALID')) throw error;
  expect(error).toMatchObject({ provider: 'registrar-kit', operation: 'createRegistrars' });
  expect(JSON.stringify(error) + String(error.stack)).not.toContain('CANARY');
  return error.issues.map(({ path, problem }) => `${path} ${problem}`);
}

const sound = { environment: 'test', registrars: accounts };

describe('createRegistrars', () => {
  it('makes every account of a configuration, by name and in its order', () => {
    const registrars = createRegistrars(sound, providers);
    expect(registrars.names).toEqual(['main', 'second', 'dna']);
    expect(registrars.names.map((name) => registrars.get(name).scope.account)).toEqual([
      'one',
      'two',
      'three',
    ]);
    expect(registrars.get('second')).toBe(registrars.get('second'));
  });

  it('gives common fields to all, those of a section to its provider, and lets an account differ', () => {
    create({
      environment: 'test',
      timeoutMs: 5000,
      'first-registrar': { timeoutMs: 7000 },
      'second-registrar': { apiKey: 'CANARY-section' },
      registrars: {
        ...accounts,
        second: { ...accounts.second, timeoutMs: 9000 },
        dna: { provider: 'second-registrar', account: 'three' },
      },
    });
    expect(first.configs).toEqual([
      { environment: 'test', timeoutMs: 7000, ...accounts.main },
      { environment: 'test', ...accounts.second, timeoutMs: 9000 },
    ]);
    expect(second.configs).toEqual([
      {
        environment: 'test',
        timeoutMs: 5000,
        provider: 'second-registrar',
        account: 'three',
        apiKey: 'CANARY-section',
      },
    ]);
  });

  it('lets the provider be common too', () => {
    const registrars = createRegistrars(
      {
        provider: 'first-registrar',
        environment: 'live',
        registrars: { a: { account: 'a', apiKey: 'k' }, b: { account: 'b', apiKey: 'k' } },
      },
      providers,
    );
    expect(registrars.names.map((name) => registrars.get(name).provider)).toEqual([
      'first-registrar',
      'first-registrar',
    ]);
  });

  it('takes a configuration for one registrar as one account, that of the environment too', () => {
    const env = { REGISTRAR_PROVIDER: 'second-registrar', REGISTRAR_ENVIRONMENT: 'test' };
    const registrars = createRegistrars(registrarConfigFromEnv(providers, env), providers);
    expect(registrars.names).toEqual(['second-registrar']);
    expect(registrars.forDomain('example.com').scope.account).toBe('from-env');
  });

  it('takes the sections of such a configuration', () => {
    const config = {
      provider: 'second-registrar',
      environment: 'test',
      'first-registrar': { account: 'one', apiKey: 'k' },
      'second-registrar': { account: 'two', apiKey: 'k' },
    };
    expect(createRegistrars(config, providers).forTld('com').scope.account).toBe('two');
    expect(faultsOf({ ...config, environment: undefined })).toEqual(['environment is missing']);
  });

  it('tells every fault at once, each by its path', () => {
    expect(
      faultsOf({
        environment: 'test',
        timeoutMs: 'long',
        clientIp: '192.0.2.1',
        registrars: {
          main: accounts.main,
          second: { provider: 'first-registrar', account: 'two' },
          dna: { ...accounts.dna, colour: 'red' },
          'my account': accounts.main,
          '7': accounts.main,
          nobody: { provider: 'godaddy' },
          text: 'CANARY',
        },
        routes: {
          domain: {},
          domains: { 'example.com': 'secnd', 'www.example.com': 'main', 'a.com': ['main'] },
          tlds: {
            com: ['main', 'nowhere'],
            'co.uk': 'dna',
            '.CO.UK': 'dna',
            рф: 'dna',
            'xn--p1ai': 'main',
            'not a tld': 'main',
            'example.net': 'main',
            net: ['main', 'main'],
            org: 7,
          },
          default: 'constructor',
        },
      }),
    ).toEqual([
      'registrars.7 is no name for a registrar',
      'clientIp is not a known field',
      'timeoutMs is not a number',
      'registrars.second.apiKey is missing',
      'registrars.dna.colour is not a known field',
      'registrars.my account is no name for a registrar',
      'registrars.nobody.provider "godaddy" is not a known provider',
      'registrars.text is not an object',
      'routes.domain is not a field of routes',
      'routes.domains.example.com names "secnd", and no registrar is called so',
      'routes.domains.www.example.com is a host below example.com',
      'routes.domains.a.com is not the name of a registrar',
      'routes.tlds.com names "nowhere", and no registrar is called so',
      'routes.tlds..CO.UK is the same as routes.tlds.co.uk',
      'routes.tlds.xn--p1ai is the same as routes.tlds.рф',
      'routes.tlds.not a tld is not a top-level domain',
      'routes.tlds.example.net is a domain, not an ending',
      'routes.tlds.net names "main" twice',
      'routes.tlds.org is not the name of a registrar',
      'routes.default names "constructor", and no registrar is called so',
    ]);
  });

  it('says a fault of a common field once, and to whom it does not belong', () => {
    const config = { ...sound, timeoutMs: 'long' };
    expect(faultsOf(config)).toEqual(['timeoutMs is not a number']);
    const dna = { ...accounts.dna, timeoutMs: 9000 };
    expect(faultsOf({ ...config, registrars: { ...accounts, dna } })).toEqual([
      'timeoutMs is not a number for "main", "second"',
    ]);
    expect(faultsOf({ ...sound, 'first-registrar': { colour: 'red' } })).toEqual([
      'first-registrar.colour is not a known field',
    ]);
  });

  it('creates nothing where anything is wrong, since quotas last', () => {
    faultsOf({ ...sound, routes: { default: 'nobody' } });
    expect([...first.configs, ...second.configs]).toEqual([]);
  });

  test.each([
    [null, 'config is not an object'],
    [[], 'config is not an object'],
    [{}, 'registrars is missing'],
    [{ registrars: {} }, 'registrars names no account'],
    [{ registrars: [accounts.main] }, 'registrars is not an object'],
    [{ ...sound, routes: ['main'] }, 'routes is not an object'],
    [{ ...sound, routes: { tlds: ['com'] } }, 'routes.tlds is not an object'],
    [{ registrar: accounts }, 'registrars is missing'],
    [{ ...sound, 'first-registrar': 'CANARY' }, 'first-registrar is not an object'],
  ])('refuses %j', (config, fault) => {
    expect(faultsOf(config)).toEqual([fault]);
  });

  it('refuses what throws when it is read, wherever it does', () => {
    const trap = (field: string): object =>
      Object.defineProperty({}, field, {
        enumerable: true,
        get: () => {
          throw new Error('CANARY');
        },
      });
    const unread = 'cannot be read: reading it throws an error of its own';
    expect(faultsOf(trap('registrars'))).toEqual([`config ${unread}`]);
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(faultsOf(proxy)).toEqual([`config ${unread}`]);
    expect(faultsOf({ ...sound, routes: trap('tlds') })).toEqual([`config ${unread}`]);
    const registrars = { ...accounts, dna: trap('provider') };
    expect(faultsOf({ ...sound, registrars })).toEqual([`registrars.dna ${unread}`]);
  });

  it('refuses one account under two names, which would share orders and quota', () => {
    const registrars = { ...accounts, again: { ...accounts.main, apiKey: 'CANARY-other' } };
    expect(faultsOf({ ...sound, registrars })).toEqual([
      'registrars.again is the same account as registrars.main, at api.example.com',
    ]);
  });

  it('refuses rules that compare the sandbox with the real registrar', () => {
    const registrars = { ...accounts, dna: { ...accounts.dna, environment: 'live' } };
    const mixed = (routes: unknown) => faultsOf({ ...sound, registrars, routes });
    expect(mixed(undefined)).toEqual([
      'routes.default is missing, so that all accounts are compared, which are of two environments: main is test, second is test, dna is live',
    ]);
    const each = { domains: { 'a.com': 'dna' }, tlds: { com: 'main', net: ['second', 'dna'] } };
    expect(mixed({ ...each, default: 'dna' })).toEqual([
      'routes.domains.a.com compares accounts, which are of two environments: dna is live, main is test',
      'routes.tlds.net compares accounts, which are of two environments: second is test, dna is live',
    ]);
    const apart = { tlds: { com: ['main', 'second'] }, default: 'dna' };
    expect(createRegistrars({ ...sound, registrars, routes: apart }, providers).names).toHaveLength(
      3,
    );
  });

  it('tells the accounts apart in events, and keeps the runtime otherwise', async () => {
    const events: RegistrarEvent[] = [];
    const registrars = createRegistrars(sound, providers, {
      onEvent: (event) => events.push(event),
    });
    await registrars.get('second').getBalance();
    await registrars.get('main').verifyAccess();
    const types = ['operation.started', 'operation.succeeded'];
    expect(events.map(({ type, registrar }) => [type, registrar])).toEqual([
      ...types.map((type) => [type, 'second']),
      ...types.map((type) => [type, 'main']),
    ]);
    const alone = createRegistrar({ environment: 'test', ...accounts.main }, providers, {
      onEvent: (event) => events.push(event),
    });
    await alone.getBalance();
    expect(events.at(-1)).not.toHaveProperty('registrar');
  });

  it('swallows what a listener throws, at once or later', async () => {
    const deaf = (): never => {
      throw new Error('deaf');
    };
    // An async listener fits the type, whose answer nobody needs.
    for (const onEvent of [deaf, async () => deaf()] as (() => void)[]) {
      const registrars = createRegistrars(sound, providers, { onEvent });
      expect(await registrars.get('dna').getBalance()).toMatchObject({ available: [{}] });
    }
  });
});

describe('get', () => {
  it('names the accounts there are', () => {
    const registrars = createRegistrars(sound, providers);
    const error = thrownBy(() => registrars.get('toString'));
    expect(error).toMatchObject({
      code: 'INVALID_INPUT',
      operation: 'chooseRegistrar',
      issues: [{ path: 'name', cure: 'choose from: main, second, dna' }],
    });
  });
});

describe('selectRegistrarConfig', () => {
  it('answers what createRegistrar takes for one account', () => {
    const config = selectRegistrarConfig(sound, 'second', providers);
    expect(config).toEqual({ environment: 'test', ...accounts.second });
    expect(createRegistrar(config, providers).scope.account).toBe('two');
  });

  it('minds no faults, neither of the others and of the routes nor of the account itself', () => {
    const dna = { provider: 'second-registrar', colour: 'red' };
    const config = {
      ...sound,
      'second-registrar': { apiKey: 'CANARY-section' },
      registrars: { ...accounts, dna, nobody: { provider: 'godaddy' }, text: 'CANARY' },
      routes: { default: 'nobody' },
    };
    const select = (name: string) => selectRegistrarConfig(config, name, providers);
    expect(select('main')).toEqual({ environment: 'test', ...accounts.main });
    expect(select('dna')).toEqual({ environment: 'test', apiKey: 'CANARY-section', ...dna });
    expect(select('nobody')).toEqual({ environment: 'test', provider: 'godaddy' });
    expect(thrownBy(() => select('text'))).toMatchObject({ issues: [{ path: 'registrars.text' }] });
  });

  it('names the accounts there are', () => {
    expect(thrownBy(() => selectRegistrarConfig(sound, 'third', providers))).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      issues: [{ path: 'registrars.third', cure: 'choose from: main, second, dna' }],
    });
    expect(thrownBy(() => selectRegistrarConfig({}, 'third', providers))).toMatchObject({
      issues: [{ path: 'registrars' }],
    });
  });
});

it('is not confused by names that every object has', async () => {
  const text =
    '{"environment":"test","__proto__":{"apiKey":"x"},"registrars":{"constructor":{"provider":"first-registrar","account":"one","apiKey":"k"}},"routes":{"domains":{"__proto__":"constructor"}}}';
  expect(faultsOf(JSON.parse(text))).toEqual([
    '__proto__ is not a known field',
    'routes.domains.__proto__ holds a character that no domain name has',
  ]);
  const registrars = createRegistrars(
    { environment: 'test', registrars: { constructor: accounts.main } },
    providers,
  );
  expect(registrars.names).toEqual(['constructor']);
  expect(
    await rejectionOf(registrars.get('constructor').getDomain({ domain: 'a.com' })),
  ).toMatchObject({ code: 'DOMAIN_NOT_FOUND' });
});
