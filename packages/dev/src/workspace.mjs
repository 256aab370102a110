import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where set-up keeps its stamps and lock: swept away together with what they describe. */
export const stateFolder = path.join(root, 'node_modules', '.registrar-kit');

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {boolean} [private]
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [bin]
 * @property {string} [packageManager]
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export function readManifest(folder) {
  /** @type {unknown} */
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return /** @type {Manifest} */ (manifest);
}

/**
 * @param {'packages' | 'examples'} parent
 * @returns {string[]} absolute folders that hold a package, by name
 */
export function listPackages(parent) {
  const folder = path.join(root, parent);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => path.join(folder, name))
    .filter((candidate) => existsSync(path.join(candidate, 'package.json')));
}

/** @returns {string[]} */
export function listPublishedPackages() {
  return listPackages('packages').filter((folder) => !readManifest(folder).private);
}
