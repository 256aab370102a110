import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { readManifest, root } from './workspace.mjs';

/** @typedef {{ readonly command: string, readonly args: readonly string[], readonly shell: boolean }} Program */

/**
 * The version that wrote the lock file, from the workspace, the machine or the registry: whichever has it first.
 *
 * @returns {Program}
 */
export function findPnpm() {
  const version = readManifest(root).packageManager?.replace('pnpm@', '') ?? '';
  const onWindows = process.platform === 'win32';
  const local = path.join(root, 'node_modules', 'pnpm', 'bin', 'pnpm.cjs');
  const candidates = [
    { command: process.execPath, args: [local], shell: false },
    { command: 'pnpm', args: [], shell: onWindows },
  ];
  const installed = candidates.find((candidate) => versionOf(candidate) === version);
  return (
    installed ?? {
      command: 'npx',
      args: ['--yes', '--loglevel=error', `pnpm@${version}`],
      shell: onWindows,
    }
  );
}

/**
 * @param {Program} program
 * @returns {string | undefined}
 */
function versionOf({ command, args, shell }) {
  const answer = spawnSync(command, [...args, '--version'], {
    cwd: root,
    shell,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
}
