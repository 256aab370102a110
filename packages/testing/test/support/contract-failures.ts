import type { RegistrarHarness, RegistrarSubject } from '@registrar-kit/testing/contract';
import { registrarContract } from '@registrar-kit/testing/contract';

interface Playable {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** What the contract said of a registrar. */
export interface ContractVerdict {
  readonly titles: readonly string[];
  /** The scenarios that failed, with what they said. */
  readonly failed: ReadonlyMap<string, string>;
}

/** Runs the whole contract without a test runner, all scenarios at once: each has a world of its own. */
export async function playContract<Subject extends RegistrarSubject>(
  harness: RegistrarHarness<Subject>,
): Promise<ContractVerdict> {
  const scenarios: Playable[] = [];
  const runner = {
    describe: (_name: string, body: () => void) => body(),
    test: (title: string, run: () => Promise<void>) => scenarios.push({ title, run }),
  };
  registrarContract(runner, 'a registrar', harness);
  const failed = new Map<string, string>();
  await Promise.all(
    scenarios.map(async ({ title, run }) => {
      try {
        await run();
      } catch (error) {
        failed.set(
          title,
          typeof error === 'object' && error !== null && 'message' in error
            ? String(error.message)
            : '',
        );
      }
    }),
  );
  return { titles: scenarios.map(({ title }) => title), failed };
}
