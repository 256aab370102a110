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

/** A vendor whose second passes between two calls, unless a test holds the clock. */
export function vendorOver(options: Partial<DomainNameApiSimulatorOptions> = {}) {
  const clock = new ManualClock();
  const world: RegistryWorld = options.world ?? createDemoWorld({ clock });
  const simulator = createDomainNameApiSimulator({ ...options, world });
  const ask = async (
    method: string,
    path: string,
    { headers = {}, body, remoteAddress = '192.0.2.1' }: Asking = {},
  ) => {
    const all: Record<string, string | undefined> = {
      'x-api-key': reseller.keys.test,
      __reseller: reseller.id,
      'content-type': 'application/json',
      ...headers,
    };
    const sent = Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    );
    return read(
      await simulator.handle({
        method,
        path,
        headers: sent,
        body: body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body),
        remoteAddress,
      }),
    );
  };
  const askNext = async (method: string, path: string, asking?: Asking) => {
    await clock.advance(1000);
    return ask(method, path, asking);
  };
  return {
    world,
    clock,
    ask,
    askNext,
    /** A call by its method and the path below the route, such as `GET domains/info?DomainName=example.com`. */
    say: (call: string, body?: unknown) => {
      const [method = '', path = ''] = call.split(' ');
      return askNext(method, `/api/v1/${path}`, { body });
    },
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
