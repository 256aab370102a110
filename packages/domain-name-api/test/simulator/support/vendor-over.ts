import {
  createDemoWorld,
  demoAccounts,
  ManualClock,
  type RegistryWorld,
  type SimulatorResponse,
} from '@registrar-kit/testing';
import {
  createDomainNameApiSimulator,
  type DomainNameApiSimulatorOptions,
} from '../../../src/simulator/index.js';

const { reseller } = demoAccounts;

interface Asking {
  readonly headers?: Record<string, string | undefined>;
  readonly body?: unknown;
  readonly remoteAddress?: string;
}

/** A vendor without a network; its second passes between two calls, unless a test holds the clock. */
export interface VendorOver {
  readonly world: RegistryWorld;
  readonly clock: ManualClock;
  /** One request, at once. */
  readonly ask: (method: string, path: string, asking?: Asking) => Promise<Answer>;
  /** One request, a second later. */
  readonly askNext: (method: string, path: string, asking?: Asking) => Promise<Answer>;
  /** A call by its method and the path below the route, such as `GET domains/info?DomainName=example.com`. */
  readonly say: (call: string, body?: unknown) => Promise<Answer>;
  /** The same with whatever comes back, a lost connection too. */
  readonly provoke: (call: string, body?: unknown) => Promise<SimulatorResponse>;
}

export function vendorOver(options: Partial<DomainNameApiSimulatorOptions> = {}): VendorOver {
  const clock = new ManualClock();
  const world = options.world ?? createDemoWorld({ clock });
  const simulator = createDomainNameApiSimulator({ ...options, world });
  const send = (
    method: string,
    path: string,
    { headers = {}, body, remoteAddress = '192.0.2.1' }: Asking = {},
  ): Promise<SimulatorResponse> => {
    const all: Record<string, string | undefined> = {
      'x-api-key': reseller.keys.test,
      __reseller: reseller.id,
      'content-type': 'application/json',
      ...headers,
    };
    const sent = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return simulator.handle({
      method,
      path,
      headers: sent,
      body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
      remoteAddress,
    });
  };
  const provoke = async (call: string, body?: unknown): Promise<SimulatorResponse> => {
    const [method = '', path = ''] = call.split(' ');
    await clock.advance(1000);
    return send(method, `/api/v1/${path}`, { body });
  };
  const ask: VendorOver['ask'] = async (...request) => read(await send(...request));
  return {
    world,
    clock,
    ask,
    askNext: async (...request) => {
      await clock.advance(1000);
      return ask(...request);
    },
    say: async (call, body) => read(await provoke(call, body)),
    provoke,
  };
}

interface WirePrice {
  readonly period: number;
}

/** The fields that the tests look at; each answer has some of them. */
export interface WireRow {
  readonly id: number;
  readonly name: string;
  readonly domainName: string;
  readonly status: unknown;
  readonly constraints: unknown;
  readonly nameServers: readonly unknown[];
  readonly prices: readonly {
    readonly register: readonly WirePrice[];
    readonly transfer: WirePrice;
  }[];
}

interface WireBody {
  readonly items: readonly WireRow[];
  readonly infos: readonly WireRow[];
  readonly expirationDate: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly validationErrors: readonly { readonly members: readonly string[] }[];
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  /** The text as JSON, where it is that. */
  readonly json: unknown;
  readonly body: WireBody;
}

function read(response: SimulatorResponse): Answer {
  if (response.kind !== 'reply') throw new Error(`it did ${response.kind}`);
  const { status, headers, body: text } = response;
  const isJson = headers['content-type']?.startsWith('application/json') === true;
  const json: unknown = isJson ? JSON.parse(text) : undefined;
  return { status, headers, text, json, body: Object(json) as WireBody };
}
