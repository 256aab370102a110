import { createHash } from 'node:crypto';
import { quoteValue } from '../values/quote-value.js';

const version = 1;
const listBytes = 12;
const bodyBytes = 1 + 4 + 4 + listBytes;
const checkBytes = 4;

/** What a token says: how many rows of which list were given. */
export interface ResumePoint {
  readonly given: number;
  readonly total: number;
  /** A digest of the list; the names cannot be read from it. */
  readonly list: string;
}

/** Tells one list of names from another, the order included. */
export function digestOfNames(names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of names) {
    // A list can hold anything; what is no text stands for itself as it is shown.
    const text = typeof name === 'string' ? name : quoteValue(name);
    hash.update(`${String(text.length)}:`).update(text);
  }
  return hash.digest().subarray(0, listBytes).toString('base64url');
}

/** The point as one short text. */
export function writeResumeToken({ given, total, list }: ResumePoint): string {
  const body = Buffer.alloc(bodyBytes);
  body.writeUInt8(version, 0);
  body.writeUInt32BE(given, 1);
  body.writeUInt32BE(total, 5);
  body.write(list, 9, 'base64url');
  return Buffer.concat([body, checkOf(body)]).toString('base64url');
}

/** What a token says; `undefined` where it is none, or was changed on its way. */
export function readResumeToken(token: string): ResumePoint | undefined {
  const bytes = Buffer.from(token, 'base64url');
  // Decoding passes over what does not belong there.
  if (bytes.length !== bodyBytes + checkBytes || bytes.toString('base64url') !== token)
    return undefined;
  const body = bytes.subarray(0, bodyBytes);
  if (!checkOf(body).equals(bytes.subarray(bodyBytes)) || body.readUInt8(0) !== version)
    return undefined;
  const point = {
    given: body.readUInt32BE(1),
    total: body.readUInt32BE(5),
    list: body.subarray(9).toString('base64url'),
  };
  return point.given <= point.total ? point : undefined;
}

/** Against slips, not against intent: a token opens nothing. */
function checkOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest().subarray(0, checkBytes);
}
