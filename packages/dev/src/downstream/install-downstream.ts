import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findPnpm } from '../find-pnpm.mjs';
import { packPackage } from '../pack-package.js';
import { runProcess, TO_STDERR } from '../run-process.mjs';
import { SetupError } from '../setup-error.mjs';
import { listPublishedPackages, readManifest } from '../workspace.mjs';
import { isOurs } from './is-downstream.js';

/**
 * Puts a downstream project into a folder outside of this tree, with our packages as they would be published. Everything else
 * comes from the store of the package manager, or from the registry that this machine uses.
 */
export async function installDownstream(source: string, folder: string): Promise<void> {
  const project = path.join(folder, 'project');
  cpSync(source, project, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'node_modules',
  });
  const tarballs = await packAll(folder);
  writeManifest(project, tarballs);
  const { command, args, shell } = findPnpm();
  const options = ['install', '--prefer-offline', '--ignore-workspace', '--loglevel=warn'];
  const code = await runProcess(command, [...args, ...options], {
    cwd: project,
    shell,
    stdio: TO_STDERR,
    env: { ...process.env, CI: 'true' },
  });
  if (code !== 0) throw new SetupError(`installing ${source} failed with exit code ${code}`);
}

async function packAll(folder: string): Promise<Readonly<Record<string, string>>> {
  const packed = listPublishedPackages()
    .map((published) => ({ published, name: readManifest(published).name }))
    .filter(({ name }) => isOurs(name))
    .map(async ({ published, name }) => [name, `file:${await packPackage(published, folder)}`]);
  return Object.fromEntries(await Promise.all(packed)) as Record<string, string>;
}

/** Our packages are not in any registry yet, and depend on each other. */
function writeManifest(project: string, tarballs: Readonly<Record<string, string>>): void {
  const file = path.join(project, 'package.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  // pnpm runs no install scripts by itself; none is needed, and it is not to warn of that.
  const pnpm = {
    overrides: tarballs,
    ignoredBuiltDependencies: ['@swc/core', 'esbuild', 'unrs-resolver'],
  };
  writeFileSync(file, JSON.stringify({ ...manifest, pnpm }, null, 2));
}
