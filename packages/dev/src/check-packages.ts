import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDeclarationFaults } from './package-declarations.js';
import { findCopyFaults } from './package-copies.js';
import { findFormatFaults } from './package-formats.js';
import { packPackage } from './pack-package.js';
import { findManifestFaults, findTypeFaults } from './package-tools.js';
import { listPublishedPackages, readManifest } from './workspace.mjs';

/** Looks at a package as it would be published, since the workspace hides what a user would trip over. */
async function checkPackage(folder: string, scratch: string): Promise<void> {
  const tarball = await packPackage(folder, scratch);
  const faults = await Promise.all([
    findManifestFaults(tarball),
    findTypeFaults(folder, tarball),
    findFormatFaults(folder),
  ]);
  report(readManifest(folder).name, [...faults.flat(), ...findDeclarationFaults(folder)]);
}

function report(name: string, faults: readonly string[]): void {
  console.log([`${faults.length === 0 ? 'ok    ' : 'FAILED'}  ${name}`, ...faults].join('\n'));
  if (faults.length > 0) process.exitCode = 1;
}

const scratch = mkdtempSync(path.join(tmpdir(), 'registrar-kit-pack-'));
try {
  await Promise.all(listPublishedPackages().map((folder) => checkPackage(folder, scratch)));
  report('one quota for both formats in one process', await findCopyFaults());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
