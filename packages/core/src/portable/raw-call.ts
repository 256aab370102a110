import type { CallContext } from '../driver/call-context.js';
import { InvalidInputError } from '../errors/invalid-input-error.js';
import type { CallOptions } from '../operations/call-options.js';
import { quoteValue } from '../values/quote-value.js';
import type { PortableContext } from './portable-context.js';

/** A call of the vendor that the contract knows nothing of, as an adapter describes it. */
export interface RawRequest {
  /** The vendor's own name of what is called, such as `namecheap.ssl.create` or `POST domains/renew`. Without parameters. */
  readonly command: string;
  /** What it may do, as far as the adapter knows; `charge` where it does not. */
  readonly effect: 'read' | 'write' | 'charge';
  /** A hash over all parameters, credentials excepted: what makes two calls the same call. */
  readonly fingerprint: string;
}

/** What a raw call accepts beside its parameters. */
export interface RawCallOptions extends CallOptions {
  /**
   * Needed for whatever may charge the account; harmless elsewhere. Such a call needs `runtime.journal`, is recorded before it is
   * sent and sent once. What it answers is not recorded, so the same key never gives a result again: it is refused.
   */
  readonly acceptCharge?: boolean;
  /**
   * For calls that charge: names this call. A key that was used is refused, and an answer that was lost stays unknown.
   * @defaultValue derived from the command and its parameters, and valid for 24 hours
   */
  readonly idempotencyKey?: string;
}

/** Sends a raw call with all that can be had for one: deadline, events, and the journal where money may move. */
export function rawCall<Result>(
  context: PortableContext,
  request: RawRequest,
  options: RawCallOptions | undefined,
  work: (call: CallContext) => Promise<Result>,
): Promise<Result> {
  const { effect, fingerprint } = request;
  // It may be what a caller typed, and is kept and shown.
  const command = quoteValue(request.command).slice(1, -1);
  return context.raw(effect, options, async (call) => {
    if (effect !== 'charge') return work(call);
    if (options?.acceptCharge !== true) {
      throw new InvalidInputError({
        ...call.origin,
        issues: [
          {
            path: 'options.acceptCharge',
            problem: `is not given, and ${command} may charge the account`,
            cure: 'give acceptCharge: true to send it, once',
          },
        ],
      });
    }
    const { idempotencyKey } = options;
    return context.rawCalls.run({ command, fingerprint, idempotencyKey, send: work }, call);
  });
}
