import {
  callEnded,
  AuthenticationError,
  type AnyRegistrarError,
  type CallContext,
  type Effect,
  type ErrorOrigin,
  type OperationName,
} from '@registrar-kit/core';
import type { RegistryWorld } from '../world/registry-world.js';
import { isWorldRefusal } from '../world/world-refusal.js';
import type { WorldFault } from '../world/world-fault.js';
import { errorOfFault } from './error-of-fault.js';
import { errorOfRefusal } from './error-of-refusal.js';
import type { FakeCall } from './fake-call.js';
import type { DriverOperation, InputOf } from './fake-operation.js';
import { withoutRequest } from './without-request.js';

/** An error to throw, or how to make one that says which call it belongs to. */
export type PlannedError = AnyRegistrarError | ((origin: ErrorOrigin) => AnyRegistrarError);

/** Makes the error that a call meets. */
export type ErrorMaker = (call: CallContext) => AnyRegistrarError;

/** A request at the gate. */
export interface FakeRequest<Operation extends DriverOperation> {
  readonly operation: Operation;
  readonly input: InputOf<Operation>;
  readonly call: CallContext;
  /** What it is about, for faults that strike one domain. */
  readonly domains?: readonly string[];
}

/** What every request to the fake registrar passes: the record, the planned errors, the account, the fault plan. */
export class FakeGate {
  readonly calls: FakeCall[] = [];
  readonly #world: RegistryWorld;
  readonly #account: string;
  #planned: { readonly operation: OperationName; readonly error: ErrorMaker }[] = [];

  constructor(world: RegistryWorld, account: string) {
    this.#world = world;
    this.#account = account;
  }

  failNext(operation: OperationName, error: ErrorMaker): void {
    this.#planned.push({ operation, error });
  }

  /** The operations whose planned error nobody has met yet. */
  get unmet(): readonly OperationName[] {
    return this.#planned.map(({ operation }) => operation);
  }

  forget(): void {
    this.calls.length = 0;
    this.#planned = [];
  }

  /** Carries a request out. `execute` is told which domain's row the answer is to leave out. */
  async pass<Operation extends DriverOperation, Result>(
    request: FakeRequest<Operation>,
    execute: (missing: MissingRow | undefined) => Result,
  ): Promise<Result> {
    const { operation, input, call, domains = [] } = request;
    const at = new Date(this.#world.clock.now()).toISOString();
    this.calls.push({ operation, input, within: call.origin.operation, at } as FakeCall);
    const served = servedBy(operation, call);
    const error = this.#plannedFor(served, call) ?? this.#closed(call);
    if (error !== undefined) throw error;
    const fault = this.#world.faults.take({ operation: served, domain: domains });
    try {
      return await this.#strike(fault, request, execute);
    } finally {
      this.#world.runDueCommits();
    }
  }

  async #strike<Operation extends DriverOperation, Result>(
    fault: WorldFault | undefined,
    { call, domains = [] }: FakeRequest<Operation>,
    execute: (missing: MissingRow | undefined) => Result,
  ): Promise<Result> {
    const attempt = (missing?: MissingRow): Result => {
      try {
        return execute(missing);
      } catch (error) {
        throw isWorldRefusal(error) ? errorOfRefusal(error.reason, call.origin) : error;
      }
    };
    switch (fault?.fault) {
      case undefined:
        return attempt();
      case 'missing-row':
        return attempt({ domain: fault.domain });
      case 'slow-answer': {
        const result = settle(attempt);
        await this.#wait(fault.delayMs ?? 1000, call);
        return result();
      }
      case 'answer-lost-after-commit':
      case 'truncated-answer':
      case 'empty-answer':
        // A refusal is lost as well.
        settle(attempt);
        break;
      case 'commit-after-reconcile-read':
        this.#world.commitAfterNextRead(domains[0] ?? '', () => settle(attempt));
        break;
      case 'answer-lost-before-commit':
      case 'html-page':
      case 'login-redirect':
      case 'other-redirect':
      case 'rate-limited':
      case 'server-error':
      case 'ip-not-allowed':
      case 'key-rejected':
      case 'account-locked':
    }
    throw errorOfFault(fault.fault, call);
  }

  async #wait(ms: number, call: CallContext): Promise<void> {
    try {
      await this.#world.clock.delay(ms, call.signal);
    } catch {
      const effect: Effect = call.retry === 'read' ? 'none' : 'unknown';
      throw callEnded(call, 'before the answer came', effect);
    }
  }

  #plannedFor(served: readonly OperationName[], call: CallContext): AnyRegistrarError | undefined {
    const next = this.#planned.find(({ operation }) => served.includes(operation));
    this.#planned = this.#planned.filter((planned) => planned !== next);
    return next?.error(call);
  }

  /** Why the account cannot be used at all, if so. */
  #closed(call: CallContext): AnyRegistrarError | undefined {
    const account = this.#world.account(this.#account);
    if (account === undefined)
      return errorOfRefusal({ kind: 'unknown_account', account: this.#account }, call.origin);
    if (account.locked) return errorOfFault('account-locked', call);
    if (account.apiEnabled) return undefined;
    return new AuthenticationError({
      ...call.origin,
      reason: 'key_rejected_or_access_disabled',
      detail: 'the interface is switched off for this account; switch it on',
      causes: ['api_access_disabled'],
    });
  }
}

/**
 * What a request is planned for by: its own name, and the operation that it is part of where that one sends no request of its
 * own, as `syncDomain` does.
 */
function servedBy(operation: DriverOperation, { origin }: CallContext): readonly OperationName[] {
  const within = withoutRequest.find((name) => name === origin.operation);
  return within === undefined ? [operation] : [operation, within];
}

/** Which row an answer leaves out; the first where no domain is named. */
export interface MissingRow {
  readonly domain: string | undefined;
}

/** The rows without the missing one. */
export function withoutMissing<Row>(
  rows: readonly Row[],
  missing: MissingRow | undefined,
  nameOf: (row: Row) => string,
): readonly Row[] {
  if (missing === undefined) return rows;
  const name = missing.domain ?? (rows[0] === undefined ? undefined : nameOf(rows[0]));
  return rows.filter((row) => nameOf(row) !== name);
}

/** Runs it now and answers (or throws) when asked. */
function settle<Result>(attempt: () => Result): () => Result {
  try {
    const result = attempt();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
