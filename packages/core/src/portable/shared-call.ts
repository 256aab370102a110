import type { CallContext } from '../driver/call-context.js';
import { callEnded } from '../driver/call-ended.js';

/**
 * One read on behalf of several calls. It goes on as long as one of them wants the answer; each leaves at its own end, and the
 * last one hears what the adapter says of it.
 *
 * To the outside it is the first call's: its origin stands in errors and events.
 */
export class SharedCall {
  readonly context: CallContext;
  readonly #everyoneLeft = new AbortController();
  #members = 0;

  constructor(first: CallContext) {
    this.context = { ...first, retry: 'read', signal: this.#everyoneLeft.signal };
  }

  /** Whether nobody wants the answer any more. */
  get isAbandoned(): boolean {
    return this.#everyoneLeft.signal.aborted;
  }

  /** What the read gives, for one more call. */
  wait<Result>(call: CallContext, answer: Promise<Result>): Promise<Result> {
    this.#members += 1;
    const { signal } = call;
    return new Promise((resolve, reject) => {
      const end = (): void => {
        this.#members -= 1;
        if (this.#members === 0) this.#everyoneLeft.abort(signal.reason);
        else reject(callEnded(call, 'before the answer came'));
      };
      signal.addEventListener('abort', end, { once: true });
      if (signal.aborted) end();
      const stay = (): void => signal.removeEventListener('abort', end);
      answer.finally(stay).then(resolve, reject);
    });
  }
}
