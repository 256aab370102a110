import path from 'node:path';
import { runProcess } from './run-process.mjs';
import { root } from './workspace.mjs';

/**
 * Writes the package of a new adapter and makes it part of the workspace.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function newAdapter(args) {
  const program = path.join(root, 'packages', 'dev', 'src', 'new-adapter', 'main.ts');
  process.exitCode = await runProcess(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
