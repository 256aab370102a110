import type { ContractRunner } from '../contract-runner.js';
import { beginAgainScenarios } from './begin-again-scenarios.js';
import { beginScenarios } from './begin-scenarios.js';
import { durabilityScenarios } from './durability-scenarios.js';
import { fidelityScenarios } from './fidelity-scenarios.js';
import type { JournalHarness } from './journal-harness.js';
import type { JournalScenario } from './journal-scenario.js';
import { keyScenarios } from './key-scenarios.js';
import { leaseScenarios } from './lease-scenarios.js';
import { namedLeaseScenarios } from './named-lease-scenarios.js';
import { rawCallScenarios } from './raw-call-scenarios.js';
import { readingScenarios } from './reading-scenarios.js';
import { settleScenarios } from './settle-scenarios.js';
import { sharedLeaseScenarios } from './shared-lease-scenarios.js';
import { sharingScenarios } from './sharing-scenarios.js';
import { spendLimitScenarios } from './spend-limit-scenarios.js';

/**
 * The contract of {@link OperationJournal} as a test suite, for the author of an engine. It runs under any test runner.
 *
 * Scenarios take well under five seconds each. Where the engine's clock cannot be set, about six seconds are spent waiting.
 */
export function journalContract(
  { describe, test }: ContractRunner,
  name: string,
  harness: JournalHarness,
): void {
  const scenarios: readonly JournalScenario[] = [
    ...beginScenarios,
    ...keyScenarios,
    ...settleScenarios,
    ...beginAgainScenarios,
    ...leaseScenarios,
    ...namedLeaseScenarios,
    ...spendLimitScenarios,
    ...rawCallScenarios,
    ...readingScenarios,
    ...fidelityScenarios,
    ...durabilityScenarios(harness),
    ...sharingScenarios,
    ...sharedLeaseScenarios,
  ];
  describe(`${name}: journal contract`, () => {
    for (const { title, needs, run } of scenarios) {
      if (needs !== undefined && !harness[needs]) continue;
      test(title, async () => {
        const store = await harness.create();
        try {
          await run(store);
        } finally {
          await store.destroy();
        }
      });
    }
  });
}
