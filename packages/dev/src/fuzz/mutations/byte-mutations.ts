import { onBytes, pick, type Mutate } from './mutation.js';

const nonsense = [
  Buffer.from([0]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xc3, 0x28]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from('"'),
  Buffer.from("'"),
  Buffer.from('<'),
  Buffer.from('>'),
  Buffer.from('&'),
  Buffer.from('{'),
  Buffer.from(']'),
  Buffer.from('\\'),
  Buffer.from('\u2028'),
  Buffer.from('\r\n\r\n'),
];

/** Damage that knows nothing of what it hits. */
export const byteMutations = {
  'flip a bit': onBytes((body, { a, b }) => {
    const changed = Buffer.from(body);
    if (body.length > 0) changed[a % body.length] = (body[a % body.length] ?? 0) ^ (1 << (b % 8));
    return changed;
  }),
  'delete bytes': onBytes((body, { a, b }) => {
    const from = a % (body.length + 1);
    return Buffer.concat([body.subarray(0, from), body.subarray(from + 1 + (b % 40))]);
  }),
  'insert bytes': onBytes((body, { a, b }) => {
    const from = a % (body.length + 1);
    return Buffer.concat([body.subarray(0, from), pick(nonsense, b), body.subarray(from)]);
  }),
  'duplicate bytes': onBytes((body, { a, b }) => {
    const from = a % (body.length + 1);
    const to = Math.min(body.length, from + 1 + (b % 400));
    return Buffer.concat([body.subarray(0, to), body.subarray(from)]);
  }),
  'cut off': onBytes((body, { a }) => body.subarray(0, a % (body.length + 1))),
  'splice two replies': ((reply, { a, b, c }, { others }) => {
    const other = pick(others, a).body;
    const body = Buffer.concat([
      reply.body.subarray(0, b % (reply.body.length + 1)),
      other.subarray(c % (other.length + 1)),
    ]);
    return { ...reply, body };
  }) satisfies Mutate,
  'zero bytes': onBytes((body, { a, b }) => {
    const changed = Buffer.from(body);
    const from = a % (body.length + 1);
    changed.fill(0, from, Math.min(body.length, from + 1 + (b % 8)));
    return changed;
  }),
} satisfies Record<string, Mutate>;
