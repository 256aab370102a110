/**
 * Ends one exchange: at its own limit, or when the call ends. Runs on the machine's clock, since sockets do.
 *
 * To axios it is the signal of the request. An `AbortSignal` for each would cost more than all the rest here.
 */
export class ExchangeEnd {
  readonly #timer: NodeJS.Timeout;
  readonly #call: AbortSignal;
  readonly #listeners = new Set<() => void>();
  #over = false;
  #late = false;

  constructor(call: AbortSignal, timeoutMs: number) {
    this.#call = call;
    this.#timer = setTimeout(() => {
      this.#late = true;
      this.#end();
    }, timeoutMs);
    if (call.aborted) this.#over = true;
    else call.addEventListener('abort', this.#end, { once: true });
  }

  get aborted(): boolean {
    return this.#over;
  }

  /** Why the exchange was ended from this side, if it was. */
  get reason(): 'call_ended' | 'limit' | undefined {
    if (this.#call.aborted) return 'call_ended';
    return this.#late ? 'limit' : undefined;
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  /** The same for those who take nothing less. */
  toSignal(): AbortSignal {
    const controller = new AbortController();
    if (this.#over) controller.abort();
    else this.addEventListener('abort', () => controller.abort());
    return controller.signal;
  }

  throwIfOver(): void {
    if (this.#over) throw new Error('the exchange is over');
  }

  /** Lets go of the call's signal, which may live much longer. */
  close(): void {
    clearTimeout(this.#timer);
    this.#call.removeEventListener('abort', this.#end);
  }

  readonly #end = (): void => {
    if (this.#over) return;
    this.#over = true;
    for (const listener of [...this.#listeners]) listener();
  };
}
