const inspect = Symbol.for('nodejs.util.inspect.custom');

/**
 * A value that must not be printed: an API key or an auth code.
 *
 * Everything that shows it (text, JSON, `console.log`, template strings) gives `[redacted]`; {@link Secret.reveal} opens it.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself. Keep it out of logs, messages and URLs. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return '[redacted]';
  }

  toJSON(): string {
    return '[redacted]';
  }

  [inspect](): string {
    return '[redacted]';
  }
}
