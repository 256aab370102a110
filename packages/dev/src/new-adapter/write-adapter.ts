import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { adapterManifest } from './adapter-manifest.js';
import { renamed } from './adapter-names.js';
import { PlanError, type AdapterPlan } from './adapter-plan.js';

/** Real code: it is type-checked and linted with the rest of this package. */
const templateFolder = fileURLToPath(new URL('template', import.meta.url));
/** The program of an example; a package has none. */
const program = 'src/main.ts';
const tsconfig = { extends: '../../tsconfig.base.json', include: ['src', 'test'] };

/**
 * Writes the package that a plan describes: all of it or nothing, and never over something that is there.
 *
 * @param root - of the workspace
 * @returns the files, from the package's folder
 * @throws PlanError when the folder or the name is taken
 */
export async function writeAdapter(root: string, plan: AdapterPlan): Promise<readonly string[]> {
  const folder = path.join(root, plan.folder);
  if (existsSync(folder)) throw new PlanError(`${plan.folder} is there already`);
  checkFree(root, plan.packageName);
  const files = await filesOf(root, plan);
  // Beside its place, so that a run that is broken off leaves no half package.
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  for (const [file, text] of files) {
    mkdirSync(path.join(draft, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(draft, file), text);
  }
  renameSync(draft, folder);
  return [...files.keys()];
}

async function filesOf(root: string, plan: AdapterPlan): Promise<ReadonlyMap<string, string>> {
  const drafts = new Map<string, string>([
    ['package.json', JSON.stringify(adapterManifest(plan))],
    ['tsconfig.json', JSON.stringify(tsconfig)],
  ]);
  for (const file of templateFiles()) {
    if (file === program && plan.kind === 'package') continue;
    const text = readFileSync(path.join(templateFolder, file), 'utf8');
    const own = text.replaceAll('@registrar-kit/template-names', plan.packageName);
    drafts.set(renamed(file, plan.names), renamed(own, plan.names));
  }
  // Another name makes other line lengths.
  const options = await resolveConfig(path.join(root, 'package.json'));
  const files = new Map<string, string>();
  for (const [file, text] of drafts)
    files.set(file, await format(text, { ...options, filepath: path.join(root, file) }));
  return files;
}

function templateFiles(): readonly string[] {
  return readdirSync(templateFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(templateFolder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.replaceAll(path.sep, '/'))
    .sort();
}

function checkFree(root: string, packageName: string): void {
  for (const parent of ['packages', 'examples']) {
    for (const name of readdirSync(path.join(root, parent))) {
      const manifest = path.join(root, parent, name, 'package.json');
      if (!existsSync(manifest)) continue;
      const { name: taken } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
      if (taken === packageName)
        throw new PlanError(`${parent}/${name} is called ${packageName} already`);
    }
  }
}
