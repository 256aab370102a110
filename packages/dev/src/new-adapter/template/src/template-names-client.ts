import {
  isRegistrarError,
  type AccountScope,
  type CallContext,
  type Environment,
  type RegistrarRuntime,
} from '@registrar-kit/core';
import {
  createRedactor,
  HttpClient,
  quotaFor,
  readJsonReply,
  withRetry,
  type Quota,
} from '@registrar-kit/provider-kit';
import type * as z from 'zod';
import { refusalIn } from './reply/refusal-in.js';
import type { TemplateNamesSettings } from './template-names-config.js';
import { templateNamesEvidence } from './template-names-evidence.js';
import { limitsOf, scopeOf } from './template-names-quota.js';
import type { TemplateNamesRequest } from './template-names-request.js';

/** The longest to hold still after a refusal for frequency that names no time; shorter where a shorter window is counted. */
const LONGEST_PAUSE_MS = 5000;

/**
 * Talks to Template Names. Quirks, each with the page of the vendor's manual that tells of it:
 *
 * 1. Two headers on every call, `X-Account` and `X-Token`; no session.
 */
export class TemplateNamesClient {
  readonly environment: Environment;
  readonly scope: AccountScope;
  readonly #settings: TemplateNamesSettings;
  readonly #quota: Quota;
  readonly #http: HttpClient;
  readonly #pauseMs: number;
  #succeededBefore = false;

  constructor(settings: TemplateNamesSettings, runtime: RegistrarRuntime = {}) {
    const { environment, baseUrl, token, timeoutMs, proxy } = settings;
    const scope = scopeOf(settings);
    const { provider } = scope;
    this.environment = environment;
    this.scope = scope;
    this.#settings = settings;
    const limits = limitsOf(settings);
    const windows = limits['api']?.windows ?? [];
    this.#quota = quotaFor(scope, limits, runtime);
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, ...windows.map(({ windowMs }) => windowMs));
    const http = { provider, environment, baseUrl, timeoutMs, proxy, secrets: [token] };
    this.#http = new HttpClient(http, this.#quota, runtime);
  }

  /** Whether any reply so far came from a simulator. */
  get simulated(): boolean {
    return this.#http.simulated;
  }

  /**
   * Sends a request whose answer must be JSON of the schema's form. A request that only reads is sent again after a passing
   * failure; every other is sent once.
   */
  send<Schema extends z.ZodType>(
    request: TemplateNamesRequest,
    schema: Schema,
    call: CallContext,
  ): Promise<z.output<Schema>> {
    const { method, path, body, confidential, personal = [] } = request;
    const target = `${method} ${path}`;
    const hidePersonal = createRedactor(personal);
    const redact = (text: string): string => this.#http.redact(hidePersonal(text));
    const vendorRequest = {
      target,
      method,
      url: this.#urlOf(request),
      headers: this.#headers(),
      body: body === undefined ? undefined : JSON.stringify(body),
      bucket: 'api',
    };
    return withRetry(call, this.#http, target, async (attempt) => {
      const reply = await this.#http.exchange(vendorRequest, call, attempt);
      const evidence = {
        ...templateNamesEvidence(this.#settings),
        succeededBefore: this.#succeededBefore,
      };
      const now = this.#http.clock.now();
      const refusal = refusalIn({ call, reply, redact, evidence, now }, target);
      if (refusal !== undefined) {
        if (isRegistrarError(refusal, 'RATE_LIMITED'))
          this.#quota.pause('api', refusal.retryAfterMs ?? this.#pauseMs, call);
        throw refusal;
      }
      const answer = readJsonReply(reply, schema, { call, target, redact, confidential });
      // Not before: a refusal, or a web page, is no success, whatever its status.
      this.#succeededBefore = true;
      return answer;
    });
  }

  #headers(): Record<string, string> {
    return {
      'X-Account': this.#settings.account,
      'X-Token': this.#settings.token.reveal(),
      'Content-Type': 'application/json',
      Accept: 'application/json',
    };
  }

  #urlOf({ path, domain, query = {} }: TemplateNamesRequest): URL {
    const { baseUrl } = this.#settings;
    const url = new URL(baseUrl);
    const below = path.replace('{domain}', encodeURIComponent(domain ?? ''));
    url.pathname = `${baseUrl.pathname.replace(/\/$/, '')}/${below}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return url;
  }
}
