import { callEnded, isRegistrarError, type CallContext, type Clock } from '@registrar-kit/core';
import { publicIpv4Problem } from '../config/public-ipv4.js';
import { eventBase } from '../http/event-base.js';
import type { EgressReading } from './egress-reading.js';
import { readEgressAddress } from './read-egress-address.js';
import { toLookUpError } from './to-look-up-error.js';

/** Where the address comes from that a registrar wants to be told. */
export interface EgressWatchSettings {
  /** The address itself, or the URLs of echo services that know it. */
  readonly clientIp: string | { readonly detect: readonly string[] };
  /** The proxy through which the registrar is reached; the echo services are asked through the same one. */
  readonly proxy?: string | undefined;
  /** Limit for each echo service. @defaultValue 10,000 */
  readonly timeoutMs?: number | undefined;
  readonly clock: Clock;
}

const DEFAULT_TIMEOUT_MS = 10_000;
/** A look-up that brought nothing new is not repeated for so long, however many calls are refused meanwhile. */
const LOOK_UP_PAUSE_MS = 60_000;

/**
 * Knows the address from which an account is used: looks it up once for all calls, and notices when it has changed.
 *
 * What echo services say is a hint. The registrar decides, and what it quotes goes before what they say.
 */
export class EgressWatch {
  readonly #settings: EgressWatchSettings;
  #address: string | undefined;
  /** The address that was told last, in an event or by the configuration. */
  #known: string | undefined;
  #lookUp: Promise<EgressReading> | undefined;
  #lookedUpAt: number | undefined;

  constructor(settings: EgressWatchSettings) {
    this.#settings = settings;
    if (typeof settings.clientIp === 'string') this.#address = this.#known = settings.clientIp;
  }

  /** The address in use; `undefined` as long as none was looked up. */
  get current(): string | undefined {
    return this.#address;
  }

  /**
   * The address to tell the registrar. Calls that come while it is looked up share the one look-up; a failure is not kept.
   *
   * @throws TransportError when no echo service could be reached, ConfigurationError when they name no address or as many
   * different ones, TimeoutError or CancelledError when the call ends first; nothing was sent to the registrar.
   */
  async address(call: CallContext): Promise<string> {
    if (this.#address !== undefined) return this.#address;
    const reading = await within(call, this.#readOnce());
    if (reading.address === undefined) throw toLookUpError(reading, call);
    this.#known ??= reading.address;
    return (this.#address ??= reading.address);
  }

  /**
   * After the registrar has refused a request for its address: whether the next one would tell another address.
   *
   * An address that was looked up gives way to the one that the registrar quotes, else to what a new look-up brings; a
   * configured one stays. Either way a change is reported once, as event `egress.changed`.
   *
   * @param used - what the refused request told
   * @param observed - the address that the registrar quotes, where it does
   */
  async refused(used: string, observed: string | undefined, call: CallContext): Promise<boolean> {
    if (typeof this.#settings.clientIp === 'string') {
      if (isPublic(observed)) this.#report(observed, call);
      return false;
    }
    if (this.#address === used) {
      const now = isPublic(observed) ? observed : await this.#lookUpAgain(call);
      // Another call may have been quicker.
      if (now !== undefined && this.#address === used) {
        this.#address = now;
        this.#report(now, call);
      }
    }
    return this.#address !== used;
  }

  #report(to: string, call: CallContext): void {
    const from = this.#known;
    this.#known = to;
    if (from !== undefined && from !== to)
      call.emit({ ...eventBase(call), type: 'egress.changed', from, to });
  }

  async #lookUpAgain(call: CallContext): Promise<string | undefined> {
    const elapsed = this.#settings.clock.elapsed();
    const recent = this.#lookedUpAt !== undefined && elapsed - this.#lookedUpAt < LOOK_UP_PAUSE_MS;
    if (recent && this.#lookUp === undefined) return undefined;
    try {
      return (await within(call, this.#readOnce())).address;
    } catch (error) {
      // The call has ended; what it is about is the refusal, not this.
      if (isRegistrarError(error)) return undefined;
      throw error;
    }
  }

  #readOnce(): Promise<EgressReading> {
    this.#lookUp ??= this.#read().finally(() => (this.#lookUp = undefined));
    return this.#lookUp;
  }

  async #read(): Promise<EgressReading> {
    const { clientIp, proxy, timeoutMs = DEFAULT_TIMEOUT_MS, clock } = this.#settings;
    const echoServices = typeof clientIp === 'string' ? [] : clientIp.detect;
    // No caller's signal: others may wait for the same answer, and the limit ends it soon enough.
    const { signal } = new AbortController();
    const reading = await readEgressAddress({ echoServices, proxy, timeoutMs, signal, clock });
    this.#lookedUpAt = clock.elapsed();
    return reading;
  }
}

function isPublic(address: string | undefined): address is string {
  return address !== undefined && publicIpv4Problem(address) === undefined;
}

/** The result, unless the call ends first. */
async function within<Result>(call: CallContext, work: Promise<Result>): Promise<Result> {
  const { signal } = call;
  let end = (): void => undefined;
  const ended = new Promise<'ended'>((resolve) => {
    end = (): void => resolve('ended');
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  try {
    const first = await Promise.race([ended, work]);
    if (first !== 'ended') return first;
  } finally {
    signal.removeEventListener('abort', end);
  }
  throw callEnded(call, 'while the address of this server was looked up');
}
