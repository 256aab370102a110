import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { findPnpm } from './find-pnpm.mjs';

const { command, args, shell } = findPnpm();

/** Only pnpm writes the versions that `workspace:` and `catalog:` stand for. */
export async function packPackage(folder: string, destination: string): Promise<string> {
  const tarball = path.join(destination, `${path.basename(folder)}.tgz`);
  await promisify(execFile)(command, [...args, 'pack', '--out', tarball], { cwd: folder, shell });
  return tarball;
}
