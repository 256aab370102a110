/** What a matcher answers, in Jest and in Vitest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What is used of a runner's matcher context. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined;
  /** `resolves`, `rejects`, or empty. */
  readonly promise?: string | undefined;
  equals(received: unknown, expected: unknown): boolean;
}
