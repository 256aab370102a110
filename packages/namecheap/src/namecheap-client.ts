/*
 * What is odd about this API. The numbers are quoted where the code deals with them.
 *
 *  1. One address, one path, a Command parameter; every name in it is matched without regard to case.
 *     https://www.namecheap.com/support/api/intro/
 *  2. Credentials are parameters. A GET is documented and would put the key into URLs and access logs, and long requests end in
 *     404; a form body works for every command, so nothing else is sent. https://www.namecheap.com/support/api/global-parameters/
 *  3. Errors come with HTTP 200: Status="ERROR" and a list of numbers, normally beside a skeleton of the result, full of zeros.
 *     Status and errors go first, the result is not looked at beside them. https://www.namecheap.com/support/api/error-codes/
 *  4. Status="OK" can still say Registered="false", Renew="false" or Updated="false": the flag decides.
 *  5. Too many requests: HTTP 405 before the command runs, with any body and no Retry-After; once it was number 500000.
 *     https://www.namecheap.com/support/knowledgebase/article.aspx/9739/63/
 *  6. The number 1011102 means a wrong key, API access that is off, and the key of the other environment alike.
 *  7. ClientIp must be on the allow-list, and so must the address that the server really sees; 1011150 quotes the latter. IPv4 only,
 *     so that no request leaves by IPv6.
 *  8. A number means different things to different commands (2019166, 2030166, 2011166, 2011331, 3031166).
 *  9. Elements and attributes change their case between documentation, production and sandbox; RequestedCommand comes back in
 *     lower case, and empty when authentication failed.
 * 10. Dates are MM/DD/YYYY, M/D/YYYY h:mm:ss AM/PM or ISO without a zone; the year 1 means none. Money has two or four decimals,
 *     or is "0", "0.0" or empty; orders name no currency.
 * 11. domains.check answers in any order; one ending that is not sold can spoil the batch with 2030280.
 *     https://www.namecheap.com/support/api/methods/domains/check/
 * 12. A price is per year where its type is MULTIPLE; the ICANN fee stands beside it, in a misspelt attribute.
 *     https://www.namecheap.com/support/api/methods/users/get-pricing/
 * 13. getInfo answers "not found" as 2030166 "Domain is invalid", and leaves ExpiredDate out for domains that are only shared.
 *     https://www.namecheap.com/support/api/methods/domains/get-info/
 * 14. GMTTimeDifference is malformed ("--4:00"); nothing needs it.
 * 15. dns.setHosts replaces the whole zone and has no parameter for IsDDNSEnabled, IsActive, FriendlyName and AssociatedAppTitle.
 *     EmailType goes with every write: without MX the MX records go, and OX, GMAIL and FWD set records of their own. SRV records
 *     stand apart. A TTL of 1799 is what the panel calls automatic. Dots come back behind the targets of CNAME, MX, NS and ALIAS.
 *     https://www.namecheap.com/support/api/methods/domains-dns/set-hosts/
 * 16. setContacts replaces all four sets and refuses a set with an empty field, so that an old contact can stand in the way of a
 *     new one. https://www.namecheap.com/support/api/methods/domains/set-contacts/
 * 17. dns.getList answers 2019166 for domains that are only hosted on FreeDNS; getInfo knows their servers.
 * 18. 3031510 is whatever the registry says: no registrar lock (for .de and others), no such name server (545), a name server in use
 *     (533). Beside OK, the registry's number can stand on the result element, as ErrorNo.
 * 19. A transfer's number -22 means an order that was not valid, or one that waits for the auth code. transfer.getStatus names no
 *     domain. https://www.namecheap.com/support/api/transfer-statuses/
 */
