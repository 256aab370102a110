import type { ContractRunner } from '../contract-runner.js';
import { lineScenarios } from './line-scenarios.js';
import { memoryScenarios } from './memory-scenarios.js';
import type { QuotaStoreHarness } from './quota-store-harness.js';
import { startScenarios } from './start-scenarios.js';
import { windowScenarios } from './window-scenarios.js';

const scenarios = [...windowScenarios, ...startScenarios, ...lineScenarios, ...memoryScenarios];

/**
 * The contract of {@link QuotaStore} as a test suite, for the author of a store. It runs under any test runner, and goes by
 * the store's own clock, for which it waits about fifteen seconds in all.
 */
export function quotaStoreContract(
  { describe, test }: ContractRunner,
  name: string,
  harness: QuotaStoreHarness,
): void {
  describe(`${name}: quota store contract`, () => {
    for (const { title, run } of scenarios) {
      test(title, async () => {
        const subject = await harness.create();
        try {
          await run(subject);
        } finally {
          await subject.destroy();
        }
      });
    }
  });
}
