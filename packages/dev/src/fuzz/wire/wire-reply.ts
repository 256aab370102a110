/** How the end of a body is told, truly or not. */
export type Framing =
  | { readonly kind: 'length' }
  /** Another Content-Length than the body has. */
  | { readonly kind: 'wrong-length'; readonly by: number }
  | { readonly kind: 'chunked' }
  /** Chunked, of which only the beginning comes. */
  | { readonly kind: 'broken-chunks'; readonly bytes: number }
  /** The body ends with the connection. */
  | { readonly kind: 'close' };

/** What a server sends: as bytes, so that it can be anything. */
export interface WireReply {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  readonly framing: Framing;
  /** What comes before the reply proper: another head, which says that more is to come. */
  readonly interim?: string;
  /** Instead of all the above: these bytes, and then the connection ends. None: it ends without an answer. */
  readonly raw?: Buffer;
}

/** The connection ends without an answer. */
export const noReply: WireReply = {
  status: 0,
  headers: [],
  body: Buffer.alloc(0),
  framing: { kind: 'close' },
  raw: Buffer.alloc(0),
};

/** A reply as its bytes, and whether the connection can be used again after it. */
export function toWire(reply: WireReply): { readonly bytes: Buffer; readonly stays: boolean } {
  if (reply.raw !== undefined) return { bytes: reply.raw, stays: false };
  const { body, framing } = reply;
  const lines = [`${reply.interim ?? ''}HTTP/1.1 ${String(reply.status)} Status`];
  for (const [name, value] of reply.headers) lines.push(`${name}: ${value}`);
  switch (framing.kind) {
    case 'length':
      // After an interim status more is awaited, for ever.
      return whole(lines, `Content-Length: ${String(body.length)}`, body, reply.status >= 200);
    case 'wrong-length': {
      const told = Math.max(0, body.length + framing.by);
      return whole(lines, `Content-Length: ${String(told)}`, body, false);
    }
    case 'chunked':
      return whole(lines, 'Transfer-Encoding: chunked', chunked(body), reply.status >= 200);
    case 'broken-chunks': {
      const chunks = chunked(body);
      const part = chunks.subarray(0, framing.bytes % (chunks.length + 1));
      return whole(lines, 'Transfer-Encoding: chunked', part, false);
    }
    case 'close':
      return whole(lines, 'Connection: close', body, false);
  }
}

function whole(
  lines: readonly string[],
  last: string,
  body: Buffer,
  stays: boolean,
): { readonly bytes: Buffer; readonly stays: boolean } {
  const head = Buffer.from([...lines, last, '', ''].join('\r\n'), 'latin1');
  return { bytes: Buffer.concat([head, body]), stays };
}

const chunkBytes = 64 * 1024;

function chunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let from = 0; from < body.length; from += chunkBytes) {
    const piece = body.subarray(from, from + chunkBytes);
    parts.push(Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n'));
  }
  parts.push(Buffer.from('0\r\n\r\n'));
  return Buffer.concat(parts);
}