import type {
  AccountScope,
  CallContext,
  Environment,
  Evidence,
  RegistrarRuntime,
  QuotaSnapshot,
} from '@registrar-kit/core';
import { isRegistrarError } from '@registrar-kit/core';
import {
  createRedactor,
  EgressWatch,
  HttpClient,
  ownRequests,
  quotaFor,
  withRetry,
  type Quota,
  type Redact,
} from '@registrar-kit/provider-kit';
import type { NamecheapSettings } from './namecheap-config.js';
import { namecheapEvidence } from './namecheap-evidence.js';
import { namecheapBucket, namecheapQuota, pauseAfterRefusalMs } from './namecheap-quota.js';
import type { NamecheapReply } from './reply/namecheap-reply.js';
import { readReply } from './reply/read-reply.js';

/** A command's own parameters; those without a value are not sent. */
export type CommandParameters = Readonly<Record<string, string | undefined>>;

/** What is special about one command. */
export interface SendOptions {
  /** Error numbers that `read` deals with itself, beside the result. */
  readonly tolerated?: readonly string[];
  /** Personal data in the request, which must not come back in a message or an event. */
  readonly personal?: readonly string[];
  /** Whether the answer holds contacts, so that nothing of it is quoted in an error. */
  readonly confidential?: boolean;
  /** Largest reply that is read. @defaultValue 4 MB */
  readonly maxBytes?: number;
}

/** Makes our values of a reply; asynchronous where the reply is so large that it has to be read in slices. */
export type ReplyReader<Result> = (reply: NamecheapReply) => Result | Promise<Result>;

/** One command, until it is answered. */
interface Question<Result> {
  readonly command: string;
  readonly parameters: CommandParameters;
  readonly read: ReplyReader<Result>;
  readonly call: CallContext;
  readonly options: SendOptions;
}

/** Parameters that the client sets itself. */
export const globalParameters = ['ApiUser', 'ApiKey', 'UserName', 'Command', 'ClientIp'] as const;

/** Sends commands for one account: credentials, envelope, quota, retry of reads, and errors of this library. */
export class NamecheapClient {
  readonly environment: Environment;
  readonly scope: AccountScope;
  /** The account acted upon. */
  readonly userName: string;
  readonly #settings: NamecheapSettings;
  readonly #http: HttpClient;
  readonly #quota: Quota;
  readonly #egress: EgressWatch;
  readonly #pauseMs: number;
  #accepted = false;
  /** By the clock that never goes back. */
  #limitedAt: number | undefined;

