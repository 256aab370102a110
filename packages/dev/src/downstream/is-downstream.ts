import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether an example is a project as a stranger has one: what it depends on it gets from a registry, and nothing of this
 * workspace by link.
 */
export function isDownstream(folder: string): boolean {
  const ours = Object.entries(dependenciesOf(folder)).filter(([name]) => isOurs(name));
  return ours.length > 0 && ours.every(([, version]) => !version.startsWith('workspace:'));
}

/** Everything that a project installs, by name. */
function dependenciesOf(folder: string): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly dependencies?: Readonly<Record<string, string>>;
    readonly devDependencies?: Readonly<Record<string, string>>;
  };
  return { ...manifest.dependencies, ...manifest.devDependencies };
}

export function isOurs(name: string): boolean {
  return name.startsWith('@registrar-kit/');
}
