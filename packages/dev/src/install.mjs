import path from 'node:path';
import { findPnpm } from './find-pnpm.mjs';
import { fingerprint, stamp } from './fingerprint.mjs';
import { runProcess, TO_STDERR } from './run-process.mjs';
import { withSetUpLock } from './set-up-lock.mjs';
import { SetupError } from './setup-error.mjs';
import { listPackages, root } from './workspace.mjs';

const installed = stamp('install');

// `npm --silent` would otherwise silence pnpm too, and with it the reason of a failure.
const INSTALL = ['install', '--loglevel=info'];

/**
 * Installs exactly what the lock file names, unless that is already there.
 *
 * @returns {Promise<void>}
 */
export async function installDependencies() {
  if (installed.read() === wanted()) return;
  await withSetUpLock(async () => {
    const fingerprintNow = wanted();
    if (installed.read() === fingerprintNow) return;
    await install(['--frozen-lockfile']);
    installed.write(fingerprintNow);
  });
}

/**
 * Links a package that was just written, and notes it in the lock file.
 *
 * @returns {Promise<void>}
 */
export async function installNewPackage() {
  await withSetUpLock(async () => {
    await install(['--no-frozen-lockfile', '--prefer-offline']);
    // Of the lock file too, which has changed by now.
    installed.write(wanted());
  });
}

/** @param {readonly string[]} options */
async function install(options) {
  installed.clear();
  console.error('installing dependencies');
  const pnpm = findPnpm();
  const code = await runProcess(pnpm.command, [...pnpm.args, ...INSTALL, ...options], {
    cwd: root,
    shell: pnpm.shell,
    stdio: TO_STDERR,
    // Nobody is there to answer a question.
    env: { ...process.env, CI: 'true' },
  });
  if (code !== 0) throw new SetupError(`installing dependencies failed with exit code ${code}`);
}

/** @returns {string} */
function wanted() {
  const folders = [root, ...listPackages('packages'), ...listPackages('examples')];
  return fingerprint([
    path.join(root, 'pnpm-lock.yaml'),
    path.join(root, 'pnpm-workspace.yaml'),
    ...folders.map((folder) => path.join(folder, 'package.json')),
  ]);
}
