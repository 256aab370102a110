/** What is used of a test runner. Jest's globals fit, those of `@jest/globals`, and Vitest's. */
export interface TestRunner {
  readonly expect: {
    extend(matchers: never): void;
    getState?(): { readonly currentTestName?: string | undefined };
  };
  beforeEach(hook: () => void): unknown;
  afterEach(hook: () => void): unknown;
  afterAll(hook: () => void): unknown;
}

/** The runner whose functions are global; `undefined` outside of one, or where it was told to have no globals. */
export function globalRunner(): TestRunner | undefined {
  const { expect, beforeEach, afterEach, afterAll } = globalThis as Partial<TestRunner>;
  // Jest defines its functions one by one, and none of them is of use without the others.
  if (typeof expect?.extend !== 'function' || beforeEach === undefined) return undefined;
  if (afterEach === undefined || afterAll === undefined) return undefined;
  return { expect, beforeEach, afterEach, afterAll };
}
