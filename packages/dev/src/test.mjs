import path from 'node:path';
import { runProcess } from './run-process.mjs';
import { AGAINST_BUILD } from './tsx-environment.mjs';
import { root } from './workspace.mjs';

/** @returns {Promise<void>} */
export async function test() {
  const program = path.join(root, 'packages', 'dev', 'src', 'run-checks.ts');
  process.exitCode = await runProcess(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...AGAINST_BUILD },
  });
}
