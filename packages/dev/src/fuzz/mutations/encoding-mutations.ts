import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { isGreat, onBytes, pick, type Mutate } from './mutation.js';
import { withHeader } from './with-header.js';

const packings = {
  gzip: (body: Buffer) => gzipSync(body, { level: 1 }),
  deflate: (body: Buffer) => deflateSync(body, { level: 1 }),
  // As usual it takes half a minute for the greatest.
  br: (body: Buffer) =>
    brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
} as const;
const packingNames = Object.keys(packings) as readonly (keyof typeof packings)[];

/** Bytes that mean something else than the headers say, and headers that say something else than the bytes mean. */
export const encodingMutations = {
  'byte order mark': onBytes((body, { a }) =>
    Buffer.concat([
      pick(
        [
          [0xef, 0xbb, 0xbf],
          [0xff, 0xfe],
          [0xfe, 0xff],
        ].map((mark) => Buffer.from(mark)),
        a,
      ),
      body,
    ]),
  ),
  'UTF-16': ((reply, { a }) => {
    const wide = Buffer.from(reply.body.toString(), 'utf16le');
    const body = a % 2 === 0 ? wide : wide.swap16();
    return withHeader({ ...reply, body }, 'content-type', 'text/xml; charset=utf-16');
  }) satisfies Mutate,
  'latin-1': ((reply, { a }) => {
    if (isGreat(reply)) return reply;
    const body = Buffer.from(reply.body.toString().replace(/a/g, 'ä'), 'latin1');
    return a % 2 === 0
      ? { ...reply, body }
      : withHeader({ ...reply, body }, 'content-type', 'application/json; charset=iso-8859-1');
  }) satisfies Mutate,
  'charset lie': ((reply, { a }) =>
    withHeader(
      reply,
      'content-type',
      `text/xml; charset=${pick(['utf-7', 'ibm037', 'x-none', '', '"utf-8', 'utf-16'], a)}`,
    )) satisfies Mutate,
  'content type lie': ((reply, { a }) =>
    withHeader(
      reply,
      'content-type',
      pick(['text/html', 'image/png', 'application/json', 'multipart/mixed; boundary=x', ''], a),
    )) satisfies Mutate,
  'lone surrogates': onBytes((body, { a }) => {
    const text = body.toString();
    const at = a % (text.length + 1);
    const half = text.trimStart().startsWith('<')
      ? Buffer.from([0xed, 0xa0, 0xbd])
      : Buffer.from('\\ud83d');
    return Buffer.concat([Buffer.from(text.slice(0, at)), half, Buffer.from(text.slice(at))]);
  }),
  compressed: ((reply, { a }) => {
    const name = pick(packingNames, a);
    return withHeader({ ...reply, body: packings[name](reply.body) }, 'content-encoding', name);
  }) satisfies Mutate,
  'compressed and damaged': ((reply, { a, b }) => {
    const name = pick(packingNames, a);
    const body = packings[name](reply.body);
    const damaged = b % 2 === 0 ? body.subarray(0, b % (body.length + 1)) : Buffer.from(body);
    if (damaged.length > 0) damaged[b % damaged.length] = (damaged[b % damaged.length] ?? 0) ^ 0x55;
    return withHeader({ ...reply, body: damaged }, 'content-encoding', name);
  }) satisfies Mutate,
  'compression lie': ((reply, { a }) =>
    withHeader(
      reply,
      'content-encoding',
      pick(['gzip', 'br', 'deflate', 'compress', 'gzip, gzip', 'x-none', ''], a),
    )) satisfies Mutate,
} satisfies Record<string, Mutate>;
