import path from 'node:path';
import { runProcess } from './run-process.mjs';
import { AGAINST_SOURCES } from './tsx-environment.mjs';
import { root } from './workspace.mjs';

/**
 * Kills processes that spend money, and looks whether any was spent twice or lost.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function crashTest(args) {
  const program = path.join(root, 'packages', 'dev', 'src', 'crash-test', 'main.ts');
  process.exitCode = await runProcess(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...AGAINST_SOURCES },
  });
}
