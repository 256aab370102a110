import {
  asRead,
  asWrite,
  money,
  operationNames,
  ProviderError,
  readDomainName,
  Secret,
  toUnicodeDomain,
  type Balance,
  type CallContext,
  type Capability,
  type CapabilityTable,
  type Domain,
  type DomainName,
  type DriverAvailability,
  type LockState,
  type OperationName,
  type RegistrarDriver,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import {
  HttpClient,
  isReadFault,
  parseJson,
  quotaFor,
  toUnexpectedResponse,
  type VendorReply,
} from '@registrar-kit/provider-kit';

/** Faults as people make them in adapters. */
export type PlantedFault =
  /** Sound. */
  | 'none'
  /** Takes the rows of a search as they come, whatever names stand in them. */
  | 'trusts-any-row'
  /** Gives on what is missing. */
  | 'answers-undefined'
  /** Hands a number on as an amount. */
  | 'counts-in-floats'
  /** Takes any answer to a write for a yes, and does not look. */
  | 'believes-every-write'
  /** Says that nothing was done whenever a write fails. */
  | 'excuses-every-failure'
  /** Quotes the answer, in which the key may come back. */
  | 'quotes-the-answer'
  /** Lets its own mistakes out. */
  | 'stumbles'
  /** Copies what it reads key by key. */
  | 'copies-every-key'
  /** Looks through a text again and again. */
  | 'rereads';

type Json = Readonly<Record<string, unknown>>;

const supported: readonly OperationName[] = [
  'getCapabilities',
  'getBalance',
  'getDomain',
  'syncDomain',
  'getLock',
  'setLock',
];
const quota = { api: { windows: [{ limit: 20, windowMs: 1000 }], countsFrom: 'start' } } as const;

/** A little adapter for a few operations of one vendor: sound as such, and faulty in one way where that is wanted. */
export function carelessDriver(
  config: Json,
  runtime: RegistrarRuntime,
  fault: PlantedFault,
): RegistrarDriver {
  const provider = 'domain-name-api';
  const key = new Secret(
    String(config['apiKey'] ?? Reflect.get(Object(config['apiKeys']), 'test')),
  );
  const baseUrl = new URL(String(config['baseUrl']));
  const account = String(config['resellerId']);
  const scope = { provider, host: baseUrl.host, account };
  const settings = { provider, environment: 'test', baseUrl, secrets: [key] } as const;
  const http = new HttpClient(settings, quotaFor(scope, quota, runtime), runtime);

  async function ask(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    call: CallContext,
  ): Promise<unknown> {
    const reply = await http.exchange(
      {
        target: `${method} ${path}`,
        method,
        url: new URL(`/api/v1/${path}`, baseUrl),
        headers: {
          'X-API-KEY': key.reveal(),
          __reseller: account,
          'Content-Type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        bucket: 'api',
      },
      call,
    );
    if (fault === 'rereads') reread(reply.body);
    if (fault === 'believes-every-write' && call.retry === 'never') return {};
    try {
      if (reply.status < 200 || reply.status > 299) throw new Error(`HTTP ${String(reply.status)}`);
      if (reply.body.trim() === '') return {};
      const json: unknown =
        fault === 'copies-every-key' ? JSON.parse(reply.body) : parseJson(reply.body);
      if (fault === 'copies-every-key') copyInto({}, json);
      return json;
    } catch (error) {
      throw toError(error, reply, call);
    }
  }

  function toError(error: unknown, reply: VendorReply, call: CallContext): Error {
    if (fault === 'quotes-the-answer')
      return new ProviderError({
        ...call.origin,
        detail: reply.body.slice(0, 500),
        effect: effectOf(call),
      });
    const read = isReadFault(error)
      ? error
      : ({ kind: 'wrong_status', detail: 'no success' } as const);
    // The answers hold contacts.
    const said = toUnexpectedResponse(read, call, { ...reply, body: '' }, (text) =>
      http.redact(text),
    );
    return fault === 'excuses-every-failure'
      ? new ProviderError({ ...call.origin, detail: 'not done', effect: 'none' })
      : said;
  }

  const wrong = (call: CallContext): Error =>
    new ProviderError({
      ...call.origin,
      detail: 'the answer makes no sense',
      effect: effectOf(call),
    });

  async function info(domain: DomainName, call: CallContext): Promise<Json> {
    const json = await ask('GET', `domains/info?DomainName=${domain}`, undefined, call);
    if (fault === 'stumbles') return json as Json;
    if (!isObject(json)) throw wrong(call);
    const named = readDomainName(json['domainName'] as string);
    if (!named.ok || named.domain !== domain) throw wrong(call);
    return json;
  }

  async function getBalance(call: CallContext): Promise<Balance> {
    const { usdBalance } = Object(await ask('GET', 'deposit/accounts/me', undefined, call)) as Json;
    if (fault === 'counts-in-floats')
      return { available: [{ amount: usdBalance as string, currency: 'USD' }] };
    if (fault === 'answers-undefined' && usdBalance === undefined)
      return { available: [undefined as never] };
    const text = String(usdBalance);
    if (typeof usdBalance !== 'number' || !/^-?\d{1,15}(?:\.\d{1,8})?$/.test(text))
      throw wrong(call);
    return { available: [money(text, 'USD')] };
  }

  async function getDomain(domain: DomainName, call: CallContext): Promise<Domain> {
    const facts = await info(domain, call);
    if (fault === 'stumbles') (facts['domainName'] as string).toLowerCase();
    return { domain, unicode: toUnicodeDomain(domain), status: 'unknown' };
  }

  async function getLock(domain: DomainName, call: CallContext): Promise<LockState> {
    const { lockStatus } = await info(domain, call);
    if (typeof lockStatus !== 'boolean') throw wrong(call);
    return { domain, locked: lockStatus };
  }

  async function setLock(
    { domain, locked }: { readonly domain: DomainName; readonly locked: boolean },
    call: CallContext,
  ): Promise<LockState> {
    const answer = await ask(
      'POST',
      locked ? 'domains/lock' : 'domains/unlock',
      { domainName: domain },
      asWrite(call),
    );
    if (fault === 'believes-every-write') return { domain, locked };
    const { success, error } = Object(answer) as Json;
    if (success === false || isObject(error)) throw wrong(asWrite(call));
    try {
      return await getLock(domain, asRead(call));
    } catch (unread) {
      if (fault === 'excuses-every-failure') throw unread;
      throw wrong(asWrite(call));
    }
  }

  async function checkAvailability(
    domains: readonly DomainName[],
    call: CallContext,
  ): Promise<readonly DriverAvailability[]> {
    const body = domains.map((domainName) => ({ domainName, currency: 'USD' }));
    const { infos } = Object(await ask('POST', 'domains/bulk-search', body, asRead(call))) as Json;
    const rows = Array.isArray(infos) ? infos.filter(isObject) : [];
    return domains.map((domain, index) => {
      const own = rows.filter((row) => {
        const named = readDomainName(row['domainName'] as string);
        return named.ok && named.domain === domain;
      });
      const row = fault === 'trusts-any-row' ? rows[index] : own[0];
      const others = fault === 'trusts-any-row' ? [] : own.slice(1);
      if (row === undefined || others.some(({ status }) => status !== row['status']))
        return { domain, availability: 'unknown', reason: 'missing_from_answer' };
      const exists = String(row['reason']).toLowerCase().includes('domain exists');
      const isFree = row['status'] === 'Available' || row['status'] === 'available';
      return { domain, availability: isFree && !exists ? 'available' : 'taken' };
    });
  }

  return {
    contractVersion: 1,
    provider,
    environment: 'test',
    scope,
    capabilities,
    simulated: false,
    getBalance,
    getDomain,
    getLock,
    setLock,
    checkAvailability,
  };
}

const able: Capability = { support: 'supported' };
const unable: Capability = {
  support: 'unsupported',
  reason: 'a careless adapter does not do that',
};
const names = { support: 'supported', namesPerRequest: 10 } as const;
const capabilities: CapabilityTable = {
  ...(Object.fromEntries(
    operationNames.map((name) => [name, supported.includes(name) ? able : unable]),
  ) as CapabilityTable),
  checkAvailability: names,
  streamAvailability: able,
};

function effectOf(call: CallContext): 'none' | 'unknown' {
  return call.retry === 'read' ? 'none' : 'unknown';
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function copyInto(target: Record<string, unknown>, source: unknown): void {
  for (const [name, value] of Object.entries(Object(source) as Json)) {
    const held = target[name];
    if (isObject(value)) copyInto((held ?? (target[name] = {})) as Record<string, unknown>, value);
    else target[name] = value;
  }
}

/** Work that grows with the square of the text. */
function reread(text: string): void {
  let found = 0;
  for (let from = 0; from < text.length; from += 16)
    found += text.indexOf('\u0002\u0003\u0002', from);
  if (found > 0) throw new Error('found');
}
