/** What a contract suite needs of the test runner; the globals of Jest, Vitest, Mocha and `node:test` all fit. */
export interface ContractRunner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly test: (name: string, body: () => Promise<void>) => unknown;
}
