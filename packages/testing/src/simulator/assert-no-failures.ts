/** A simulator that failed makes a test prove something else than it says, so the failure must not pass in silence. */
export function assertNoFailures(provider: string, failures: readonly unknown[]): void {
  if (failures.length === 0) return;
  const messages = failures.map((error) =>
    error instanceof Error ? error.message : String(error),
  );
  throw new AggregateError(
    failures,
    `the ${provider} simulator failed ${String(failures.length)} times: ${messages.join(' | ')}`,
  );
}
