import { bench } from './bench.mjs';
import { crashTest } from './crash-test.mjs';
import { fuzz } from './fuzz.mjs';
import { installDependencies } from './install.mjs';
import { newAdapter } from './new-adapter.mjs';
import { SetupError } from './setup-error.mjs';
import { start } from './start.mjs';
import { test } from './test.mjs';

const commands = { bench, 'crash-test': crashTest, fuzz, 'new-adapter': newAdapter, start, test };

/**
 * Sets `process.exitCode`; the command that `start` runs may still be serving when this returns.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function run([name = '', ...args]) {
  const command = Object.hasOwn(commands, name) && commands[/** @type {'start'} */ (name)];
  if (!command) {
    console.error(
      `usage: node packages/dev/bootstrap.mjs ${Object.keys(commands).join('|')} [arguments]`,
    );
    process.exitCode = 2;
    return;
  }
  try {
    await installDependencies();
    await command(args);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exitCode = 1;
  }
}
