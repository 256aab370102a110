import {
  isRegistrarError,
  type AccountScope,
  type CallContext,
  type Environment,
  type Evidence,
  type QuotaBucket,
  type RegistrarRuntime,
  type QuotaSnapshot,
} from '@registrar-kit/core';
import {
  createRedactor,
  emitDrift,
  HttpClient,
  ownRequests,
  type Quota,
  quotaFor,
  readTolerantly,
  type VendorReply,
  withQuotaOverrides,
  withRetry,
  type Redact,
} from '@registrar-kit/provider-kit';
import type * as z from 'zod';
import type { DomainNameApiSettings } from './domain-name-api-config.js';
import { restCodePattern } from './domain-name-api-errors.js';
import { domainNameApiEvidence } from './domain-name-api-evidence.js';
import {
  domainNameApiBucket as apiBucket,
  domainNameApiBulkBucket as bulkBucket,
  domainNameApiQuota,
  pauseAfterRefusalMs,
} from './domain-name-api-quota.js';
import type { DomainNameApiRequest } from './domain-name-api-request.js';
import {
  isFromInterface,
  looksUnknown,
  noteMissingBulk,
  routeOf,
  UnknownRoute,
  type Route,
} from './domain-name-api-route.js';
import { readJson } from './reply/read-json.js';
import type { ReplyContext } from './reply/reply-context.js';
import { toRefusal } from './reply/to-refusal.js';
import { toUnreadable } from './reply/to-unreadable.js';

/** Reports what departs from the known form, as a drift event. `sample` must hold nothing personal. */
export type DriftReport = (path: string, note: string, sample?: string) => void;

/** Reads what a reply holds, or throws the error that it is. */
type ReplyReader<Value> = (reply: VendorReply, context: ReplyContext) => Value;

/** Calls that lie no further apart are taken to have met the same account. */
const SAME_TIME_MS = 60_000;

/** What a call answered. */
export interface DomainNameApiAnswer<Value> {
  readonly value: Value;
  readonly drift: DriftReport;
}

/**
 * Talks to Domain Name API. There is no public manual beyond the Swagger page; the facts come from the vendor's own clients and
 * from people who measured:
 *
 * 1. Two headers on every call, `X-API-KEY` and `__reseller`; no session.
 * 2. Credentials that are not accepted are answered with a redirect to a login page, seldom with 401. Never followed.
 * 3. One request per second for each key, one at a time; above that 429, mostly with an empty body.
 * 4. HTTP 403 is the framework's status for any refused order, so a business code is read before it.
 * 5. HTTP 200 can carry `success: false`.
 * 6. Texts come in English or Turkish, and the reason may stand in `details` behind a .NET notice.
 * 7. 404 was seen for healthy domains.
 */
export class DomainNameApiClient {
  readonly environment: Environment;
  readonly scope: AccountScope;
  readonly settings: DomainNameApiSettings;
  readonly #http: HttpClient;
  readonly #quota: Quota;
  readonly #limits: Readonly<Record<string, QuotaBucket>>;
  /** Of the last call that got past the door, and of the last refusal for frequency; by the clock that never goes back. */
  #acceptedAt: number | undefined;
  #limitedAt: number | undefined;

  constructor(settings: DomainNameApiSettings, runtime: RegistrarRuntime = {}) {
    const { environment, baseUrl, resellerId, apiKey, otherKey, timeoutMs, proxy } = settings;
    const provider = 'domain-name-api';
    this.settings = settings;
    this.environment = environment;
    this.scope = { provider, host: baseUrl.host, account: resellerId.toLowerCase() };
    const limits = withQuotaOverrides(provider, domainNameApiQuota, settings.quota);
    this.#limits = limits;
    this.#quota = quotaFor(this.scope, limits, runtime);
    const secrets = otherKey === undefined ? [apiKey] : [apiKey, otherKey];
    const http = { provider, environment, baseUrl, timeoutMs, proxy, secrets };
    this.#http = new HttpClient(http, this.#quota, runtime);
  }

