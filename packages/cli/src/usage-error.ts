/** The command line, or a file that it names, cannot be used. Nothing was sent. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'USAGE_ERROR';
  /** What to type or do instead. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }

  toJSON(): Record<string, unknown> {
    const { name, code, message, hint } = this;
    return { name, code, message, ...(hint === undefined ? {} : { hint }) };
  }
}

export function isUsageError(error: unknown): error is UsageError {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'USAGE_ERROR'
  );
}
