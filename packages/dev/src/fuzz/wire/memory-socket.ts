import { Duplex } from 'node:stream';
import { toWire, type WireReply } from './wire-reply.js';

/** A request as it left. */
export interface WireRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers requests. */
export type WireServer = (request: WireRequest) => Promise<WireReply>;

/** The client's end of a connection whose other end is a function in the same process. */
export class MemorySocket extends Duplex {
  readonly connecting = false;
  readonly remoteAddress = '127.0.0.1';
  readonly #server: WireServer;
  #received: Buffer = Buffer.alloc(0);

  constructor(server: WireServer) {
    super();
    this.#server = server;
  }

  override _read(): void {
    // Bytes are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    done();
    const request = readRequest(this.#received);
    if (request === undefined) return;
    this.#received = Buffer.alloc(0);
    void this.#answer(request);
  }

  override _final(done: () => void): void {
    done();
    this.push(null);
  }

  // What node:http asks of a socket beside the stream.
  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setTimeout(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  async #answer(request: WireRequest): Promise<void> {
    const { bytes, stays } = toWire(await this.#server(request));
    if (this.destroyed) return;
    if (bytes.length > 0) this.push(bytes);
    if (!stays) this.push(null);
  }
}

/** A whole request, once all of it is there. */
function readRequest(bytes: Buffer): WireRequest | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [first = '', ...lines] = bytes.subarray(0, end).toString('latin1').split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const length = Number(headers['content-length'] ?? 0);
  const body = bytes.subarray(end + 4);
  if (body.length < length) return undefined;
  return { method, path, headers, body: body.toString('utf8') };
}
