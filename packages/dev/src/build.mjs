import { existsSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, stamp } from './fingerprint.mjs';
import { TO_STDERR } from './run-process.mjs';
import { runScript } from './run-script.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { SetupError } from './setup-error.mjs';
import { listPublishedPackages, root } from './workspace.mjs';

const built = stamp('build');

/**
 * Builds what programs need to run, unless it is there already. Declarations are left to the full
 * build: they take most of its time and nothing at run time reads them.
 *
 * @returns {Promise<void>}
 */
export async function buildForRunning() {
  if (isBuilt(sources())) return;
  await withSetUpLock(async () => {
    const fingerprintNow = sources();
    if (isBuilt(fingerprintNow)) return;
    built.clear();
    console.error('building packages');
    const code = await runScript('build:fast', { stdio: TO_STDERR });
    if (code !== 0) throw new SetupError(`building the packages failed with exit code ${code}`);
    built.write(fingerprintNow);
  });
}

/**
 * @param {import('node:child_process').StdioOptions} stdio
 * @returns {Promise<number>} exit code
 */
export function buildEverything(stdio) {
  return withSetUpLock(async () => {
    const fingerprintNow = sources();
    built.clear();
    const code = await runScript('build', { stdio });
    if (code === 0) built.write(fingerprintNow);
    return code;
  });
}

/**
 * @param {string} fingerprintNow
 * @returns {boolean}
 */
function isBuilt(fingerprintNow) {
  return (
    built.read() === fingerprintNow &&
    listPublishedPackages().every((folder) => existsSync(path.join(folder, 'dist', 'index.js')))
  );
}

/** @returns {string} */
function sources() {
  return fingerprint([
    ...['pnpm-lock.yaml', 'tsconfig.base.json', 'tsdown.config.ts'].map((name) =>
      path.join(root, name),
    ),
    ...listPublishedPackages().flatMap((folder) => [
      path.join(folder, 'package.json'),
      path.join(folder, 'src'),
    ]),
  ]);
}
