import { randomUUID } from 'node:crypto';
import { isNativeError } from 'node:util/types';
import { systemClock, type Clock } from '../config/clock.js';
import type { RegistrarRuntime } from '../config/registrar-runtime.js';
import {
  DeadlineReached,
  type CallContext,
  type RegistrarEventBody,
} from '../driver/call-context.js';
import { callEnded, throwIfEnded } from '../driver/call-ended.js';
import type { RegistrarDriver } from '../driver/registrar-driver.js';
import type { AnyRegistrarError } from '../errors/any-registrar-error.js';
import type { ErrorOrigin } from '../errors/error-origin.js';
import { isRegistrarError } from '../errors/is-registrar-error.js';
import { ProviderError } from '../errors/provider-error.js';
import type { RegistrarEvent } from '../events/registrar-event.js';
import type { CallOptions, Lane } from '../operations/call-options.js';
import type { OperationName } from '../operations/operation-map.js';
import { checkOptions } from './call-options.js';

/** What a call is, before it starts. */
export interface CallPlan {
  readonly operation: OperationName | 'raw';
  readonly domain?: string;
  readonly options: CallOptions | undefined;
  /** Whether the operation itself changes something; reads inside a write use `asRead`. */
  readonly retry: CallContext['retry'];
  /** Whether it takes the options of purchases or of raw calls beside those of every call. */
  readonly accepts?: 'purchase' | 'raw';
  /** @defaultValue 'interactive' */
  readonly defaultLane?: Lane;
  /** Milliseconds for the whole call where the caller names none; `undefined` for no deadline. */
  readonly defaultTimeoutMs: number | undefined;
}

/** Gives every call what must be the same for all providers: a deadline, events, and errors of this library only. */
export class CallRunner {
  readonly clock: Clock;
  readonly #driver: RegistrarDriver;
  readonly #runtime: RegistrarRuntime;

  constructor(driver: RegistrarDriver, runtime: RegistrarRuntime) {
    this.#driver = driver;
    this.#runtime = runtime;
    this.clock = runtime.clock ?? systemClock;
  }

  /** Where an error belongs that arises before the call starts. */
  originOf(operation: OperationName | 'raw', domain?: string): ErrorOrigin {
    const { provider, environment } = this.#driver;
    return { provider, environment, operation, ...(domain === undefined ? {} : { domain }) };
  }

  async run<Result>(plan: CallPlan, work: (call: CallContext) => Promise<Result>): Promise<Result> {
    const { operation, domain } = plan;
    const origin: ErrorOrigin = { ...this.originOf(operation, domain), requestId: randomUUID() };
    const options = checkOptions(plan.options, plan.accepts, origin);
    const subject = domain === undefined ? {} : { domain };
    const startedAt = this.clock.elapsed();
    const deadline = new AbortController();
    const timeoutMs = options.timeoutMs ?? plan.defaultTimeoutMs;
    const finished = timeoutMs === undefined ? undefined : this.#endAfter(timeoutMs, deadline);
    const call: CallContext = {
      origin,
      signal:
        options.signal === undefined
          ? deadline.signal
          : AbortSignal.any([options.signal, deadline.signal]),
      lane: options.lane ?? plan.defaultLane ?? 'interactive',
      retry: plan.retry,
      emit: (event) => {
        this.emit(event);
      },
    };
    this.emit({ type: 'operation.started', operation, ...requestOf(origin), ...subject });
    try {
      throwIfEnded(call);
      const result = await work(call);
      this.emit({
        type: 'operation.succeeded',
        operation,
        ...requestOf(origin),
        ...subject,
        durationMs: this.clock.elapsed() - startedAt,
      });
      return result;
    } catch (thrown) {
      const error = isRegistrarError(thrown) ? thrown : toRegistrarError(thrown, call);
      const { code, message } = error;
      const durationMs = this.clock.elapsed() - startedAt;
      this.emit({
        type: 'operation.failed',
        operation,
        ...requestOf(origin),
        ...subject,
        durationMs,
        code,
        message,
      });
      throw error;
    } finally {
      // With a reason of its own, since the usual one is an exception with a stack, which costs more than all the rest here.
      finished?.abort('finished');
    }
  }

  /** What it answers is aborted when the call is over, so that nothing waits for the deadline any more. */
  #endAfter(timeoutMs: number, deadline: AbortController): AbortController {
    const finished = new AbortController();
    this.clock.delay(timeoutMs, finished.signal).then(
      () => {
        deadline.abort(new DeadlineReached(timeoutMs));
      },
      () => undefined,
    );
    return finished;
  }

  emit(body: RegistrarEventBody): void {
    const listener: ((event: RegistrarEvent) => unknown) | undefined = this.#runtime.onEvent;
    if (listener === undefined) return;
    const { provider, environment } = this.#driver;
    const event = {
      ...body,
      provider,
      environment,
      at: new Date(this.clock.now()).toISOString(),
    } as RegistrarEvent;
    // A listener must not be able to fail a purchase, nor an async one to end the process.
    try {
      const heard = listener.call(this.#runtime, event);
      if (heard !== undefined) Promise.resolve(heard).catch(() => undefined);
    } catch {
      // Its own matter.
    }
  }
}

/**
 * What an adapter threw that is no error of this library. When the call was ended, that is what happened; else it is a fault
 * of the adapter, whose text could hold anything, so only its kind is passed on.
 */
function toRegistrarError(thrown: unknown, call: CallContext): AnyRegistrarError {
  const effect = call.retry === 'read' ? 'none' : 'unknown';
  if (call.signal.aborted) return callEnded(call, 'before the answer came', effect);
  const kind = isNativeError(thrown) ? thrown.name : typeof thrown;
  return new ProviderError({
    ...call.origin,
    detail: `the adapter failed with an internal ${kind}; this is a fault of the library, please report it`,
    effect,
    causes: ['unclassified'],
  });
}

function requestOf(origin: ErrorOrigin): { readonly requestId?: string } {
  return origin.requestId === undefined ? {} : { requestId: origin.requestId };
}
