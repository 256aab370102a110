import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildForRunning } from './build.mjs';
import { runProcess } from './run-process.mjs';
import { AGAINST_BUILD } from './tsx-environment.mjs';
import { root } from './workspace.mjs';

/**
 * Without arguments the main job, with arguments the command `registrar`.
 *
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function start(args) {
  await buildForRunning();
  if (args.length > 0) await runCommand(args);
  else process.exitCode = await runMainJob();
}

/** @param {readonly string[]} args */
async function runCommand(args) {
  const program = path.join(root, 'packages', 'cli', 'dist', 'bin.js');
  // npm moves to the workspace; file names in the arguments are meant from where the user stands.
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  process.argv = [process.execPath, program, ...args];
  // In this process, so that input, signals and exit code are the command's own.
  await import(pathToFileURL(program).href);
}

/** @returns {Promise<number>} */
function runMainJob() {
  const folder = path.join(root, 'examples', 'main-job');
  return runProcess(process.execPath, ['--import', 'tsx', path.join('src', 'main.ts')], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, ...AGAINST_BUILD },
  });
}
