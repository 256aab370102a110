import {
  systemClock,
  type CallContext,
  type Clock,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import axios, { AxiosHeaders, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios';
import type { Quota, QuotaPass } from '../quota/quota.js';
import { createRedactor, type Redact } from '../redaction/redactor.js';
import { BareObject } from '../bare-object.js';
import { AgentPool } from './agent-pool.js';
import { eventBase } from './event-base.js';
import { ExchangeEnd } from './exchange-end.js';
import type { HttpSettings } from './http-settings.js';
import { proxySecrets } from './proxy-url.js';
import { toExchangeError, type FailedExchange } from './to-exchange-error.js';
import { TunnelWatch } from './tunnel-watch.js';
import type { VendorReply, VendorRequest } from './vendor-request.js';
import { WireWatch } from './wire-watch.js';

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_PAID_TIMEOUT_MS = 120_000;
const DEFAULT_MAX_BYTES = 4 * 1024 * 1024;

/** Instead of what axios would say: it announces a form for any body, and the adapter knows better what it sends. */
const baseHeaders = { Accept: '*/*', 'User-Agent': 'registrar-kit', 'Content-Type': false };

/**
 * axios without its defaults and interceptors, which belong to the whole process: whoever sets those must neither change our
 * requests nor see the credentials in them. Of what axios can send with, the only one that knows agents and transports.
 */
const sendOnce = axios.getAdapter('http');

/**
 * Sends requests to one vendor account: one attempt each, inside the quota, without redirects, over verified TLS.
 * Whatever status the vendor answers is a reply; only a missing, oversized or late answer is an error.
 */
export class HttpClient {
  readonly clock: Clock;
  readonly random: () => number;
  /** Takes secrets out of a text. */
  readonly redact: Redact;
  readonly #settings: HttpSettings;
  readonly #quota: Quota;
  readonly #agents: AgentPool;
  #simulated = false;

  constructor(settings: HttpSettings, quota: Quota, runtime: RegistrarRuntime) {
    this.#settings = settings;
    this.#quota = quota;
    this.#agents = new AgentPool(settings.proxy, settings.ipv4Only);
    this.clock = runtime.clock ?? systemClock;
    this.random = runtime.random ?? Math.random;
    this.redact = createRedactor([...settings.secrets, ...proxySecrets(settings.proxy)]);
  }

  /** Whether any reply so far came from a simulator. */
  get simulated(): boolean {
    return this.#simulated;
  }

  /**
   * Waits for the quota and sends the request once: over a kept connection when it only reads, else over a fresh one. It does
   * not count where the call ended before, or where no way to the vendor was found: no address, no tunnel.
   *
   * @param attempt - which try this is, for events
   * @throws TransportError, TimeoutError, CancelledError, UnexpectedResponseError (too large, damaged), or what the quota throws.
   * Their effect is `none` for reads and where nothing left this machine, else `unknown`.
   */
  async exchange(request: VendorRequest, call: CallContext, attempt = 1): Promise<VendorReply> {
    const pass = await this.#quota.enter(request.bucket, call);
    try {
      return await this.#send(request, call, attempt, pass);
    } finally {
      // Whatever the vendor can have noticed counts all the same: the pass was told of it.
      pass.leave('unused');
    }
  }

  async #send(
    request: VendorRequest,
    call: CallContext,
    attempt: number,
    pass: QuotaPass,
  ): Promise<VendorReply> {
    const timeoutMs = this.#timeoutMs(request, call);
    const maxBytes = request.maxBytes ?? DEFAULT_MAX_BYTES;
    const end = new ExchangeEnd(call.signal, timeoutMs);
    const { proxy } = this.#settings;
    const tunnel =
      proxy === undefined ? undefined : new TunnelWatch(proxy, end.toSignal(), timeoutMs);
    const wire = new WireWatch(this.#agents, pass, tunnel);
    const failed: FailedExchange = {
      request,
      call,
      wire,
      end,
      timeoutMs,
      maxBytes,
      proxy,
      redact: this.redact,
    };
    try {
      const agents = await this.#agents.take(call.retry);
      try {
        end.throwIfOver();
        call.emit({ ...eventBase(call), type: 'request.sent', target: request.target, attempt });
        const startedAt = this.clock.elapsed();
        // Whoever hears of it may have ended the call, and what sends would send nevertheless.
        end.throwIfOver();
        const response = (await sendOnce(
          withoutPrototype({
            method: request.method,
            url: request.url.href,
            headers: new AxiosHeaders({ ...baseHeaders, ...request.headers }),
            ...(request.body === undefined ? {} : { data: request.body }),
            httpAgent: agents.http,
            httpsAgent: agents.https,
            transport: wire.transport,
            signal: end,
            // The signal ends the exchange as a whole; this option would only see idle connections.
            timeout: 0,
            maxContentLength: maxBytes,
            maxBodyLength: Infinity,
            maxRedirects: 0,
            decompress: true,
            // The process environment must not choose a proxy; the configured one is an agent.
            proxy: false,
            responseType: 'text',
            responseEncoding: 'utf8',
            // Its own, since the usual ones can be changed for the whole process.
            transitional: {},
            validateStatus: () => true,
          }),
        )) as AxiosResponse<string>;
        // What was answered has left, even where its transport told nothing of its way.
        if (!wire.mayHaveLeft) pass.sent();
        return this.#toReply(response, request, call, this.clock.elapsed() - startedAt);
      } finally {
        agents.release();
      }
    } catch (error) {
      wire.noteFailure(error);
      // What axios throws holds the whole request, credentials included. Nothing of it goes further, not even as cause.
      throw toExchangeError(error, failed);
    } finally {
      end.close();
    }
  }

  #timeoutMs(request: VendorRequest, call: CallContext): number {
    const { timeoutMs = DEFAULT_TIMEOUT_MS, paidTimeoutMs } = this.#settings;
    if (request.timeoutMs !== undefined) return request.timeoutMs;
    if (call.retry === 'read') return timeoutMs;
    return paidTimeoutMs ?? Math.max(DEFAULT_PAID_TIMEOUT_MS, timeoutMs);
  }

  #toReply(
    response: AxiosResponse<string>,
    request: VendorRequest,
    call: CallContext,
    durationMs: number,
  ): VendorReply {
    const headers: Record<string, string> = {};
    for (const name of Object.keys(response.headers)) {
      const value: unknown = response.headers[name];
      headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : String(value);
    }
    if (headers['x-registrar-simulator'] === '1') this.#simulated = true;
    call.emit({
      ...eventBase(call),
      type: 'request.answered',
      target: request.target,
      httpStatus: response.status,
      durationMs: Math.round(durationMs),
      bytes: Buffer.byteLength(response.data),
    });
    return { status: response.status, headers, body: response.data };
  }
}

/** As axios itself hands settings on: some are looked up without asking whose they are, and a prototype can be tampered with. */
function withoutPrototype(config: InternalAxiosRequestConfig): InternalAxiosRequestConfig {
  return Object.assign(new BareObject(), config);
}
