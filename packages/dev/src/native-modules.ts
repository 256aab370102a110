import { execFile, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { withSetUpLock } from './set-up-lock.mjs';
import { root } from './workspace.mjs';

interface NativeModule {
  readonly name: string;
  /** The package of ours that depends on it. */
  readonly user: string;
  /** A program that fails while the compiled part is missing or made for another Node. */
  readonly trial: string;
}

/** Libraries that are compiled on the spot. No program of ours needs one to start, so the install leaves them alone. */
const nativeModules: readonly NativeModule[] = [
  {
    name: 'better-sqlite3',
    user: path.join(root, 'packages', 'sqlite'),
    trial: `new (require('better-sqlite3'))(':memory:').close()`,
  },
];

/**
 * Compiles what the tests need and is not usable yet.
 *
 * @returns what went wrong.
 */
export async function compileNativeModules(): Promise<readonly string[]> {
  const faults: string[] = [];
  if (nativeModules.every(isUsable)) return faults;
  await withSetUpLock(async () => {
    for (const native of nativeModules.filter((candidate) => !isUsable(candidate))) {
      console.error(`compiling ${native.name}, which takes about a minute`);
      const complaint = await compile(native);
      if (!isUsable(native)) faults.push(`${native.name} cannot be used\n${complaint}`);
    }
  });
  return faults;
}

function isUsable({ user, trial }: NativeModule): boolean {
  return spawnSync(process.execPath, ['-e', trial], { cwd: user, stdio: 'ignore' }).status === 0;
}

/** The library's own install script, by npm: pnpm runs it for nobody who is not on its list for every install. */
async function compile({ name, user }: NativeModule): Promise<string> {
  const folder = realpathSync(path.join(user, 'node_modules', name));
  try {
    await promisify(execFile)('npm', ['run', 'install'], {
      cwd: folder,
      shell: process.platform === 'win32',
      maxBuffer: 64 * 1024 * 1024,
    });
    return '';
  } catch (error) {
    const { stderr = '' } = error as { readonly stderr?: string };
    return stderr.split('\n').slice(-30).join('\n');
  }
}
