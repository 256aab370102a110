import path from 'node:path';
import { runProcess } from './run-process.mjs';
import { root } from './workspace.mjs';

/**
 * Throws spoilt replies and inputs at the registrars. On the sources, so that it needs no build.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function fuzz(args) {
  const program = path.join(root, 'packages', 'dev', 'src', 'fuzz', 'main.ts');
  process.exitCode = await runProcess(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: 'inherit',
  });
}
