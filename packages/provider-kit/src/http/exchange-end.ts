/** Ends one exchange: at its own limit, or when the call ends. Runs on the machine's clock, since sockets do. */
export class ExchangeEnd {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #call: AbortSignal;
  #late = false;

  constructor(call: AbortSignal, timeoutMs: number) {
    this.#call = call;
    this.#timer = setTimeout(() => {
      this.#late = true;
      this.#controller.abort();
    }, timeoutMs);
    if (call.aborted) this.#controller.abort();
    else call.addEventListener('abort', this.#follow, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why the exchange was ended from this side, if it was. */
  get reason(): 'call_ended' | 'limit' | undefined {
    if (this.#call.aborted) return 'call_ended';
    return this.#late ? 'limit' : undefined;
  }

  throwIfOver(): void {
    if (this.#controller.signal.aborted) throw new Error('the exchange is over');
  }

  /** Lets go of the call's signal, which may live much longer. */
  close(): void {
    clearTimeout(this.#timer);
    this.#call.removeEventListener('abort', this.#follow);
  }

  readonly #follow = (): void => this.#controller.abort();
}
