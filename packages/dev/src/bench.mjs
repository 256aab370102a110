import path from 'node:path';
import { buildForRunning } from './build.mjs';
import { runProcess } from './run-process.mjs';
import { AGAINST_BUILD } from './tsx-environment.mjs';
import { root } from './workspace.mjs';

/**
 * Measures the packages as users get them.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function bench(args) {
  await buildForRunning();
  const program = path.join(root, 'packages', 'benchmarks', 'src', 'bench.ts');
  process.exitCode = await runProcess(process.execPath, ['--import', 'tsx', program, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...AGAINST_BUILD },
  });
}
