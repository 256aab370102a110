import path from 'node:path';
import { runProcess } from './run-process.mjs';
import { SetupError } from './setup-error.mjs';
import { readManifest, root } from './workspace.mjs';

/**
 * Runs a script of a manifest as a package manager would, without the time one takes to start.
 *
 * @param {string} name
 * @param {{ folder?: string, args?: readonly string[], env?: Record<string, string>, stdio: import('node:child_process').StdioOptions, timeout?: number }} options
 * @returns {Promise<number>}
 */
export function runScript(name, { folder = root, args = [], env = {}, stdio, timeout }) {
  const script = readManifest(folder).scripts?.[name];
  if (script === undefined) throw new SetupError(`${folder} has no script "${name}"`);
  const binFolders = [folder, root].map((owner) => path.join(owner, 'node_modules', '.bin'));
  return runProcess([script, ...args.map((arg) => JSON.stringify(arg))].join(' '), [], {
    cwd: folder,
    shell: true,
    stdio,
    timeout,
    env: {
      ...process.env,
      ...env,
      PATH: [...binFolders, process.env['PATH']].join(path.delimiter),
    },
  });
}
