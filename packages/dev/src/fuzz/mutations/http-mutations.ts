import { noReply, type Framing } from '../wire/wire-reply.js';
import { pick, type Mutate } from './mutation.js';
import { withHeader } from './with-header.js';

const statuses = [
  100, 101, 102, 103, 199, 201, 202, 204, 205, 206, 207, 299, 300, 301, 302, 303, 304, 307, 308,
  400, 401, 402, 403, 404, 405, 406, 408, 409, 410, 418, 422, 425, 429, 431, 451, 499, 500, 501,
  502, 503, 504, 511, 520, 599, 600, 999,
];
const places = [
  'https://elsewhere.example/',
  '/account/login',
  '/Account/Login?ReturnUrl=%2Fapi',
  'javascript:alert(1)',
  '//',
  '',
  'http://[::1',
  'https://user:password@elsewhere.example/sign-in',
];
const waits = [
  '0',
  '1',
  '-1',
  '1e9',
  '99999999999999999999',
  'soon',
  '',
  '60',
  '3600',
  '1.5',
  'Wed, 21 Oct 2099 07:28:00 GMT',
  'Thu, 01 Jan 1970 00:00:00 GMT',
  '+275760-09-13',
];
const framings: readonly Framing[] = [
  { kind: 'chunked' },
  { kind: 'close' },
  { kind: 'wrong-length', by: 1 },
  { kind: 'wrong-length', by: -1 },
  { kind: 'wrong-length', by: 1_000_000 },
  { kind: 'wrong-length', by: -1_000_000 },
];
const garbage = [
  'HTTP/1.1 200 OK\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nOK',
  'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nOK!',
  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
  'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOKHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nNO',
  'HTTP/9.9 200 OK\r\n\r\n',
  'HTTP/1.1 banana\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  'SSH-2.0-OpenSSH_9.6\r\n',
  '\u0016\u0003\u0001',
  '\r\n\r\n\r\n',
];

const interims = ['103 Early Hints', '100 Continue', '102 Processing'];

/** What surrounds a body. */
export const httpMutations = {
  'another status': ((reply, { a }) => ({ ...reply, status: pick(statuses, a) })) satisfies Mutate,
  'another status without a body': ((reply, { a }) => ({
    ...reply,
    status: pick(statuses, a),
    body: Buffer.alloc(0),
  })) satisfies Mutate,
  redirect: ((reply, { a, b }) =>
    withHeader(
      { ...reply, status: pick([301, 302, 303, 307, 308], b) },
      'location',
      pick(places, a),
    )) satisfies Mutate,
  'rate limit': ((reply, { a, b }) =>
    withHeader(
      { ...reply, status: pick([429, 405, 503, 200], b) },
      'retry-after',
      pick(waits, a),
    )) satisfies Mutate,
  framing: ((reply, { a }) => ({ ...reply, framing: pick(framings, a) })) satisfies Mutate,
  'broken chunks': ((reply, { a }) => ({
    ...reply,
    framing: { kind: 'broken-chunks', bytes: a },
  })) satisfies Mutate,
  'no answer': (() => noReply) satisfies Mutate,
  'no HTTP': ((reply, { a }) => ({
    ...reply,
    raw: Buffer.from(pick(garbage, a), 'latin1'),
  })) satisfies Mutate,
  'an interim answer first': ((reply, { a }) => ({
    ...reply,
    interim: `HTTP/1.1 ${pick(interims, a)}\r\nLink: <x>\r\n\r\n`,
  })) satisfies Mutate,
  'hostile headers': ((reply, { a, b }) => ({
    ...reply,
    headers: [
      ...reply.headers,
      ...[
        '__proto__',
        'constructor',
        'toString',
        'set-cookie',
        'content-type',
        'x-registrar-simulator',
      ].map((name) => [name, pick(['1', 'polluted', 'a; b=c', ''], b)] as const),
      ...Array.from({ length: a % 300 }, (_, index) => [`x-flood-${String(index)}`, 'x'] as const),
    ],
  })) satisfies Mutate,
  'long header': ((reply, { a }) =>
    withHeader(reply, 'x-long', 'x'.repeat((a % 32) * 1024))) satisfies Mutate,
} satisfies Record<string, Mutate>;
