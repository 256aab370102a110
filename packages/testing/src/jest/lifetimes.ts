import type { TestRunner } from './runner.js';

/** What ends with a test, or after every one, or with the file. */
interface Lifetimes {
  listening: boolean;
  inTest: boolean;
  readonly afterTest: (() => void)[];
  readonly afterEveryTest: (() => void)[];
  readonly afterFile: (() => void)[];
}

const place = Symbol.for('registrar-kit.testing.lifetimes.v1');

/**
 * One for each test file, whichever copy of this package asks: a file can hold an ESM and a CJS copy, and a runner that forgets
 * its modules between tests loads them anew.
 */
function lifetimes(): Lifetimes {
  const home = globalThis as { [place]?: Lifetimes };
  const known = home[place];
  if (known !== undefined) return known;
  const made: Lifetimes = {
    listening: false,
    inTest: false,
    afterTest: [],
    afterEveryTest: [],
    afterFile: [],
  };
  home[place] = made;
  return made;
}

/** Hears when tests begin and end. Within a test that is no longer possible, and nothing happens. */
export function listenTo(runner: TestRunner): void {
  const state = lifetimes();
  const running = runner.expect.getState?.().currentTestName;
  if (state.listening || (running !== undefined && running !== '')) return;
  state.listening = true;
  runner.beforeEach(() => {
    state.inTest = true;
  });
  runner.afterEach(() => {
    state.inTest = false;
    runAll([...state.afterTest.splice(0), ...state.afterEveryTest]);
  });
  runner.afterAll(() => {
    state.afterEveryTest.length = 0;
    runAll(state.afterFile.splice(0));
  });
}

/** What is to happen for something that was begun now. */
export interface Ending {
  /** Within a test: after it. Before the tests: after each one. */
  readonly afterTest: () => void;
  /** After the last test of the file. */
  readonly afterFile?: () => void;
}

/**
 * Sees to it that something ends.
 *
 * @returns whether it ends with the test that is running now
 * @throws Error when nobody tells when tests end
 */
export function endWithTests({ afterTest, afterFile }: Ending): boolean {
  const state = lifetimes();
  if (!state.listening)
    throw new Error(
      "nothing tells when a test ends: import '@registrar-kit/testing/jest' at the top of the test file or in setupFilesAfterEnv; where the runner has no globals, call installRegistrarTesting({ expect, beforeEach, afterEach, afterAll })",
    );
  if (afterFile !== undefined) state.afterFile.push(afterFile);
  (state.inTest ? state.afterTest : state.afterEveryTest).push(afterTest);
  return state.inTest;
}

/** Runs all of them, whatever one throws. @throws what one threw, or all together */
function runAll(tasks: readonly (() => void)[]): void {
  const failures: unknown[] = [];
  for (const task of tasks) {
    try {
      task();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length === 0) return;
  const messages = failures.map((error) => (error instanceof Error ? error.message : 'a failure'));
  throw new AggregateError(failures, messages.join('\n\n'));
}
