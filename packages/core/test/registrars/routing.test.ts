import { describe, expect, it, test } from '@jest/globals';
import { toUnicodeDomain, type RegistrarRoutes, type Route } from '@registrar-kit/core';
import fc from 'fast-check';
import { threeAccounts } from '../support/three-accounts.js';
import { thrownBy } from '../support/thrown-by.js';

const everybody = ['main', 'second', 'dna'];

function routeOf(domain: string, routes?: RegistrarRoutes): Route {
  return threeAccounts(routes).registrars.routeOf({ domain });
}

describe('routes', () => {
  const routes = {
    domains: { 'Example.com.': 'second', 'münchen.de': 'main' },
    tlds: { com: ['main', 'dna'], uk: 'main', 'co.uk': 'dna', рф: 'second', xyz: [] },
    default: ['dna', 'second'],
  };

  test.each<[domain: string, route: Route]>([
    [
      'EXAMPLE.com',
      { manager: 'second', sellers: ['second', 'main', 'dna'], rule: 'routes.domains.example.com' },
    ],
    ['other.com', { manager: 'main', sellers: ['main', 'dna'], rule: 'routes.tlds.com' }],
    ['a.co.uk', { manager: 'dna', sellers: ['dna'], rule: 'routes.tlds.co.uk' }],
    ['a.org.uk', { manager: 'main', sellers: ['main'], rule: 'routes.tlds.uk' }],
    ['a.uk', { manager: 'main', sellers: ['main'], rule: 'routes.tlds.uk' }],
    ['пример.рф', { manager: 'second', sellers: ['second'], rule: 'routes.tlds.xn--p1ai' }],
    [
      'xn--e1afmkfd.XN--P1AI',
      { manager: 'second', sellers: ['second'], rule: 'routes.tlds.xn--p1ai' },
    ],
    [
      'xn--mnchen-3ya.de',
      {
        manager: 'main',
        sellers: ['main', 'dna', 'second'],
        rule: 'routes.domains.xn--mnchen-3ya.de',
      },
    ],
    ['a.xyz', { sellers: [], rule: 'routes.tlds.xyz' }],
    ['a.org', { manager: 'dna', sellers: ['dna', 'second'], rule: 'routes.default' }],
    // A suffix of the list's private part is an ending like any other.
    ['a.uk.com', { manager: 'main', sellers: ['main', 'dna'], rule: 'routes.tlds.com' }],
  ])('lead %s to its own rule, the longest ending or the default', (domain, route) => {
    expect(routeOf(domain, routes)).toEqual(route);
  });

  it('can be left out: then all sell everything, and none is chosen to manage it', () => {
    expect(routeOf('example.com')).toEqual({ sellers: everybody });
    expect(routeOf('example.com', { tlds: { net: 'dna' } })).toEqual({ sellers: everybody });
  });

  it('answer for endings too', () => {
    const { registrars } = threeAccounts(routes);
    expect(registrars.routeOf({ tld: '.CO.UK' })).toMatchObject({ manager: 'dna' });
    expect(registrars.routeOf({ tld: 'uk' })).toMatchObject({ manager: 'main' });
    expect(registrars.forTld('РФ').scope.account).toBe('two');
  });

  it('choose the registrar that manages a domain', () => {
    const { registrars } = threeAccounts(routes);
    expect(registrars.forDomain('example.com')).toBe(registrars.get('second'));
    expect(registrars.forDomain('example.co.uk')).toBe(registrars.get('dna'));
  });

  test.each([
    ['example.com', undefined, 'routes', 'names no registrar for "example.com"'],
    ['a.xyz', routes, 'routes.tlds.xyz', 'names no registrar, so that none manages "a.xyz"'],
    [
      'a.org',
      { default: [] },
      'routes.default',
      'names no registrar, so that none manages "a.org"',
    ],
  ])('say which rule is missing for %s', (domain, rules, path, problem) => {
    const { registrars } = threeAccounts(rules);
    expect(thrownBy(() => registrars.forDomain(domain))).toMatchObject({
      code: 'CONFIGURATION_INVALID',
      operation: 'chooseRegistrar',
      issues: [{ path, problem, cure: expect.stringContaining('main, second, dna') }],
    });
  });

  it('refuse what is no domain and no ending', () => {
    const { registrars } = threeAccounts(routes);
    const refused = (work: () => unknown): unknown => thrownBy(work);
    const invalid = (path: string): unknown =>
      expect.objectContaining({
        code: 'INVALID_INPUT',
        issues: [expect.objectContaining({ path })],
      });
    expect(refused(() => registrars.forDomain('www.example.com'))).toEqual(invalid('domain'));
    expect(refused(() => registrars.forTld('not an ending'))).toEqual(invalid('tld'));
    expect(refused(() => registrars.routeOf(undefined as never))).toEqual(invalid('input'));
    const { proxy, revoke } = Proxy.revocable({ domain: 'example.com' }, {});
    revoke();
    expect(refused(() => registrars.routeOf(proxy))).toEqual(invalid('input'));
    expect(refused(() => registrars.routeOf({ domain: 'a.com', tld: 'com' }))).toEqual(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});

describe('the longest ending', () => {
  const labels = [
    'com',
    'net',
    'uk',
    'co.uk',
    'org.uk',
    'tr',
    'com.tr',
    'рф',
    'de',
    '公司.cn',
    'cn',
  ];
  const ending = fc.constantFrom(...labels);
  const label = fc.constantFrom('example', 'münchen', 'пример', 'a', 'x-1', '例え');
  const account = fc.constantFrom(...everybody);
  const tlds = fc.dictionary(ending, fc.oneof(account, fc.uniqueArray(account, { maxLength: 3 })), {
    noNullPrototype: true,
  });

  /** What the rules mean, said in another way: the rules in order of length, the first that fits. */
  function expected(domain: string, rules: Record<string, string | string[]>): string[] {
    const unicode = toUnicodeDomain(domain);
    const [longest] = Object.keys(rules)
      .filter((tld) => unicode.endsWith(`.${tld}`))
      .sort((left, right) => right.split('.').length - left.split('.').length);
    return longest === undefined ? ['second', 'dna'] : [rules[longest]!].flat();
  }

  it('wins, however domain and rules are written', () => {
    const spelling = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => `${text}.`,
      (text) => new URL(`https://${text}`).hostname,
    );
    fc.assert(
      fc.property(tlds, label, ending, spelling, spelling, (rules, name, tld, spell, spellRule) => {
        const written = Object.fromEntries(
          Object.entries(rules).map(([key, value]) => [spellRule(key), value]),
        );
        const domain = `${name}.${tld}`;
        const route = routeOf(spell(domain), { tlds: written, default: ['second', 'dna'] });
        expect(route.sellers).toEqual(expected(domain, rules));
        expect(route.manager).toBe(route.sellers[0]);
      }),
      { numRuns: 500 },
    );
  });

  it('never decides where the domain has a rule of its own', () => {
    fc.assert(
      fc.property(tlds, label, ending, account, (rules, name, tld, owner) => {
        const domain = `${name}.${tld}`;
        const alone = routeOf(domain, { tlds: rules });
        const route = routeOf(domain, { domains: { [domain]: owner }, tlds: rules });
        expect(route.manager).toBe(owner);
        expect(route.sellers).toEqual([
          owner,
          ...alone.sellers.filter((seller) => seller !== owner),
        ]);
      }),
    );
  });
});
