import type { ContractRunner } from '../contract-runner.js';
import type { RegistrarHarness, RegistrarSubject } from './registrar-harness.js';
import { registrarScenarios } from './registrar-scenarios.js';
import { toTest } from './to-test.js';

/**
 * The contract of {@link Registrar} as a test suite, for the author of an adapter. It runs under any test runner.
 *
 * Every scenario gets a registrar of its own. What the provider does not offer must be refused as its table says, and what the
 * harness cannot bring about is told in the title; nothing is skipped. No scenario takes longer than five seconds.
 */
export function registrarContract<Subject extends RegistrarSubject>(
  { describe, test }: ContractRunner,
  name: string,
  harness: RegistrarHarness<Subject>,
): void {
  describe(`${name}: registrar contract`, () => {
    for (const group of registrarScenarios(harness.capabilities, harness.simulated ?? true)) {
      describe(group.title, () => {
        for (const scenario of group.scenarios) {
          const { title, run } = toTest(scenario, harness);
          test(title, run);
        }
      });
    }
  });
}
