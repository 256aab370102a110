import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readManifest } from './workspace.mjs';

interface DualExport {
  readonly import: { readonly default: string };
  readonly require: { readonly default: string };
}

/** Loads both builds of each entry: one that cannot be loaded, or offers less, is found here and not by a user. */
export async function findFormatFaults(folder: string): Promise<string[]> {
  const require = createRequire(path.join(folder, 'package.json'));
  const faults: string[] = [];
  for (const [entry, target] of Object.entries(readManifest(folder).exports ?? {})) {
    if (!isDual(target)) continue;
    try {
      const url = pathToFileURL(path.join(folder, target.import.default)).href;
      const fromImport = namesIn((await import(url)) as object);
      const fromRequire = namesIn(require(target.require.default) as object);
      if (fromImport !== fromRequire) {
        faults.push(`${entry}: import offers ${fromImport}; require offers ${fromRequire}`);
      }
    } catch (error) {
      faults.push(`${entry}: ${String(error)}`);
    }
  }
  return faults;
}

function isDual(target: unknown): target is DualExport {
  return typeof target === 'object' && target !== null && 'import' in target && 'require' in target;
}

function namesIn(module: object): string {
  return Object.keys(module)
    .filter((name) => name !== 'default' && name !== 'module.exports' && name !== '__esModule')
    .sort()
    .join(', ');
}
