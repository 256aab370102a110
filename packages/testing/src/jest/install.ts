import { listenTo } from './lifetimes.js';
import { registrarMatchers as matchers } from './matchers/registrar-matchers.js';
import { globalRunner, type TestRunner } from './runner.js';

/**
 * Adds the matchers and hears when tests end. Importing this sub-path does it by itself; call it where the runner has no globals:
 * `installRegistrarTesting({ expect, beforeEach, afterEach, afterAll })`.
 */
export function installRegistrarTesting(runner: TestRunner): void {
  // Each runner has a type of its own for the same shape.
  runner.expect.extend(matchers as never);
  listenTo(runner);
}

const runner = globalRunner();
if (runner !== undefined) installRegistrarTesting(runner);

/** The matchers; re-exported from here, so that whoever imports them has them installed. */
export const registrarMatchers = matchers;
