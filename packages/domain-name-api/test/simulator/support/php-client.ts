import { request } from 'node:http';

/** What the vendor's own PHP client makes of a reply. */
export interface ClientReply {
  readonly status: number;
  /** `json_decode` of the body: `null` for an empty one. */
  readonly parsed: unknown;
}

type Parameters = Readonly<Record<string, string | number | boolean>>;

/**
 * Sends requests as the vendor's own client does it (DNARest.php 3.0.16, whose methods the reference lists): curl with four
 * headers whatever the method, `http_build_query` for GET and DELETE, `json_encode` for the rest, which escapes slashes and
 * letters that are not ASCII. Written by hand from what is known of it; none of its code is here.
 */
export class PhpClient {
  /** Each request as it went out, such as `GET /api/v1/domains?Sorting=Id+DESC`. */
  readonly sent: string[] = [];
  readonly bodies: string[] = [];
  readonly #config: Readonly<Record<string, unknown>>;
  readonly #before: () => Promise<void>;

  /** @param before - runs before each request, to let the time pass that the vendor wants between two */
  constructor(config: Readonly<Record<string, unknown>>, before: () => Promise<void>) {
    this.#config = config;
    this.#before = before;
  }

  get(endpoint: string, data: Parameters = {}): Promise<ClientReply> {
    return this.#request('GET', withQuery(endpoint, data));
  }

  delete(endpoint: string, data: Parameters): Promise<ClientReply> {
    return this.#request('DELETE', withQuery(endpoint, data));
  }

  /** @param query - zone calls name their domain in the query and carry a body too */
  post(endpoint: string, data: unknown, query: Parameters = {}): Promise<ClientReply> {
    return this.#request('POST', withQuery(endpoint, query), jsonEncode(data));
  }

  put(endpoint: string, data: unknown, query: Parameters = {}): Promise<ClientReply> {
    return this.#request('PUT', withQuery(endpoint, query), jsonEncode(data));
  }

  async #request(method: string, endpoint: string, body?: string): Promise<ClientReply> {
    await this.#before();
    const url = new URL(`${String(this.#config['baseUrl'])}/${endpoint}`);
    this.sent.push(`${method} ${url.pathname}${url.search}`);
    if (body !== undefined) this.bodies.push(body);
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json',
      'X-API-KEY': String(this.#config['apiKey']),
      __reseller: String(this.#config['resellerId']),
      ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method, headers, agent: false }, (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (piece: string) => (text += piece));
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, parsed: jsonDecode(text) });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}

/** PHP's default: slashes and everything beyond ASCII escaped. */
function jsonEncode(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('/', String.raw`\/`)
    .replace(
      /[\u0080-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}

function jsonDecode(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function withQuery(endpoint: string, data: Parameters): string {
  const form = new URLSearchParams(
    Object.entries(data).map(([name, value]): [string, string] => [name, String(value)]),
  ).toString();
  return form === '' ? endpoint : `${endpoint}?${form}`;
}