  /** What the diagnosis of a failure may weigh. */
  get evidence(): Evidence {
    return domainNameApiEvidence(this.settings, {
      succeededBefore: this.#acceptedAt !== undefined,
      sinceRateLimitMs: this.#since(this.#limitedAt),
      ownRequests: ownRequests(this.#quota, apiBucket, domainNameApiQuota[apiBucket]),
    });
  }

  /** Where the account's quota stands at this moment. */
  quotaSnapshot(): QuotaSnapshot {
    return this.#quota.snapshot();
  }

  /** Whether any reply so far came from a simulator. */
  get simulated(): boolean {
    return this.#http.simulated;
  }

  /** The text without the key, and without what a known field of it holds. */
  withoutSecrets(text: string): string {
    return this.#http.redact(text);
  }

  /**
   * Sends a request whose answer must be JSON of the schema's form. Optional fields of a wrong type are reported and left out;
   * a request that only reads is sent again after a passing failure.
   */
  send<Schema extends z.ZodType>(
    request: DomainNameApiRequest,
    schema: Schema,
    call: CallContext,
  ): Promise<DomainNameApiAnswer<z.output<Schema>>> {
    return this.#exchange(request, call, (reply, context) => {
      const reading = readTolerantly(schema, readJson(reply, context));
      const drift = driftReport(context);
      for (const { path, note } of reading.drifts) drift(path, note);
      if (reading.ok) return { value: reading.value, drift };
      const [first] = reading.drifts;
      const where = first === undefined || first.path === '' ? 'the answer' : first.path;
      const detail = `${where} ${first?.note ?? 'has an unexpected form'}`;
      throw toUnreadable({ kind: 'wrong_shape', detail }, reply, context);
    });
  }

  /** Sends a request whose success needs no answer: 204, an empty body or any JSON that reports no failure. */
  sendAndForget(request: DomainNameApiRequest, call: CallContext): Promise<void> {
    return this.#exchange(request, call, (reply, context) => {
      if (reply.body.trim() !== '') readJson(reply, context);
    });
  }

  /** Sends a request whose answer may be any JSON, or nothing. */
  sendRaw(request: DomainNameApiRequest, call: CallContext): Promise<unknown> {
    return this.#exchange(request, call, (reply, context) =>
      reply.body.trim() === '' ? undefined : readJson(reply, context),
    );
  }

  /** Over the route of its lane; where the gateway does not know the bulk route, over the interactive one from then on. */
  async #exchange<Value>(
    request: DomainNameApiRequest,
    call: CallContext,
    read: ReplyReader<Value>,
  ): Promise<Value> {
    const route = routeOf(call, this.settings, this.#quota);
    try {
      return await this.#exchangeOver(route, request, call, read);
    } catch (error) {
      if (!(error instanceof UnknownRoute)) throw error;
    }
    const interactive = routeOf({ ...call, lane: 'interactive' }, this.settings, this.#quota);
    let known = true;
    try {
      return await this.#exchangeOver(interactive, request, call, read);
    } catch (error) {
      known = isFromInterface(error);
      throw error;
    } finally {
      // When neither route answers, it is not the route.
      if (known) this.#giveUpBulk(request, call, route, interactive);
    }
  }

  #giveUpBulk(
    { method, path }: DomainNameApiRequest,
    call: CallContext,
    { endpoint }: Route,
    interactive: Route,
  ): void {
    noteMissingBulk(this.#quota);
    const target = `${method} ${path}`;
    const note = `the gateway does not know ${endpoint}; reads of the bulk lane go through ${interactive.endpoint} for the rest of this process`;
    emitDrift(call, { target, path: endpoint, note }, (text) => this.#http.redact(text));
  }

  #exchangeOver<Value>(
    { bucket, prefix, endpoint }: Route,
    request: DomainNameApiRequest,
    call: CallContext,
    read: ReplyReader<Value>,
  ): Promise<Value> {
    const { method, path, body, maxBytes, aboutDomain = false, confidential = false } = request;
    const target = `${method} ${path}`;
    // All values in one go, and first: known fields are cut at a blank, and what is left of a value is no longer recognised.
    // Few answers need it, so that it is made when the first text has to be cleaned.
    let hide: Redact | undefined;
    const redact = (text: string): string => {
      hide ??= createRedactor([this.settings.apiKey, ...(request.personal ?? [])]);
      return this.#http.redact(hide(text));
    };
    const vendorRequest = {
      target,
      method,
      url: this.#urlOf(prefix, request),
      headers: this.#headers(),
      body: body === undefined ? undefined : JSON.stringify(body),
      bucket,
      endpoint,
      maxBytes,
    };
    return withRetry(call, this.#http, target, async (attempt) => {
      const reply = await this.#http.exchange(vendorRequest, call, attempt);
      if (bucket === bulkBucket && looksUnknown(reply)) throw new UnknownRoute();
      const evidence = (): Evidence => this.#evidenceFor(reply);
      const now = this.#http.clock.now();
      const context = { call, target, aboutDomain, confidential, endpoint, redact, evidence, now };
      try {
        if (reply.status < 200 || reply.status > 299) throw toRefusal(reply, context);
        const value = read(reply, context);
        this.#acceptedAt = this.#http.clock.elapsed();
        return value;
      } catch (error) {
        this.#learnFrom(error, call, bucket);
        throw error;
      }
    });
  }

  /** HTTP 403 is about this call or about all; calls that were accepted just before tell which. */
  #evidenceFor({ status }: VendorReply): Evidence {
    const { evidence } = this;
    const sinceAccepted = this.#since(this.#acceptedAt);
    return status === 403 && sinceAccepted !== undefined && sinceAccepted < SAME_TIME_MS
      ? { ...evidence, otherCalls: 'succeed' }
      : evidence;
  }

  #since(at: number | undefined): number | undefined {
    return at === undefined ? undefined : this.#http.clock.elapsed() - at;
  }

  #headers(): Record<string, string> {
    return {
      'X-API-KEY': this.settings.apiKey.reveal(),
      __reseller: this.settings.resellerId,
      'Content-Type': 'application/json',
      Accept: 'application/json',
    };
  }

  #urlOf(prefix: string, { path, query = {} }: DomainNameApiRequest): URL {
    const { baseUrl, version } = this.settings;
    const url = new URL(baseUrl);
    url.pathname = `${baseUrl.pathname.replace(/\/$/, '')}/${prefix}/${version}/${path}`;
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) form.set(name, String(value));
    url.search = form.toString();
    return url;
  }

  /** A refusal of the order proves that the caller was let in; one for the rate stops everybody who shares the account. */
  #learnFrom(error: unknown, call: CallContext, bucket: string): void {
    if (!isRegistrarError(error)) return;
    if (error.code === 'RATE_LIMITED') {
      this.#limitedAt = this.#http.clock.elapsed();
      const pauseMs = pauseAfterRefusalMs(this.#limits[bucket] ?? domainNameApiQuota[apiBucket]);
      if (error.retryAfterMs === undefined) this.#quota.backOff(bucket, pauseMs, call);
      else this.#quota.pause(bucket, error.retryAfterMs, call);
    } else if (restCodePattern.test(error.vendor?.code ?? '')) {
      this.#acceptedAt = this.#http.clock.elapsed();
    }
  }
}

function driftReport({ call, target, redact, confidential }: ReplyContext): DriftReport {
  return (path, note, sample) => {
    // An answer that holds an auth code or contacts may hold them in the wrong field as well.
    const shown = confidential === true ? undefined : sample;
    emitDrift(call, { target, path, note, sample: shown }, redact);
  };
}
