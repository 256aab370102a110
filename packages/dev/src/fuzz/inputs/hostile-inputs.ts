import { Secret } from '@registrar-kit/core';

const long = 1_000_000;

/** Fillers that expressions are slow at, where they are slow at anything. */
const fillers = [
  'a',
  'a.',
  '-',
  ' ',
  '1',
  '.',
  '\u00e9',
  '\u200d',
  '\ud83d',
  '"',
  '\\',
  '+1',
  '@a',
  '0.',
];

class Surprise {
  readonly domain = 'example.com';
  get years(): number {
    throw new Error('surprise');
  }
}

/** Values that nobody should give and somebody will, each made anew for each case. By name, so that a case is plain data. */
export const hostileInputs: Readonly<Record<string, () => unknown>> = {
  nothing: () => undefined,
  null: () => null,
  'an empty text': () => '',
  'an empty object': () => ({}),
  'an empty list': () => [],
  true: () => true,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'minus zero': () => -0,
  'a fraction': () => 1.5,
  'a great number': () => 2 ** 53,
  'a negative number': () => -1,
  'a BigInt': () => 10n,
  'a symbol': () => Symbol('domain'),
  'a function': () => () => 'example.com',
  'a Date': () => new Date(0),
  'an invalid Date': () => new Date(Number.NaN),
  'a Map': () => new Map([['domain', 'example.com']]),
  'a promise': () => Promise.resolve('example.com'),
  'a thenable': () => ({ then: (use: (value: string) => void) => use('example.com') }),
  'a String object': () => Object('example.com') as unknown,
  'a Secret': () => new Secret('CANARY-secret!1'),
  'an instance': () => new Surprise(),
  'a getter that throws': () =>
    Object.defineProperty({}, 'domain', {
      enumerable: true,
      get: () => {
        throw new Error('CANARY thrown by a getter');
      },
    }),
  'a proxy that throws': () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new TypeError('CANARY thrown by a proxy');
        },
        ownKeys: () => {
          throw new TypeError('CANARY thrown by a proxy');
        },
      },
    ),
  'a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  'a proxy of a list': () => new Proxy(['example.com'], {}),
  'a proxy with endless keys': () =>
    new Proxy({}, { get: (_target, key) => (typeof key === 'string' ? key.repeat(2) : undefined) }),
  'a text that throws': () => ({
    toString: () => {
      throw new Error('CANARY thrown by toString');
    },
  }),
  'JSON that throws': () => ({
    toJSON: () => {
      throw new Error('CANARY thrown by toJSON');
    },
  }),
  'a circle': () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    return circle;
  },
  'a list with holes': () => Object.assign(new Array<unknown>(5), { 3: 'example.com' }),
  'a list of nothing': () => [undefined, null, '', Number.NaN],
  'a list that lies': () => Object.assign(['example.com'], { length: 4_000_000_000 }),
  'a long list': () => Array.from({ length: 100_000 }, (_, index) => `name-${String(index)}.com`),
  'a deep list': () => {
    let deep: unknown = [];
    for (let level = 0; level < 5000; level += 1) deep = [deep];
    return deep;
  },
  'no prototype': () => Object.assign(Object.create(null) as object, { domain: 'example.com' }),
  'an own __proto__': (): unknown =>
    JSON.parse('{"__proto__":{"polluted":true},"domain":"example.com"}'),
  'names of Object': () => ({ constructor: 1, toString: 2, hasOwnProperty: 3, valueOf: 4 }),
  'a frozen object': () => Object.freeze({ domain: 'example.com' }),
  'a lone surrogate': () => 'ex\ud800ample.com',
  'a NUL': () => 'example\u0000.com',
  'line breaks': () => 'example.com\r\nX-Forged: yes',
  'a change of direction': () => '\u202emoc.elpmaxe',
  'a Cyrillic look-alike': () => '\u0435xample.com',
  'full-width letters': () => '\uff45\uff58ample\uff0ecom',
  'the name of a prototype': () => '__proto__',
  'a path': () => '../../etc/passwd',
  'a query': () => "example.com&Command=namecheap.domains.create'--",
  XML: () => '<x>]]>&amp;<!--',
  'a web address': () => 'https://example.com/?a=b#c',
  'a template': () => '${7*7}{{7*7}}%s%n',
  ...Object.fromEntries(
    fillers.map((filler) => [
      `a million of ${JSON.stringify(filler)}`,
      () => filler.repeat(long / filler.length),
    ]),
  ),
};

/** Names under which a field that nobody knows is added. */
export const strayNames = [
  '__proto__',
  'constructor',
  'toString',
  'dryrun',
  'Domain',
  '',
  'a\nb',
  'x'.repeat(5000),
];