  constructor(settings: NamecheapSettings, runtime: RegistrarRuntime = {}) {
    const { environment, baseUrl, apiUser, apiKey, clientIp, limits, timeoutMs, proxy } = settings;
    this.environment = environment;
    this.userName = settings.userName;
    this.scope = { provider: 'namecheap', host: baseUrl.host, account: apiUser };
    this.#settings = settings;
    this.#pauseMs = pauseAfterRefusalMs(limits[namecheapBucket]);
    this.#quota = quotaFor(this.scope, limits, runtime);
    this.#http = new HttpClient(
      {
        provider: 'namecheap',
        environment,
        baseUrl,
        timeoutMs,
        proxy,
        ipv4Only: true,
        secrets: [apiKey],
      },
      this.#quota,
      runtime,
    );
    this.#egress = new EgressWatch({ clientIp, proxy, timeoutMs, clock: this.#http.clock });
  }

  /** Where the account's quota stands at this moment. */
  quotaSnapshot(): QuotaSnapshot {
    return this.#quota.snapshot();
  }

  /** Whether any reply so far came from a simulator. */
  get simulated(): boolean {
    return this.#http.simulated;
  }

  /** The text without the API key, and everything else in it as it is. */
  withoutKey(text: string): string {
    return text.replaceAll(this.#settings.apiKey.reveal(), '[redacted]');
  }

  /**
   * Sends one command and reads its reply. A command that only reads is sent again after a passing failure, as
   * `call.retry` says, and once more where the address of this server turns out to have changed; one that may change
   * something is sent once.
   *
   * @param command - with its `namecheap.` prefix
   */
  async send<Result>(
    command: string,
    parameters: CommandParameters,
    read: ReplyReader<Result>,
    call: CallContext,
    options: SendOptions = {},
  ): Promise<Result> {
    const question = { command, parameters, read, call, options };
    // Before the attempts: its own failure is not worth one of them.
    await this.#egress.address(call);
    return withRetry(call, this.#http, command, async (attempt) => {
      const clientIp = await this.#egress.address(call);
      try {
        return await this.#ask(question, clientIp, attempt);
      } catch (error) {
        const moved = await this.#hasMoved(error, clientIp, call);
        if (!moved || call.retry === 'never') throw error;
        return await this.#ask(question, await this.#egress.address(call), attempt);
      }
    });
  }

  async #ask<Result>(
    { command, parameters, read, call, options }: Question<Result>,
    clientIp: string,
    attempt: number,
  ): Promise<Result> {
    // All values in one go, and first: known fields are cut at a blank, and what is left of a value is no longer recognised.
    // Few answers need it, so that it is made when the first text has to be cleaned.
    let hide: Redact | undefined;
    const redact = (text: string): string => {
      hide ??= createRedactor([this.#settings.apiKey, ...(options.personal ?? [])]);
      return this.#http.redact(hide(text));
    };
    const reply = await this.#http.exchange(
      {
        target: command,
        method: 'POST',
        url: this.#settings.baseUrl,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
          Accept: 'text/xml',
        },
        body: this.#form(command, clientIp, parameters),
        bucket: namecheapBucket,
        ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
      },
      call,
      attempt,
    );
    const evidence = (observedAddress?: string): Evidence =>
      this.#evidence(clientIp, observedAddress);
    const { confidential, tolerated } = options;
    const now = this.#http.clock.now();
    const context = { call, command, reply, redact, confidential, evidence, now };
    try {
      const answer = await readReply(context, tolerated);
      this.#accepted = true;
      return await read(answer);
    } catch (error) {
      this.#learnFrom(error, call);
      throw error;
    }
  }

  #form(command: string, clientIp: string, parameters: CommandParameters): string {
    const { apiUser, apiKey, userName } = this.#settings;
    const form = new URLSearchParams({
      ApiUser: apiUser,
      ApiKey: apiKey.reveal(),
      UserName: userName,
      Command: command,
      ClientIp: clientIp,
    });
    for (const [name, value] of Object.entries(parameters)) {
      if (value !== undefined) form.set(name, value);
    }
    return form.toString();
  }

  #evidence(clientIp: string, observedAddress: string | undefined): Evidence {
    const sinceRateLimitMs =
      this.#limitedAt === undefined ? undefined : this.#http.clock.elapsed() - this.#limitedAt;
    return namecheapEvidence(this.#settings, {
      succeededBefore: this.#accepted,
      clientIp,
      observedAddress,
      sinceRateLimitMs,
      ownRequests: ownRequests(this.#quota, namecheapBucket, namecheapQuota[namecheapBucket]),
    });
  }

  /** Whether a request was refused for an address that is not ours any more, so that the next one would tell another. */
  async #hasMoved(error: unknown, used: string, call: CallContext): Promise<boolean> {
    return isRegistrarError(error, 'ACCESS_DENIED') && error.reason === 'ip_not_allowed'
      ? this.#egress.refused(used, error.observedAddress, call)
      : false;
  }

  /** A refusal behind the gate proves that the gate let us in; one for the rate stops everybody who shares the account. */
  #learnFrom(error: unknown, call: CallContext): void {
    if (!isRegistrarError(error)) return;
    if (error.code === 'RATE_LIMITED') {
      this.#limitedAt = this.#http.clock.elapsed();
      if (error.retryAfterMs === undefined)
        this.#quota.backOff(namecheapBucket, this.#pauseMs, call);
      else this.#quota.pause(namecheapBucket, error.retryAfterMs, call);
    } else if (/^[2-5]\d{6}$/.test(error.vendor?.code ?? '')) {
      this.#accepted = true;
    }
  }
}
